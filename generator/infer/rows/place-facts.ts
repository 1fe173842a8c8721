import type { Row } from "../reference.js";
import { admits, readType } from "../words/documented-type.js";
import { isStart, keyOf, type Position } from "../shape/positions.js";
import { objectAt, shapeAt, type Path, type Shape } from "../shape/shape.js";
import type { PlaceFacts } from "./place-vote.js";

/** What the votes read of each place that a row may speak of. */
export function placeFacts(
  row: Row,
  candidates: readonly Position[],
  last: Path,
  rows: readonly Row[],
  index: number,
  skeleton: Shape,
): readonly PlaceFacts[] {
  const kinds = readType(row.entry?.type ?? "").kinds;
  const versioned = row.entry?.minVersion !== undefined || row.entry?.maxVersion !== undefined;
  const lastKey = keyOf(last);
  const siblings = keyOf(last.slice(0, -1));
  const isNamedAgain = rows.slice(index + 1).some(({ name }) => name.value === row.name.value);
  return candidates.map((position) => {
    const isVariant =
      versioned && position.used.some((other) => other.name.value === row.name.value);
    const seen = [...position.shape.kinds].filter((kind) => kind !== "null");
    const fits = seen.some((kind) => admits(kinds, kind));
    return {
      depth: position.path.length,
      taken: position.used.length > 0 && !isVariant,
      type: kinds.length === 0 || seen.length === 0 ? undefined : fits ? "fits" : "clashes",
      near:
        position.parent === siblings
          ? "beside"
          : position.parent === lastKey
            ? "below"
            : isStart(position.path.slice(0, -1), last)
              ? "around"
              : undefined,
      followers: followers(rows, index, position, skeleton),
      holdsNamesake:
        isNamedAgain &&
        candidates.some(
          ({ path }) => path.length > position.path.length && isStart(position.path, path),
        ),
    };
  });
}

/** How many of the next rows are keys beside, or below, this place. */
function followers(
  rows: readonly Row[],
  index: number,
  position: Position,
  skeleton: Shape,
): number {
  const parent = shapeAt(skeleton, position.path.slice(0, -1));
  if (parent === undefined) return 0;
  const beside = objectAt(parent).members;
  const below = objectAt(position.shape).members;
  return rows
    .slice(index + 1, index + 4)
    .filter(({ name }) => beside.has(name.value) || below.has(name.value)).length;
}
