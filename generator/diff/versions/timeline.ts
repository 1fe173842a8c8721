import type { Microversions } from "../../openapi/model.js";
import { compareVersions, nextVersion, previousVersion } from "../../versions/versions.js";
import type { VersionRange } from "../change.js";

/** The microversions at which two sides are compared. */
export interface Timeline {
  /** The first that both sides have; undefined where neither has any. */
  readonly first: string | undefined;
  /** The last that OLD knew: whatever comes behind it is an addition. */
  readonly known: string | undefined;
  /** The last that either knows. */
  readonly last: string | undefined;
}

/** A stretch of microversions in which nothing begins and nothing ends. */
export interface Segment {
  readonly range: VersionRange;
  /** At which both sides are looked at. */
  readonly at: string | undefined;
  /** OLD did not know these. */
  readonly isNew: boolean;
}

/** Both sides at one microversion, which OLD knew. */
export function timelineAt(version: string): Timeline {
  return { first: version, known: version, last: version };
}

/** Where a service gets microversions, programs of before are at the first of them. */
export function timelineOf(
  old: Microversions | undefined,
  now: Microversions | undefined,
): Timeline {
  if (old === undefined && now === undefined)
    return { first: undefined, known: undefined, last: undefined };
  const first = later(old?.minimum, now?.minimum);
  const known = old?.maximum ?? now?.minimum;
  const last = later(old?.maximum, now?.maximum);
  return { first, known: later(known, first), last: later(last, first) };
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareVersions(a, b) >= 0 ? a : b;
}

/** The stretches between the boundaries, ascending. */
export function segmentsOf(
  { first, known, last }: Timeline,
  boundaries: Iterable<string>,
): readonly Segment[] {
  if (first === undefined || known === undefined || last === undefined)
    return [{ range: { min: null, max: null }, at: undefined, isNew: false }];
  const behind = nextVersion(known);
  const starts = [first, ...(behind === undefined ? [] : [behind]), ...boundaries].filter(
    (version) => compareVersions(first, version) <= 0 && compareVersions(version, last) <= 0,
  );
  const sorted = [...new Set(starts)].toSorted(compareVersions);
  return sorted.map((start, index) => {
    const next = sorted[index + 1];
    const end = next === undefined ? last : (previousVersion(next) ?? start);
    return {
      range: { min: start, max: end },
      at: start,
      isNew: compareVersions(start, known) > 0,
    };
  });
}
