import { groupBy } from "../../collections/groups.js";
import type { Operation, Row, Side } from "../reference.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { NearNames } from "../../diagnostics/near-names.js";
import { misspeltRow } from "../../diagnostics/rules/misspelt-row.js";
import type { KnownNames } from "../siblings/known-names.js";
import type { RespeltRow } from "../siblings/members/respell-rows.js";
import { isOtherNumber, slipDistance } from "../words/names/slips.js";
import { lastName, parentOf } from "./sample-values.js";

/** A row that no sample shows, and the place that it was given. */
export interface UnseenRow {
  readonly row: Row;
  readonly path: string;
  readonly key: string;
}

/** A row and the place of the key that it most probably documents, both spelt in their own way. */
export interface Slip {
  readonly row: Row;
  readonly path: string;
}

/**
 * Rows that no sample shows beside keys that no row documents, where the two names are as near as
 * slips are: the one is the other, misspelt. A row may also stand inside the key that it means,
 * where that wraps all of the body. Nearest pairs first, each name once.
 */
export function slipsBetween(
  unseen: readonly UnseenRow[],
  undocumented: Iterable<string>,
): readonly Slip[] {
  const byParent = groupBy(undocumented, (path) => parentOf(path, lastName(path)));
  const near = new Map<string, NearNames>();
  const namesAt = (parent: string): NearNames => {
    const known = near.get(parent) ?? new NearNames((byParent.get(parent) ?? []).map(lastName));
    near.set(parent, known);
    return known;
  };
  const pairs = unseen.flatMap(({ row, path, key }) => {
    const parent = parentOf(path, key);
    const around = parentOf(parent, lastName(parent));
    const beside = namesAt(parent).candidates(key);
    const outside = byParent.get(around)?.includes(parent) === true ? [lastName(parent)] : [];
    return [
      ...beside.map((name) => ({ name, path: parent === "" ? name : `${parent}.${name}` })),
      ...outside.map((name) => ({ name, path: parent })),
    ].flatMap(({ name, path: place }) => {
      const distance = slipDistance(key, name);
      return distance === undefined ? [] : [{ row, path: place, distance }];
    });
  });
  const rows = new Set<Row>();
  const places = new Set<string>();
  return pairs
    .toSorted((a, b) => a.distance - b.distance)
    .filter(({ row, path }) => {
      if (rows.has(row) || places.has(path)) return false;
      rows.add(row);
      places.add(path);
      return true;
    });
}

/** What other places of the docs say of the two names: which is the slip, if they know only one. */
export function slipFinding(
  { row, path }: Slip,
  side: Side,
  operation: Operation,
  known: KnownNames,
): Diagnostic {
  const name = row.name.value;
  const shown = lastName(path);
  const knowsRow = known.hasElsewhere(name, operation);
  const knowsKey = known.hasElsewhere(shown, operation);
  const undecided = knowsRow === knowsKey || isOtherNumber(name, shown);
  const slip = undecided ? undefined : knowsKey ? "row" : "sample";
  return report(misspeltRow, row.name.span, { name, shown, side, slip });
}

/** What is said of a row that is read as the samples spell it. */
export function respeltFinding({ row, side, shown }: RespeltRow): Diagnostic {
  return report(misspeltRow, row.name.span, { name: row.name.value, shown, side, slip: "row" });
}
