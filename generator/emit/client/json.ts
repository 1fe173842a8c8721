import type { SchemaObject, SchemaType } from "../../openapi/document.js";

type Schemas = Readonly<Record<string, SchemaObject>>;

/**
 * What a value in JSON is at the top, as the runtime checks it: `any` where the schema admits
 * everything, `json` where it admits several things.
 */
export type JsonKind = "object" | "list" | "json" | "any";

export function jsonKind(schema: SchemaObject, schemas: Schemas): JsonKind {
  const kinds = kindsOf(schema, schemas, []);
  if (kinds === undefined) return "any";
  const [only, ...others] = kinds;
  if (others.length > 0) return "json";
  return only === "object" ? "object" : only === "array" ? "list" : "json";
}

/** The types that a schema admits; undefined for all. `seen`: the references on the way to it. */
function kindsOf(
  schema: SchemaObject,
  schemas: Schemas,
  seen: readonly string[],
): ReadonlySet<SchemaType> | undefined {
  const said = [ownKinds(schema)];
  const { $ref } = schema;
  const target = referred($ref, schemas);
  if ($ref !== undefined && target !== undefined && !seen.includes($ref))
    said.push(kindsOf(target, schemas, [...seen, $ref]));
  for (const part of schema.allOf ?? []) said.push(kindsOf(part, schemas, seen));
  for (const branches of [schema.anyOf, schema.oneOf]) {
    const each = branches?.map((branch) => kindsOf(branch, schemas, seen)) ?? [];
    const known = each.filter((kinds) => kinds !== undefined);
    if (each.length > 0 && known.length === each.length)
      said.push(new Set(known.flatMap((kinds) => [...kinds])));
  }
  // All that is said holds at once.
  return said.reduce((kinds, more) => {
    if (kinds === undefined || more === undefined) return kinds ?? more;
    return new Set([...kinds].filter((kind) => more.has(kind)));
  });
}

function ownKinds({ type, properties, items }: SchemaObject): ReadonlySet<SchemaType> | undefined {
  if (type !== undefined) return new Set(typeof type === "string" ? [type] : type);
  // Documents that leave the type out mean it all the same.
  if (properties !== undefined) return new Set(["object"]);
  return items === undefined ? undefined : new Set(["array"]);
}

/** The component that a reference names. */
export function referred($ref: string | undefined, schemas: Schemas): SchemaObject | undefined {
  const name = /^#\/components\/schemas\/([^/]+)$/.exec($ref ?? "")?.[1];
  return name === undefined ? undefined : schemas[name];
}
