import type { SchemaObject } from "../document.js";

/** `schema` with each schema directly below it changed. */
export function children(
  schema: SchemaObject,
  change: (child: SchemaObject) => SchemaObject,
): SchemaObject {
  const { properties, items, additionalProperties, anyOf, oneOf, allOf } = schema;
  return {
    ...schema,
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, child]) => [name, change(child)]),
      ),
    }),
    ...(items !== undefined && { items: change(items) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: change(additionalProperties),
    }),
    ...(anyOf !== undefined && { anyOf: anyOf.map(change) }),
    ...(oneOf !== undefined && { oneOf: oneOf.map(change) }),
    ...(allOf !== undefined && { allOf: allOf.map(change) }),
  };
}

/** The schemas directly below one that stand at the place of it: items, values, branches. */
export function unnamedChildren(schema: SchemaObject): readonly SchemaObject[] {
  const { items, additionalProperties, anyOf, oneOf, allOf } = schema;
  return [
    ...(items === undefined ? [] : [items]),
    ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
    ...(anyOf ?? []),
    ...(oneOf ?? []),
    ...(allOf ?? []),
  ];
}

/** What belongs to the place where a schema stands, and not to its shape. */
export function place(schema: SchemaObject): SchemaObject {
  return {
    ...(schema.description !== undefined && { description: schema.description }),
    ...(schema.deprecated !== undefined && { deprecated: schema.deprecated }),
    ...(schema["x-openstack"] !== undefined && { "x-openstack": schema["x-openstack"] }),
    ...(schema["x-restanza"] !== undefined && { "x-restanza": schema["x-restanza"] }),
  };
}

export function withoutPlace(schema: SchemaObject): SchemaObject {
  const { description, deprecated, "x-openstack": bounds, "x-restanza": ours, ...shape } = schema;
  void [description, deprecated, bounds, ours];
  return shape;
}

/**
 * The shape alone: without what belongs to its place, without words inside, whoever told of it, and
 * in which order its members are required.
 */
export function bare(schema: SchemaObject): SchemaObject {
  const strip = (inner: SchemaObject): SchemaObject => {
    const { description, "x-restanza": ours, ...rest } = children(inner, strip);
    void description;
    const { undocumented, borrowed, ...left } = ours ?? {};
    void [undocumented, borrowed];
    return {
      ...rest,
      ...(rest.required !== undefined && { required: rest.required.toSorted() }),
      ...(Object.keys(left).length > 0 && { "x-restanza": left }),
    };
  };
  return withoutPlace(strip(schema));
}

/** Objects with members get names; maps, lists and scalars stay where they are. */
export function isNamed(schema: SchemaObject): boolean {
  return schema.type === "object" && Object.keys(schema.properties ?? {}).length > 0;
}
