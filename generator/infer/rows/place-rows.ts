import type { Row } from "../../apiref/model.js";
import { admits, readType } from "../words/documented-type.js";
import { isOfAnyKey, isPlaceholder } from "../words/data-keys.js";
import { isMap, saysMap } from "../shape/maps.js";
import {
  candidatesOf,
  isStart,
  keyOf,
  nameParts,
  positionsOf,
  type Position,
} from "../shape/positions.js";
import { anyKey, nothing, objectAt, shapeAt, type Path, type Shape } from "../shape/shape.js";
import { sameWord } from "../words/words.js";

/** A row and the places of the skeleton that it speaks of. */
export interface PlacedRow {
  readonly row: Row;
  readonly path: Path;
  /** How the place was found. */
  readonly by: "sample" | "wrapper" | "order";
}

/**
 * Finds for each row the place of the skeleton that it documents. Lists follow the structure, so
 * a row's neighbours in the list are weighed against its neighbours in the skeleton; types and
 * places already taken decide the rest. Rows that the skeleton has no place for are put where
 * the list's order has them, and say so.
 */
export function placeRows(rows: readonly Row[], skeleton: Shape): readonly PlacedRow[] {
  const positions = positionsOf(skeleton);
  const found: (PlacedRow | undefined)[] = [];
  let last: Path = [];
  rows.forEach((row, index) => {
    const best = choose(row, candidatesOf(row, positions), last, rows, index, skeleton);
    if (best === undefined) {
      found.push(undefined);
      return;
    }
    best.used.push(row);
    found.push({ row, path: best.path, by: best.shown ? "sample" : "order" });
    last = best.path;
  });
  return byOrder(rows, found, skeleton);
}

function choose(
  row: Row,
  candidates: readonly Position[],
  last: Path,
  rows: readonly Row[],
  index: number,
  skeleton: Shape,
): Position | undefined {
  const kinds = readType(row.entry?.type ?? "").kinds;
  const versioned = row.entry?.minVersion !== undefined || row.entry?.maxVersion !== undefined;
  const lastKey = keyOf(last);
  const siblings = keyOf(last.slice(0, -1));
  let best: Position | undefined;
  let bestScore = -Infinity;
  for (const position of candidates) {
    let score = -0.2 * position.path.length;
    // A second row of the same name takes the next place, unless both are variants by version.
    const isVariant = (): boolean =>
      versioned && position.used.some((other) => other.name.value === row.name.value);
    if (position.used.length > 0) score -= isVariant() ? 0.5 : 5;
    const seen = [...position.shape.kinds].filter((kind) => kind !== "null");
    if (kinds.length > 0 && seen.length > 0)
      score += seen.some((kind) => admits(kinds, kind)) ? 1.5 : -2.5;
    if (position.parent === siblings) score += 3;
    else if (position.parent === lastKey) score += 2.8;
    else if (isStart(position.path.slice(0, -1), last)) score += 2;
    score += 0.6 * followers(rows, index, position, skeleton);
    if (score > bestScore) {
      best = position;
      bestScore = score;
    }
  }
  return best;
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

/** Places what no sample shows: below its documented parent, else beside its neighbours. */
function byOrder(
  rows: readonly Row[],
  found: readonly (PlacedRow | undefined)[],
  skeleton: Shape,
): readonly PlacedRow[] {
  const out: PlacedRow[] = [];
  const homes = new Map<string, Path>();
  const wrapper = wrapperOf(skeleton);
  const next = nextFound(found);
  // Dotted names say themselves where they are: the list goes on where it left off before them.
  let before: PlacedRow | undefined;
  const put = (placed: PlacedRow): void => {
    out.push(placed);
    const dotted = nameParts(placed.row.name.value).length > 1;
    if (!dotted || before === undefined || nameParts(before.row.name.value).length > 1)
      before = placed;
  };
  for (const placed of found) if (placed) homes.set(placed.row.name.value, placed.path);
  rows.forEach((row, index) => {
    const placed = found[index];
    if (placed !== undefined) {
      put(placed);
      homes.set(row.name.value, placed.path);
      return;
    }
    const container = isContainer(row);
    if (
      container &&
      wrapper !== undefined &&
      row.name.value !== wrapper &&
      sameWord(row.name.value, wrapper)
    ) {
      put({ row, path: [wrapper], by: "wrapper" });
      return;
    }
    const parts = nameParts(row.name.value);
    if (wrapper !== undefined && parts.length < 2 && saysTopLevel(row)) {
      const path = [lastKeyOf(row)];
      // No neighbour of the rows around it.
      put({ row, path, by: "wrapper" });
      homes.set(row.name.value, path);
      return;
    }
    const path =
      parts.length > 1
        ? dottedPath(parts, homes, wrapper)
        : [...neighbourhood(before, next[index], wrapper, skeleton), lastKeyOf(row)];
    put({ row, path, by: "order" });
    homes.set(row.name.value, path);
  });
  return out;
}

/** For each row the next behind it that has a place in the skeleton. */
function nextFound(found: readonly (PlacedRow | undefined)[]): readonly (PlacedRow | undefined)[] {
  const next: (PlacedRow | undefined)[] = [];
  let latest: PlacedRow | undefined;
  for (let index = found.length - 1; index >= 0; index -= 1) {
    next[index] = latest;
    latest = found[index] ?? latest;
  }
  return next;
}

/** Below the longest part of a dotted name that has a place; else below the wrapper. */
function dottedPath(
  parts: readonly string[],
  homes: ReadonlyMap<string, Path>,
  wrapper: string | undefined,
): Path {
  const keys = parts.map((part) => (isPlaceholder(part) ? anyKey : part));
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const head = homes.get(parts.slice(0, length).join("."));
    if (head !== undefined) return [...head, ...keys.slice(length)];
  }
  return wrapper === undefined || parts[0] === wrapper ? keys : [wrapper, ...keys];
}

