import { groupBy } from "../../collections/groups.js";
import type { Operation, Row } from "../reference.js";
import {
  type Bounds,
  compareVersions,
  intersect,
  isEmpty,
  isOpen,
  nextVersion,
  previousVersion,
  within,
} from "../../versions/versions.js";
import { isOf, type Majors } from "../limits/majors.js";
import { boundsInTitle } from "../limits/titles.js";
import { boundsOf } from "./row-bounds.js";
import type { SortedRows } from "./rows.js";

/** A row, and the microversions of the list that it stands in. */
interface Standing {
  readonly row: Row;
  readonly bounds: Bounds;
}

/**
 * The rows of an operation within the microversions that the headings of their lists name:
 * `Response (microversions 1.10 - 1.11)` beside `Response (microversions 1.12 - )`. A row that
 * several lists have is of all of theirs. What an entry says by its own keys is said within that;
 * where nothing would be left, the entry is right. `own` are the bounds of the operation.
 */
export function bindLists(
  operation: Operation,
  rows: SortedRows,
  own: Bounds,
  majors: Majors,
): SortedRows {
  const stated = new Map<Row["span"], Bounds>();
  for (const side of ["request", "response"] as const) {
    const begins = (min: string): boolean =>
      (own.min !== undefined && compareVersions(min, own.min) <= 0) ||
      (side === "response" && beginsAnswer(operation, min));
    for (const [span, bounds] of statedBy(operation[side], begins, majors))
      stated.set(span, bounds);
  }
  if (stated.size === 0) return rows;
  const bound = (list: readonly Row[]): readonly Row[] =>
    list.map((row) => boundBy(row, stated.get(row.span)));
  return {
    ...rows,
    query: bound(rows.query),
    header: bound(rows.header),
    requestBody: bound(rows.requestBody),
    responseHeader: bound(rows.responseHeader),
    responseBody: bound(rows.responseBody),
  };
}

/** The bounds of the rows of one side, by where each stands; none where its headings bind nothing. */
function statedBy(
  lists: Operation["request"],
  begins: (min: string) => boolean,
  majors: Majors,
): ReadonlyMap<Row["span"], Bounds> {
  const said = lists.map(({ titles }) => {
    const all = titles.map(boundsInTitle).filter((bounds) => isOf(majors, bounds));
    const bounds = all.reduce(intersect, {});
    return isEmpty(bounds) ? {} : bounds;
  });
  if (said.every(isOpen)) return new Map();
  const bounds = said.map((one) => fromTheFirst(untilTheNext(one, said), begins));
  const standing = lists.flatMap(({ rows }, index) =>
    rows.map((row): Standing => ({ row, bounds: bounds[index] ?? {} })),
  );
  return new Map(
    [...groupBy(standing, ({ row }) => keyOf(row)).values()].flatMap((same) => {
      const below = standing.filter(({ row }) => same.some((one) => isBelow(row, one.row)));
      const all = together([...same, ...below].map((one) => one.bounds));
      return same.map((one) => [one.row.span, all ?? one.bounds] as const);
    }),
  );
}

/** The lists of a side tell of all microversions: what none of them names goes on as it was before. */
function untilTheNext(bounds: Bounds, all: readonly Bounds[]): Bounds {
  const { max } = bounds;
  if (max === undefined || all.some((one) => follows(one, max))) return bounds;
  const later = all
    .flatMap(({ min }) => (min !== undefined && compareVersions(min, max) > 0 ? [min] : []))
    .toSorted(compareVersions);
  const last = later[0] === undefined ? undefined : previousVersion(later[0]);
  return last === undefined ? bounds : { ...bounds, max: last };
}

/** Whether the version after `last` is within the bounds. */
function follows(bounds: Bounds, last: string): boolean {
  const next = nextVersion(last);
  return next !== undefined && within(bounds, next);
}

/** Without a beginning that is that of what holds the list, or of all microversions. */
function fromTheFirst(bounds: Bounds, begins: (min: string) => boolean): Bounds {
  const { min, max } = bounds;
  if (min === undefined || (previousVersion(min) !== undefined && !begins(min))) return bounds;
  return max === undefined ? {} : { max };
}

/** Whether all successes that are answered at a microversion or later are not answered before it. */
function beginsAnswer({ statuses }: Operation, min: string): boolean {
  const later = statuses.filter(
    ({ kind, maxVersion }) =>
      kind === "success" && (maxVersion === undefined || compareVersions(maxVersion, min) >= 0),
  );
  return (
    later.length > 0 &&
    later.every(
      ({ minVersion }) => minVersion !== undefined && compareVersions(minVersion, min) >= 0,
    )
  );
}

/** One entry under one name. */
function keyOf({ name, reference, entry }: Row): string {
  return JSON.stringify([name.value, entry?.file, reference.value]);
}

/** `box.lid` is below `box`: where that is, this is, too. */
function isBelow(row: Row, above: Row): boolean {
  return row.name.value.startsWith(`${above.name.value}.`);
}

/** What several bounds reach over, where nothing between them is left out. */
function together(all: readonly Bounds[]): Bounds | undefined {
  const [first, ...more] = all.toSorted((a, b) => compareVersions(a.min ?? "", b.min ?? ""));
  let reached = first ?? {};
  for (const next of more) {
    const { max } = reached;
    if (max === undefined) return reached;
    const after = nextVersion(max) ?? max;
    if (next.min !== undefined && compareVersions(next.min, after) > 0) return undefined;
    const { max: _max, ...begun } = reached;
    if (next.max === undefined) reached = begun;
    else if (compareVersions(next.max, max) > 0) reached = { ...begun, max: next.max };
  }
  return reached;
}

function boundBy(row: Row, stated: Bounds | undefined): Row {
  const { entry } = row;
  if (entry === undefined || stated === undefined || isOpen(stated)) return row;
  const all = intersect(boundsOf(row), stated);
  if (isEmpty(all)) return row;
  return { ...row, entry: { ...entry, minVersion: all.min, maxVersion: all.max } };
}
