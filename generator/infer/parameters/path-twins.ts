import { nearest } from "../../diagnostics/nearest.js";
import type { Operation, Row } from "../reference.js";
import { serverVariables, type SortedRows } from "../rows/rows.js";
import { slipDistance } from "../words/names/slips.js";

/** What the rows of an operation and the variables of its path have for each other, where they do not meet. */
export interface PathTwins {
  /** The variables that no row is called after, each once. */
  readonly bare: readonly string[];
  /** Rows of a path that has no such variable. */
  readonly strange: readonly Row[];
  /** Variable → the name of the rows that mean it. */
  readonly twins: ReadonlyMap<string, string>;
}

/** Which rows mean variables of the path under other names. */
export function pathTwins(operation: Operation, rows: SortedRows): PathTwins {
  const documented = new Set(rows.path.map(({ name }) => name.value));
  const bare = [...new Set(operation.variables.filter((name) => !documented.has(name)))];
  const ofServer = serverVariables(operation);
  const strange = [
    ...rows.unplaced,
    ...rows.query.filter(({ entry }) => entry?.in === "path"),
    ...rows.requestBody.filter(({ entry }) => entry?.in === "path"),
  ].filter(({ name }) => !ofServer.has(name.value));
  const names = new Set(strange.map(({ name }) => name.value));
  const lost = new Set(rows.unplaced.map(({ name }) => name.value));
  return { bare, strange, twins: twinsOf(bare, [...names], lost) };
}

/**
 * The rows that mean variables of the URL under other names: spelt in another way or misspelt, the
 * nearest first; or the only one left for the only variable left, where one name begins as the other
 * does or says no more than how the other ends: `finder_id` for `{finder}`, `id` for `{box_id}`.
 */
function twinsOf(
  variables: readonly string[],
  rows: readonly string[],
  lost: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const twins = new Map<string, string>();
  const taken = new Set<string>();
  const near = variables.flatMap((name) =>
    rows.flatMap((row) => {
      const distance = slipDistance(row, name);
      return distance === undefined ? [] : [{ name, row, distance }];
    }),
  );
  for (const { name, row } of near.toSorted((a, b) => a.distance - b.distance)) {
    if (twins.has(name) || taken.has(row)) continue;
    twins.set(name, row);
    taken.add(row);
  }
  const [name, ...names] = variables.filter((each) => !twins.has(each));
  const [row, ...others] = rows.filter((each) => lost.has(each) && !taken.has(each));
  if (name === undefined || row === undefined || names.length + others.length > 0) return twins;
  const [meant = "", said = ""] = [name, row].map((each) =>
    each.toLowerCase().replaceAll("-", "_"),
  );
  const isPart =
    said.startsWith(`${meant}_`) || meant.startsWith(`${said}_`) || meant.endsWith(`_${said}`);
  if (isPart || nearest(row, [name]).length > 0) twins.set(name, row);
  return twins;
}
