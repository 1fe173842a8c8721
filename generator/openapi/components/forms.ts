import { beside } from "../../english/beside.js";
import type { SchemaObject } from "../document.js";
import { pascal } from "./component-names.js";
import { isNamed, unnamedChildren } from "./schema-children.js";

/** Whether an object says which one of its kind it is. */
export function identifies({ properties = {} }: SchemaObject): boolean {
  return Object.keys(properties).some((name) => /^(?:id|uuid|name|href|links?)$/i.test(name));
}

/** Whether what stands in a body has a name of its own. */
export function holdsNamed(schema: SchemaObject): boolean {
  const inside = [...Object.values(schema.properties ?? {}), ...unnamedChildren(schema)];
  return inside.some((one) => isNamed(one) || holdsNamed(one));
}

/** `{ keypairs: [{ keypair: { … } }] }`: the one member of an item that is the resource. */
export function wrapsOnceMore({ properties = {} }: SchemaObject, key: string): boolean {
  const [[name, value] = [], ...more] = Object.entries(properties);
  return (
    name !== undefined &&
    value !== undefined &&
    more.length === 0 &&
    isNamed(value) &&
    pascal(name) === pascal(key)
  );
}

/**
 * Whether a body is the resource itself, and no wrapper around it: values stand in it, or several
 * members, none of which is called like the resource.
 */
export function standsAlone(schema: SchemaObject, resource: string): boolean {
  const own = Object.entries(schema.properties ?? {}).filter(([name]) => !beside.test(name));
  if (own.some(([name, value]) => pascal(name) === resource && isNamed(value))) return false;
  return schema.type === "array" || own.length > 1 || own.some(([, value]) => isPlain(value));
}

function isPlain({ type, anyOf, oneOf }: SchemaObject): boolean {
  const choices = anyOf ?? oneOf;
  if (type === undefined) return choices !== undefined && choices.every(isPlain);
  return [type].flat().every((one) => one !== "object" && one !== "array");
}

/** `{ server: { … } }`: one member that is more than pages and counts. */
export function isWrapper({ properties = {} }: SchemaObject): boolean {
  return Object.keys(properties).filter((name) => !beside.test(name)).length === 1;
}