/** "This is a top-level key in the request body, not part of the `server` portion." */
function saysTopLevel({ entry }: Row): boolean {
  const noun = "(?:key|member|element|property|attribute|object|field)";
  return new RegExp(`\\b(?:is|as|be) an? top[- ]level ${noun}\\b`, "i").test(
    entry?.description.markdown.replace(/\s+/g, " ") ?? "",
  );
}

function lastKeyOf(row: Row): string {
  return isOfAnyKey(row) ? anyKey : row.name.value;
}

/** Whether the docs say that the row holds others. */
export function isContainer(row: Row): boolean {
  const { kinds } = readType(row.entry?.type ?? "");
  return kinds.includes("object") || kinds.includes("array");
}

/** Members beside a wrapper that only help to page through it. */
const paging = /(?:^|_)links$|^(?:next|previous|prev|first|last|count|total|marker|schema)$/;

/** Whether a row of a list concerns the whole list: its pages, its count, its schema. */
export function isOfPages({ name, entry }: Row): boolean {
  return paging.test(name.value) && ofPages.test(entry?.description.markdown ?? "");
}

const ofPages = /\b(?:page|list|collection|total)\b/i;

/** The one key that all of a body stands under, if there is one. */
export function wrapperOf(skeleton: Shape): string | undefined {
  const top = objectAt(skeleton);
  if (skeleton.kinds.has("array") || top.values !== undefined) return undefined;
  const beside = [...top.members].filter(([name]) => !paging.test(name) || top.members.size === 1);
  const [only, ...more] = beside;
  if (only === undefined) return undefined;
  const [name, { shape }] = only;
  const holds = shape.kinds.has("object") || shape.kinds.has("array");
  if (more.length === 0 && holds) return name;
  // Beside the wrapper may stand what concerns all of it: the largest object, by far.
  const sizes = beside.map(([, member]) => objectAt(member.shape).members.size);
  const [largest = 0] = sizes.toSorted((a, b) => b - a);
  const rest = sizes.reduce((sum, size) => sum + size, 0) - largest;
  const scalars = sizes.filter((size) => size === 0).length;
  return largest >= 3 && largest > 3 * (rest + scalars)
    ? beside[sizes.indexOf(largest)]?.[0]
    : undefined;
}

/** Whether a row begins an object of which nothing else is known: what follows stands inside. */
function opensObject(row: Row, shape: Shape | undefined): boolean {
  const { kinds } = readType(row.entry?.type ?? "");
  if (!kinds.includes("object") || kinds.includes("array")) return false;
  const inside = objectAt(shape ?? nothing);
  const prose = row.entry?.description.markdown ?? "";
  return (
    inside.members.size === 0 &&
    inside.values === undefined &&
    !isMap(row.name.value, prose, nothing) &&
    !saysMap(prose)
  );
}

/** The object that a row without a place of its own belongs to, judged by the rows around it. */
function neighbourhood(
  before: PlacedRow | undefined,
  after: PlacedRow | undefined,
  wrapper: string | undefined,
  skeleton: Shape,
): Path {
  if (before !== undefined && after !== undefined && before.by !== "wrapper") {
    // Between two places: what they share, or below the first where the second stands below it.
    if (isStart(before.path, after.path) && before.path.length < after.path.length) {
      // In a map, every member stands in its values.
      const keys = after.path.slice(before.path.length, -1);
      return keys.every((key) => key === anyKey) ? after.path.slice(0, -1) : before.path;
    }
    const parent = before.path.slice(0, -1);
    if (isStart(parent, after.path)) return parent;
    return after.path.slice(0, -1);
  }
  if (before !== undefined && before.by !== "wrapper") {
    const shape = shapeAt(skeleton, before.path);
    if (skeleton.borrowed && opensObject(before.row, shape)) return before.path;
    // Right behind the documented wrapper: inside it.
    if (shape !== undefined && before.path.length === 1 && before.path[0] === wrapper)
      return before.path;
    return before.path.slice(0, -1);
  }
  if (after !== undefined && after.path.length > 1) return after.path.slice(0, -1);
  return wrapper === undefined ? [] : [wrapper];
}
