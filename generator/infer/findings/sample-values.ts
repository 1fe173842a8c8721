import type { Json, Operation, Side } from "../reference.js";
import { wholeSamples } from "../bodies/infer-bodies.js";
import type { Kind } from "../words/kind.js";

/** The whole JSON bodies that the docs themselves show of one side. */
export function sampleValues(operation: Operation, side: Side): readonly Json[] {
  return wholeSamples(operation, side).flatMap(({ sample }) =>
    sample.kind === "json" ? [sample.value] : [],
  );
}

/**
 * What stands at a place such as `server.networks[].*.id`: `[]` steps into a list, `*` into every
 * member of a map. Names may hold dots, so that several readings of a place are followed.
 */
export function valuesAt(values: readonly Json[], path: string): readonly Json[] {
  if (path === "") return values;
  return values.flatMap((value) => {
    if (isList(value)) return path.startsWith("[]") ? valuesAt(value, path.slice(2)) : [];
    if (!isObject(value)) return [];
    const rest = path.startsWith(".") ? path.slice(1) : path;
    const named = namesAhead(rest, value).flatMap((name) =>
      valuesAt([value[name] ?? null], rest.slice(name.length)),
    );
    if (named.length > 0 || !/^\*(?:$|\.|\[\])/.test(rest)) return named;
    return valuesAt(Object.values(value), rest.slice(1));
  });
}

/** The members that a place may begin with, in the object's order: `a` and `a.b` of `a.b.c`. */
function namesAhead(place: string, object: JsonObject): readonly string[] {
  const names = [...place.matchAll(/\.|\[\]|$/g)]
    .map(({ index }) => place.slice(0, index))
    .filter((name) => Object.hasOwn(object, name));
  if (names.length < 2) return names;
  const wanted = new Set(names);
  return Object.keys(object).filter((name) => wanted.has(name));
}

/** The keys of all objects, however deep. */
export function keysIn(values: readonly Json[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const waiting: Json[] = [...values];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isObject(value)) for (const key of Object.keys(value)) keys.add(key);
    const held = isObject(value) ? Object.values(value) : isList(value) ? value : [];
    for (const each of held) waiting.push(each);
  }
  return keys;
}

/** The place that holds the member `name` at `path`. */
export function parentOf(path: string, name: string): string {
  return path.slice(0, path.length - name.length).replace(/\.$/, "");
}

/** `uuid` of `allocations[].*.uuid`. */
export function lastName(path: string): string {
  return path.split(/\.|\[\]/).findLast((name) => name !== "") ?? "";
}

export function kindOf(value: Json): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "object") return "object";
  return typeof value === "string" ? "string" : "boolean";
}

export interface JsonObject {
  readonly [name: string]: Json;
}

export function isObject(value: Json): value is JsonObject {
  return kindOf(value) === "object";
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
