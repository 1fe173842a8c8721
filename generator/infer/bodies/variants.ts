import { groupBy } from "../../collections/groups.js";
import type { Row } from "../reference.js";
import { admits, readType } from "../words/documented-type.js";
import { agrees } from "../words/formats.js";
import type { PlacedRow } from "../rows/place-rows.js";
import { boundsOf } from "../rows/row-bounds.js";
import type { Shape } from "../shape/shape.js";

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
  return { ...shape, kinds, strings };
}
