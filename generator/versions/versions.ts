import { remembering } from "../collections/remembering.js";

/** Bounds of microversions: text, inclusive; absent when open. */
export interface Bounds {
  readonly min?: string;
  readonly max?: string;
}

/**
 * Microversions are text in two parts, `major.minor`: never numbers, since 2.10 is not 2.1 (the
 * OpenStack API-WG guideline on microversions). Everything that compares them is here.
 */

/** More versions than any service has; a larger range is a slip of the docs and is not spelt out. */
const mostVersions = 5000;

/** Less than zero when `a` comes before `b`; part by part, a missing part counts as none. */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const left = partsOf(a);
  const right = partsOf(b);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = comparePart(left[index] ?? "", right[index] ?? "");
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `v2.53` and ` 2.53 ` are 2.53. */
const partsOf = remembering((version): readonly string[] =>
  version
    .trim()
    .replace(/^[vV](?=\d)/, "")
    .split("."),
);

/** Digits by their value (any length, so compared as text), before every other text. */
function comparePart(a: string, b: string): number {
  const digits = /^\d+$/;
  if (digits.test(a) && digits.test(b)) {
    const [left, right] = [a.replace(/^0+(?=\d)/, ""), b.replace(/^0+(?=\d)/, "")];
    return left.length - right.length || byCodeUnit(left, right);
  }
  if (digits.test(a) !== digits.test(b) && a !== "" && b !== "") return digits.test(a) ? -1 : 1;
  return byCodeUnit(a, b);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether `version` lies inside the bounds; both ends belong to them. */
export function within(bounds: Bounds, version: string): boolean {
  return (
    (bounds.min === undefined || compareVersions(bounds.min, version) <= 0) &&
    (bounds.max === undefined || compareVersions(version, bounds.max) <= 0)
  );
}

/** No end is stated. */
export function isOpen(bounds: Bounds): boolean {
  return bounds.min === undefined && bounds.max === undefined;
}

/** No version lies inside: the first comes after the last. */
export function isEmpty(bounds: Bounds): boolean {
  return (
    bounds.min !== undefined &&
    bounds.max !== undefined &&
    compareVersions(bounds.min, bounds.max) > 0
  );
}

/** Whether all that lies inside `inner` lies inside `outer` as well. */
export function encloses(outer: Bounds, inner: Bounds): boolean {
  return (
    (outer.min === undefined ||
      (inner.min !== undefined && compareVersions(inner.min, outer.min) >= 0)) &&
    (outer.max === undefined ||
      (inner.max !== undefined && compareVersions(inner.max, outer.max) <= 0))
  );
}

/** What lies inside both. May be empty: see `isEmpty`. */
export function intersect(a: Bounds, b: Bounds): Bounds {
  const min = later(a.min, b.min);
  const max = earlier(a.max, b.max);
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareVersions(a, b) >= 0 ? a : b;
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareVersions(a, b) <= 0 ? a : b;
}

/** The version after this one: minors count up by one, and no major follows another. */
export function nextVersion(version: string): string | undefined {
  const { major, minor } = split(version);
  return major === undefined || minor === undefined ? undefined : `${major}.${minor + 1}`;
}

/** The version before this one; nothing comes before a minor of 0. */
export function previousVersion(version: string): string | undefined {
  const { major, minor } = split(version);
  return major === undefined || minor === undefined || minor === 0
    ? undefined
    : `${major}.${minor - 1}`;
}

function split(version: string): { major?: string; minor?: number } {
  const [, major, minor] = /^\s*[vV]?(\d+)\.(\d{1,9})\s*$/.exec(version) ?? [];
  return major === undefined || minor === undefined ? {} : { major, minor: Number(minor) };
}

/**
 * Every version from `minimum` to `maximum`, ascending. Within a major each minor exists; across
 * majors only the ends and the minors of the last major are known.
 */
export function versionsBetween(minimum: string, maximum: string): readonly string[] {
  if (compareVersions(minimum, maximum) > 0) return [];
  const first = split(minimum);
  const last = split(maximum);
  if (last.major === undefined || last.minor === undefined) return unique([minimum, maximum]);
  const from = first.major === last.major ? (first.minor ?? 0) : 0;
  if (last.minor - from >= mostVersions) return unique([minimum, maximum]);
  const minors = Array.from(
    { length: last.minor - from + 1 },
    (_, index) => `${last.major}.${from + index}`,
  );
  return first.major === last.major ? minors : unique([minimum, ...minors]);
}

function unique(versions: readonly string[]): readonly string[] {
  return [...new Set(versions)];
}
