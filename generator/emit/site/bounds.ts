import { type Bounds, compareVersions, isOpen } from "../../openapi/versions.js";
import { escaped, type Html, nothing } from "../html.js";
import { part } from "./part.js";
import { words } from "./words.js";

/**
 * The attribute that says at which microversions an element is there: `data-at="2.19-2.52"`, open
 * at an end that has no bound, several ranges with spaces between. The script of the page hides
 * what is not there at the chosen one.
 */
export function at(...ranges: readonly Bounds[]): Html {
  const said = rangesOf(ranges);
  return said === "" ? nothing : (` data-at="${escaped(said)}"` as Html);
}

/** The same ranges as words; nothing where one of them has no bound, or there are none. */
export function rangesOf(ranges: readonly Bounds[]): string {
  if (ranges.some(isOpen)) return "";
  return [...new Set(ranges.map(({ min = "", max = "" }) => `${min}-${max}`))].join(" ");
}

/** The bounds as people read them: `new in 2.19`. */
export function boundsWords({ min, max }: Bounds): string {
  // Below every microversion: what stands for none.
  if (max === "0") return "";
  if (min === undefined) return max === undefined ? "" : words.until(max);
  if (max === undefined) return words.newIn(min);
  return min === max ? words.only(min) : words.between(min, max);
}

/** The bounds as a mark beside a name; nothing where there are none. Several are said as one. */
export function boundsMark(...ranges: readonly Bounds[]): Html {
  const said = boundsWords(hullOf(ranges));
  return said === "" ? nothing : mark("version", said);
}

/** From the first of some ranges to the last. */
export function hullOf(ranges: readonly Bounds[]): Bounds {
  const [first, ...rest] = ranges;
  return rest.reduce<Bounds>(
    (hull, { min, max }) => ({
      ...(hull.min !== undefined && min !== undefined && { min: earlier(hull.min, min) }),
      ...(hull.max !== undefined && max !== undefined && { max: later(hull.max, max) }),
    }),
    first ?? {},
  );
}

function earlier(a: string, b: string): string {
  return compareVersions(a, b) <= 0 ? a : b;
}

function later(a: string, b: string): string {
  return compareVersions(a, b) >= 0 ? a : b;
}

/** A short mark beside a name, such as `required`. */
export function mark(kind: string, said: string, where: Html = nothing): Html {
  return part("mark", { kind: escaped(kind), said: escaped(said), at: where });
}
