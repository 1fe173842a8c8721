// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:c96376c4c7a17771

/**
 * Operations whose request names the members that it wants: what a handler replies beside them is
 * left out of the answer.
 *
 * @module
 */
import type { InputValues } from "./inputs.js";
import type { Fields } from "./runtime.js";

/** The members that a request names; undefined where it wants them all. */
export function namedBy(
  fields: Fields | undefined,
  query: InputValues,
): ReadonlySet<unknown> | undefined {
  if (fields === undefined || !Object.hasOwn(query, fields.query)) return undefined;
  const names = new Set<unknown>([query[fields.query]].flat());
  names.delete("");
  return names.size > 0 ? names : undefined;
}

/** A body with no more than these members of its resource, or of each where it holds a list. */
export function withOnly(body: unknown, { of }: Fields, names: ReadonlySet<unknown>): unknown {
  if (of === undefined) return only(body, names);
  if (typeof body !== "object" || body === null || !Object.hasOwn(body, of)) return body;
  return { ...body, [of]: only(Reflect.get(body, of), names) };
}

function only(value: unknown, names: ReadonlySet<unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => only(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.has(name)));
}
