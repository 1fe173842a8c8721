import { groupBy } from "../../collections/groups.js";
import type { Operation } from "../reference.js";
import { type Bounds, intersect, isEmpty } from "../../versions/versions.js";
import type { SortedRows } from "../rows/rows.js";

/**
 * Operations of one method and path (names of variables aside), in the order of the docs. Each
 * callback stands alone: what its URL has is no path.
 */
export function shareMethodAndPath(
  operations: readonly Operation[],
): readonly (readonly Operation[])[] {
  const keyOf = (operation: Operation) =>
    operation.callback
      ? operation
      : `${operation.method.value} ${operation.path.replace(/\{[^{}]*\}/g, "{}")}`;
  return [...groupBy(operations, keyOf).values()];
}

/** What the samples, the title or the rows of an operation name as the one member of its body. */
export interface ActionKey {
  readonly key: string;
  /** Whether it tells the operation from others of its method and path. */
  readonly telling: boolean;
}

/**
 * The members that tell operations of one method and path apart: the one top-level key that all
 * samples of an operation have, else the one that its title names, else its first body row. A key
 * that two operations share tells nothing, unless their microversions do not meet.
 */
export function actionKeys(
  group: readonly Operation[],
  sorted: ReadonlyMap<Operation, SortedRows>,
  boundsOf: (operation: Operation) => Bounds,
): ReadonlyMap<Operation, ActionKey> {
  if (group.length < 2) return new Map();
  const byKey = new Map<string, Operation[]>();
  for (const operation of group) {
    const key = keyOf(operation, sorted.get(operation));
    const same = key === undefined ? undefined : byKey.get(key);
    if (same !== undefined) same.push(operation);
    else if (key !== undefined) byKey.set(key, [operation]);
  }
  const meet = (one: Operation, other: Operation): boolean =>
    one !== other && !isEmpty(intersect(boundsOf(one), boundsOf(other)));
  return new Map(
    [...byKey].flatMap(([key, same]) =>
      same.map((operation) => {
        const telling = !same.some((other) => meet(operation, other));
        return [operation, { key, telling }] as const;
      }),
    ),
  );
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
