import type { Operation } from "../apiref/model.js";
import type { SortedRows } from "./rows.js";

/**
 * Operations of one method and path (names of variables aside), in the order of the docs. Each
 * callback stands alone: what its URL has is no path.
 */
export function shareMethodAndPath(
  operations: readonly Operation[],
): readonly (readonly Operation[])[] {
  const groups = new Map<string | Operation, Operation[]>();
  for (const operation of operations) {
    const key = operation.callback
      ? operation
      : `${operation.method.value} ${operation.path.replace(/\{[^{}]*\}/g, "{}")}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [operation]);
    else group.push(operation);
  }
  return [...groups.values()];
}

/**
 * The members that tell operations of one method and path apart: the one top-level key that all
 * samples of an operation have, else the one that its title names, else its first body row. A key
 * that two operations share tells nothing, unless their microversions do not meet.
 */
export function actionKeys(
  group: readonly Operation[],
  sorted: ReadonlyMap<Operation, SortedRows>,
): ReadonlyMap<Operation, string> {
  const keys = new Map<Operation, string>();
  if (group.length < 2) return keys;
  for (const operation of group) {
    const key = keyOf(operation, sorted.get(operation));
    if (key !== undefined) keys.set(operation, key);
  }
  return keys;
}

function keyOf(operation: Operation, rows: SortedRows | undefined): string | undefined {
  const tops = operation.samples.flatMap(({ side, sample }) => {
    if (side !== "request" || sample.kind !== "json" || sample.fragment) return [];
    const { value } = sample;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? [Object.keys(value)]
      : [];
  });
  const sampled = new Set(tops.flat());
  if (tops.length > 0 && tops.every((top) => top.length === 1) && sampled.size === 1)
    return [...sampled][0];
  const titled = /\(\s*`*([A-Za-z][\w-]*)`*\s+action\s*\)/i.exec(operation.title.value)?.[1];
  if (titled !== undefined) return titled;
  const body = rows?.requestBody ?? [];
  const [first] = body;
  if (first === undefined) return undefined;
  return body.length === 1 || /object|none|dict|null/i.test(first.entry?.type ?? "")
    ? first.name.value
    : undefined;
}
