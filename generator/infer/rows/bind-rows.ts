import { KnownAnswers } from "../../collections/known-answers.js";
import { rememberingOf } from "../../collections/remembered.js";
import type { Chapter, Operation, ParameterEntry, Row, Side } from "../reference.js";
import {
  type Bounds,
  compareVersions,
  isEmpty,
  isOpen,
  previousVersion,
} from "../../versions/versions.js";
import { boundsOf } from "./row-bounds.js";
import { namedChanges } from "../limits/named-changes.js";
import { namedParameters } from "../limits/named-parameters.js";
import type { SortedRows } from "./rows.js";

/** Bounds of the rows of an operation, by `request:name` and `response:name`. */
type Stated = ReadonlyMap<string, Bounds>;

/**
 * The rows of operations with the bounds that Sphinx's version directives give them: `..
 * versionadded:: 1.5` and "Introduced the ``name`` field" bind the rows of that name, and where it
 * stands at a creation, the same member of that resource throughout the chapter. In a description
 * it binds what is described. So does prose that says what can be done since a microversion by
 * parameters that it names. What an entry says by its own keys wins.
 */
export function bindRows(
  chapters: readonly Chapter[],
  sorted: ReadonlyMap<Operation, SortedRows>,
  known: KnownAnswers = new KnownAnswers(),
): ReadonlyMap<Operation, SortedRows> {
  const stated = new Map<Operation, Stated>();
  for (const { operations } of chapters)
    for (const operation of operations) {
      const said = statedIn(operation);
      if (said.size > 0) stated.set(operation, said);
    }
  const out = new Map(sorted);
  for (const { operations } of chapters) {
    const lent = lentBy(operations, sorted, stated);
    const loans = [...lent].flatMap(([entry, { min, max }]) => [entry, min, max]);
    for (const operation of operations) {
      const rows = sorted.get(operation);
      if (rows === undefined) continue;
      const bind = () => bindAll(rows, stated.get(operation), lent);
      out.set(operation, known.of("bound rows", operation, [rows, ...loans], bind));
    }
  }
  return out;
}

function bindAll(
  rows: SortedRows,
  stated: Stated | undefined,
  lent: ReadonlyMap<ParameterEntry, Bounds>,
): SortedRows {
  const said = (side: Side, row: Row) => stated?.get(`${side}:${lastName(row)}`);
  const parameter = (side: Side) => (row: Row) => bound(row, said(side, row));
  const member = (side: Side) => (row: Row) =>
    bound(row, said(side, row) ?? (row.entry && lent.get(row.entry)));
  return {
    ...rows,
    query: rows.query.map(parameter("request")),
    header: rows.header.map(parameter("request")),
    requestBody: rows.requestBody.map(member("request")),
    responseHeader: rows.responseHeader.map(parameter("response")),
    responseBody: rows.responseBody.map(member("response")),
  };
}

function lastName({ name }: Row): string {
  return name.value.split(".").at(-1) ?? "";
}

/** Bounds by side and name. What came twice came with the first; what went, with the last. */
const statedIn = rememberingOf(({ changes, description }: Operation): Stated => {
  const said = new Map<string, Bounds>();
  for (const { names, bounds } of namedParameters(description.markdown))
    for (const name of names) said.set(`request:${name}`, bounds);
  for (const change of changes)
    for (const { names, side, bounds } of namedChanges(change))
      for (const name of names)
        for (const one of side === undefined ? (["request", "response"] as const) : [side]) {
          const known = said.get(`${one}:${name}`) ?? {};
          const min = edge(known.min, bounds.min, -1);
          const max = edge(known.max, bounds.max, 1);
          said.set(`${one}:${name}`, {
            ...(min !== undefined && { min }),
            ...(max !== undefined && { max }),
          });
        }
  return said;
});

/** The lesser of two versions, or the greater where `sign` is 1. */
function edge(a: string | undefined, b: string | undefined, sign: 1 | -1): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareVersions(a, b) * sign >= 0 ? a : b;
}

/**
 * What a creation says came into the resource itself: the same entry is the same member wherever
 * the chapter shows the resource. Two creations that differ say nothing of it.
 */
function lentBy(
  operations: readonly Operation[],
  sorted: ReadonlyMap<Operation, SortedRows>,
  stated: ReadonlyMap<Operation, Stated>,
): ReadonlyMap<ParameterEntry, Bounds> {
  const lent = new Map<ParameterEntry, Bounds | undefined>();
  for (const operation of operations) {
    const rows = sorted.get(operation);
    const said = stated.get(operation);
    if (operation.method.value !== "POST" || rows === undefined || said === undefined) continue;
    for (const [side, list] of [
      ["request", rows.requestBody],
      ["response", rows.responseBody],
    ] as const)
      for (const row of list) {
        const bounds = said.get(`${side}:${lastName(row)}`);
        if (bounds === undefined || row.entry === undefined) continue;
        const known = lent.has(row.entry) ? lent.get(row.entry) : bounds;
        const agreed = known?.min === bounds.min && known?.max === bounds.max;
        lent.set(row.entry, agreed ? bounds : undefined);
      }
  }
  return new Map([...lent].flatMap(([entry, bounds]) => (bounds ? [[entry, bounds]] : [])));
}

/** `New in version 2.5` as a paragraph of its own. */
const alone = /^(New|Removed) in version v?(\d{1,4}\.\d{1,4})\.?$/;

function describedBounds({ description }: ParameterEntry): Bounds {
  let bounds: Bounds = {};
  for (const { value } of description.passages) {
    const [, kind, version] = alone.exec(value) ?? [];
    if (version === undefined) continue;
    const max = previousVersion(version);
    if (kind === "New") bounds = { ...bounds, min: version };
    else if (max !== undefined) bounds = { ...bounds, max };
  }
  return bounds;
}

function bound(row: Row, bounds: Bounds | undefined): Row {
  const { entry } = row;
  if (entry === undefined) return row;
  const together = { ...bounds, ...describedBounds(entry), ...boundsOf(row) };
  if (isOpen(together) || isEmpty(together)) return row;
  const { min: minVersion, max: maxVersion } = together;
  if (minVersion === entry.minVersion && maxVersion === entry.maxVersion) return row;
  return { ...row, entry: { ...entry, minVersion, maxVersion } };
}
