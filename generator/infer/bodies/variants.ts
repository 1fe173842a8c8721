import { groupBy } from "../../collections/groups.js";
import type { Bounds } from "../../versions/versions.js";
import type { Row } from "../reference.js";
import { admits, readType } from "../words/documented-type.js";
import { agrees } from "../words/formats.js";
import { type Branch, within } from "../rows/branch.js";
import type { PlacedRow } from "../rows/place-rows.js";
import { boundsOf } from "../rows/row-bounds.js";
import { anyKey, nothing, type Shape } from "../shape/shape.js";

/** A row that names another wrapper than the sample does speaks of it only where their types agree. */
export function speaksOf({ row, by }: PlacedRow, shape: Shape): boolean {
  const { kinds } = readType(row.entry?.type ?? "");
  return by !== "wrapper" || [...shape.kinds].every((kind) => admits(kinds, kind));
}

/** Rows of one place by their bounds, in the order of the list. */
export function groupByBounds(rows: readonly PlacedRow[]): readonly (readonly PlacedRow[])[] {
  const boundsKey = ({ row }: PlacedRow): string => {
    const { min = "", max = "" } = boundsOf(row);
    return `${min}..${max}`;
  };
  return [...groupBy(rows, boundsKey).values()];
}

/** What of a shape one variant admits: samples of other versions speak of the other variants. */
export function narrow(shape: Shape, rows: readonly Row[]): Shape {
  const documented = rows.flatMap((row) => readType(row.entry?.type ?? "").kinds);
  const kinds = new Set([...shape.kinds].filter((kind) => admits(documented, kind)));
  const format = rows.map((row) => readType(row.entry?.type ?? "").format).find(Boolean);
  const strings =
    format === undefined ? shape.strings : shape.strings.filter((text) => agrees(format, [text]));
  const isObject = kinds.has("object") || shape.kinds.size === 0;
  const isArray = kinds.has("array") || shape.kinds.size === 0;
  return {
    ...shape,
    kinds,
    strings,
    ...(!isObject && { members: nothing.members, values: undefined }),
    ...(!isArray && { items: undefined }),
  };
}

/**
 * What is below a place, for a variant of it: where a map became a list, or the reverse, rows stand
 * below the values of the one, and are those of the items of the other, too.
 */
export function branchFor(all: Branch, bounds: Bounds, variant: Shape, whole: Shape): Branch {
  if (variant === whole || whole.items === undefined || whole.values === undefined) return all;
  const branch = within(all, bounds);
  const ofValues = branch.below.get(anyKey);
  if (variant.values === undefined && ofValues !== undefined) {
    const { below } = branch;
    const own = [...below].filter(([key]) => key !== anyKey);
    return within({ ...branch, below: new Map([...own, ...ofValues.below]) }, bounds);
  }
  const isMap = variant.items === undefined && variant.members.size === 0;
  return isMap && ofValues === undefined && branch.below.size > 0
    ? { ...branch, below: new Map([[anyKey, { rows: [], below: branch.below }]]) }
    : branch;
}
