import type { SchemaObject, SchemaType } from "../../openapi/document.js";
import { isRecord } from "../../openapi/references.js";
import { kindOf, limitNames, type Shape, type ShapeMember, withoutTwice } from "./shape.js";
import type { View } from "./view.js";

/** Keywords that are read here, or say nothing of values. */
const understood = new Set([
  ...limitNames,
  ..."$ref type enum const format default properties required additionalProperties items".split(
    " ",
  ),
  ..."anyOf oneOf allOf title description deprecated examples example $comment".split(" "),
  ..."x-openstack x-restanza readOnly writeOnly $id $anchor $schema externalDocs xml".split(" "),
  ..."discriminator nullable".split(" "),
]);

/** What the words of a schema itself say. */
export function ownShape(schema: SchemaObject, view: View): Shape {
  const written: Readonly<Record<string, unknown>> = { ...schema };
  const listed = Array.isArray(schema.enum)
    ? schema.enum
    : "const" in schema
      ? [schema.const]
      : undefined;
  const limits = limitNames.flatMap((name): [string, unknown][] => {
    const value = written[name];
    const isNone = value === undefined || value === false;
    return isNone || (value === 0 && /^min[A-Z]/.test(name)) ? [] : [[name, value]];
  });
  const rest = Object.entries(written).filter(
    ([name, value]) => !understood.has(name) || (name === "items" && value === false),
  );
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  // A member whose schema is `false` may not be there: it is none. What other operations alone show
  // is told of them.
  const properties = (isRecord(schema.properties) ? Object.entries(schema.properties) : []).flatMap(
    ([name, member]): [string, SchemaObject][] =>
      isNothing(member) || isBorrowed(member) ? [] : [[name, isRecord(member) ? member : {}]],
  );
  const names = new Map<string, ShapeMember>(
    properties.map(([name, member]) => [
      name,
      {
        schemas: [member],
        required: required.has(name),
        undocumented: member["x-restanza"]?.undocumented === true,
      },
    ]),
  );
  for (const name of required)
    if (typeof name === "string" && !names.has(name))
      names.set(name, { schemas: [], required: true, undocumented: false });
  const { additionalProperties, description } = schema;
  const words = typeof description === "string" ? description.trim() : "";
  return {
    kinds: kindsOf(schema, listed),
    values: listed && { list: listed, open: false },
    format: typeof schema.format === "string" ? schema.format : undefined,
    limits: new Map(limits),
    default: schema.default,
    members: names,
    others: isRecord(additionalProperties) ? [additionalProperties] : [],
    closed: additionalProperties === false,
    items: isRecord(schema.items) ? [schema.items] : [],
    rest: new Set(rest.length === 0 ? [] : [view.digest(Object.fromEntries(rest))]),
    descriptions: new Set(words === "" ? [] : [words]),
    deprecated: schema.deprecated === true,
  };
}

function kindsOf(
  schema: SchemaObject,
  listed: readonly unknown[] | undefined,
): ReadonlySet<SchemaType> {
  const said = [schema.type ?? []].flat();
  if (said.length > 0) return withoutTwice(said);
  if (listed !== undefined) return withoutTwice(listed.map(kindOf));
  if (schema.properties !== undefined || isRecord(schema.additionalProperties))
    return new Set(["object"]);
  return new Set(schema.items === undefined ? [] : ["array"]);
}

function isBorrowed(schema: SchemaObject): boolean {
  return schema["x-restanza"]?.borrowed === true;
}

/** JSON Schema has schemas that are `false`. */
export function isNothing(schema: unknown): boolean {
  return schema === false;
}
