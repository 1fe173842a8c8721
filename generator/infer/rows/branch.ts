import { type Bounds, intersect, isEmpty } from "../../versions/versions.js";
import type { PlacedRow } from "./place-rows.js";
import { boundsOf } from "./row-bounds.js";

/** A place of the body: what samples show there, the rows that speak of it, what is below. */
export interface Branch {
  readonly rows: PlacedRow[];
  readonly below: Map<string, Branch>;
}

/** The branch at `path` below `root`; what is missing on the way is made. */
export function branchAt(root: Branch, path: readonly string[]): Branch {
  let at = root;
  for (const key of path) {
    let next = at.below.get(key);
    if (next === undefined) at.below.set(key, (next = { rows: [], below: new Map() }));
    at = next;
  }
  return at;
}

/** Where no row speaks of a place or of what is below it. */
export const empty: Branch = { rows: [], below: new Map() };

/** What of a branch there is within some microversions: its own rows, and what is below it. */
export function within(branch: Branch, bounds: Bounds): Branch {
  const isThere = ({ rows, below }: Branch): boolean =>
    rows.length + below.size === 0 ||
    rows.some(({ row }) => !isEmpty(intersect(boundsOf(row), bounds))) ||
    [...below.values()].some(isThere);
  return { ...branch, below: new Map([...branch.below].filter(([, inner]) => isThere(inner))) };
}
