import type { Json, Operation, Side } from "../../apiref/model.js";
import { wholeSamples } from "../bodies/infer-bodies.js";
import type { Kind } from "../bodies/shape.js";

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
    const below = (name: string, held: readonly Json[]): readonly Json[] =>
      rest.startsWith(name) && /^(?:$|\.|\[\])/.test(rest.slice(name.length))
        ? valuesAt(held, rest.slice(name.length))
        : [];
    const members = Object.entries(value);
    const named = members.flatMap(([name, held]) => below(name, [held]));
    return named.length > 0 ? named : below("*", Object.values(value));
  });
}

/** Whether any object has the key, however deep. */
export function hasKey(values: readonly Json[], key: string): boolean {
  const waiting: Json[] = [...values];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isObject(value) && Object.hasOwn(value, key)) return true;
    const held = isObject(value) ? Object.values(value) : isList(value) ? value : [];
    for (const each of held) waiting.push(each);
  }
  return false;
}

/** The place that holds the member `name` at `path`. */
export function parentOf(path: string, name: string): string {
  return path.slice(0, path.length - name.length).replace(/\.$/, "");
}

export function kindOf(value: Json): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "object") return "object";
  return typeof value === "string" ? "string" : "boolean";
}

export function isObject(value: Json): value is { readonly [name: string]: Json } {
  return kindOf(value) === "object";
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
