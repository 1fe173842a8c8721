import { canonicalJson } from "../../openapi/canonical.js";
import type { SchemaObject } from "../../openapi/document.js";
import { readBounds } from "../../openapi/read/read-range.js";
import { place, withoutPlace } from "../../openapi/components/schema-children.js";
import { schemaName, schemaReference } from "../../openapi/references.js";

/** What two views of one resource say of one member. */
export interface Unifying {
  /** The component whose type another one has. */
  readonly sameAs: (component: string) => string;
  /** Whether what is bound so is all that the operations of the second view ever see. */
  readonly alwaysWithin: (bounds: SchemaObject["x-openstack"]) => boolean;
}

/**
 * The schema that takes what either of two does, where one takes all that the other does, or both
 * are open enumerations; undefined where they say different things. Words are those of the first.
 */
export function unify(a: SchemaObject, b: SchemaObject, how: Unifying): SchemaObject | undefined {
  const same = sameBounds(a, b) || (isUnbound(b) && how.alwaysWithin(a["x-openstack"]));
  if (!same) return undefined;
  const type = unifyTypes(withoutPlace(a), withoutPlace(b), how);
  return type && { ...type, ...place(a), ...(a.default !== undefined && { default: a.default }) };
}

/** Whether a schema takes what another one does not; known values beside any text add nothing. */
export function takesMore(
  schema: SchemaObject,
  than: SchemaObject,
  how: Pick<Unifying, "sameAs">,
): boolean {
  if (typeKey(schema, how) === typeKey(than, how)) return false;
  const known = choicesOf(than);
  const keys = new Set(known.map((one) => typeKey(one, how)));
  const anyText = known.some(({ type, enum: values }) => type === "string" && values === undefined);
  return choicesOf(schema).some(
    (one) => !keys.has(typeKey(one, how)) && !(anyText && one.type === "string"),
  );
}

function isUnbound(schema: SchemaObject): boolean {
  const { min, max } = readBounds(schema["x-openstack"]);
  return min === undefined && max === undefined;
}

function sameBounds(a: SchemaObject, b: SchemaObject): boolean {
  return canonicalJson(a["x-openstack"] ?? {}) === canonicalJson(b["x-openstack"] ?? {});
}

function unifyTypes(a: SchemaObject, b: SchemaObject, how: Unifying): SchemaObject | undefined {
  if (typeKey(a, how) === typeKey(b, how)) return a;
  if (a.type === "array" && b.type === "array") {
    const items = unify(a.items ?? {}, b.items ?? {}, how);
    return items && { ...a, items };
  }
  const { additionalProperties: mine } = a;
  const { additionalProperties: theirs } = b;
  if (isMap(a) && isMap(b) && typeof mine === "object" && typeof theirs === "object") {
    const values = unify(mine, theirs, how);
    return values && { ...a, additionalProperties: values };
  }
  const [first, second] = [choicesOf(a), choicesOf(b)];
  const left = new Map(first.map((one) => [typeKey(one, how), one]));
  const right = new Map(second.map((one) => [typeKey(one, how), one]));
  if ([...right.keys()].every((key) => left.has(key))) return a;
  if ([...left.keys()].every((key) => right.has(key))) return b;
  return openEnumeration(first, second);
}

function isMap(schema: SchemaObject): boolean {
  return schema.type === "object" && schema.properties === undefined;
}

/** Known values beside any text: the values of both are known. */
function openEnumeration(
  first: readonly SchemaObject[],
  second: readonly SchemaObject[],
): SchemaObject | undefined {
  const all = [...first, ...second];
  const open = (of: readonly SchemaObject[]) =>
    of.some(({ type, enum: e }) => type === "string" && !e);
  const strings = all.every(({ type }) => type === "string" || type === "null");
  if (!strings || !open(first) || !open(second)) return undefined;
  const values = [...new Set(all.flatMap((one) => one.enum ?? []))];
  const nullable = all.some(({ type }) => type === "null");
  return {
    anyOf: [{ type: "string", enum: values }, { type: nullable ? ["string", "null"] : "string" }],
  };
}

/** The alternatives of a schema, each of one type. */
function choicesOf(schema: SchemaObject): readonly SchemaObject[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.flatMap(choicesOf);
  if (!Array.isArray(schema.type)) return [schema];
  const { enum: values, ...rest } = schema;
  return schema.type.map((type) => ({
    ...rest,
    type,
    ...(values !== undefined && type !== "null" && { enum: values.filter((one) => one !== null) }),
  }));
}

/** Equal for what is one type in TypeScript: formats and words do not count, nor the kind of number. */
function typeKey(schema: SchemaObject, how: Pick<Unifying, "sameAs">): string {
  return canonicalJson(typeOnly(schema, how));
}

function typeOnly(schema: SchemaObject, how: Pick<Unifying, "sameAs">): SchemaObject {
  const { $ref, type, properties, items, additionalProperties, anyOf, oneOf } = schema;
  const name = $ref === undefined ? undefined : schemaName($ref);
  const choices = anyOf ?? oneOf;
  const types = [type ?? []].flat().map((one) => (one === "integer" ? "number" : one));
  return {
    ...($ref !== undefined && {
      $ref: name === undefined ? $ref : schemaReference(how.sameAs(name)),
    }),
    ...(types.length > 0 && { type: [...new Set(types)].toSorted() }),
    ...(schema.enum !== undefined && { enum: [...schema.enum].map(String).toSorted() }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, typeOnly(value, how)]),
      ),
      required: [...(schema.required ?? [])].toSorted(),
    }),
    ...(items !== undefined && { items: typeOnly(items, how) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === "object"
          ? typeOnly(additionalProperties, how)
          : additionalProperties,
    }),
    ...(choices !== undefined && { anyOf: choices.map((one) => typeOnly(one, how)) }),
    ...(schema["x-openstack"] !== undefined && { "x-openstack": schema["x-openstack"] }),
  };
}
