import type { SchemaObject } from "../../openapi/document.js";
import { referred } from "./json.js";

type Schemas = Readonly<Record<string, SchemaObject>>;

/**
 * The forms of a fault as the runtime compares them: for each alternative of the schema, the paths
 * of the members that it requires, `error/code error/message`; `*` stands for any name. `$text`,
 * which is no name as they are written here, is a fault that is a text.
 */
export function faultForms(component: string, schemas: Schemas): readonly string[] {
  return [...new Set(formsOf({ $ref: `#/components/schemas/${component}` }, schemas, []))];
}

/** `seen`: the references on the way, which may turn in a circle. */
function formsOf(
  schema: SchemaObject,
  schemas: Schemas,
  seen: readonly string[],
): readonly string[] {
  const { $ref } = schema;
  const target = seen.includes($ref ?? "") ? undefined : referred($ref, schemas);
  if ($ref !== undefined && target !== undefined) return formsOf(target, schemas, [...seen, $ref]);
  if (schema.type === "string") return ["$text"];
  const branches = schema.anyOf ?? schema.oneOf;
  return branches === undefined
    ? [pathsOf(schema, schemas, seen).join(" ")]
    : branches.flatMap((branch) => formsOf(branch, schemas, seen));
}

/** The paths of required members, to the deepest; none where nothing is required. */
function pathsOf(
  schema: SchemaObject,
  schemas: Schemas,
  seen: readonly string[],
): readonly string[] {
  const { $ref, properties = {}, required = [], additionalProperties, allOf = [] } = schema;
  const target = seen.includes($ref ?? "") ? undefined : referred($ref, schemas);
  if ($ref !== undefined && target !== undefined) return pathsOf(target, schemas, [...seen, $ref]);
  const below = (name: string, inner: SchemaObject | undefined): readonly string[] => {
    const paths = inner === undefined ? [] : pathsOf(inner, schemas, seen);
    return paths.length === 0 ? [name] : paths.map((path) => `${name}/${path}`);
  };
  const own = required.flatMap((name) => below(encodeURIComponent(name), properties[name]));
  const whole = [...own, ...allOf.flatMap((part) => pathsOf(part, schemas, seen))];
  // A map, such as a fault under its name, which may be any.
  return whole.length === 0 && typeof additionalProperties === "object"
    ? below("*", additionalProperties)
    : whole;
}
