import type { Json } from "../reference.js";
import { isList, isObject, type JsonObject } from "../shape/sample-json.js";

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

/** The place that holds the member `name` at `path`. */
export function parentOf(path: string, name: string): string {
  return path.slice(0, path.length - name.length).replace(/\.$/, "");
}

/** `uuid` of `allocations[].*.uuid`. */
export function lastName(path: string): string {
  return path.split(/\.|\[\]/).findLast((name) => name !== "") ?? "";
}
