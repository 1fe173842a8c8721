import type { ApiModel } from "../openapi/model.js";
import { compareVersions, nextVersion, previousVersion } from "../versions/versions.js";
import { type Change, reconsidered, type VersionRange } from "./change.js";
import { sentence } from "./describe.js";
import type { Difference } from "./difference.js";
import { fingerprintOf } from "./fingerprint.js";
import { pointerOf } from "../collections/json-pointer.js";
import type { ChangeRecord } from "./record.js";
import { microversionsAdded, microversionsRemoved } from "./rules/operations.js";

/** The version history of a tree: what each microversion changed. */
type History = ReadonlyMap<string, string>;

const none: History = new Map();

const stillThere = "the version history of NEW still has them: bounds of rows are gone";

/**
 * What is different about the service as a whole: its microversions. A document knows those between
 * the first bound and the last; which of them are left out of that is no loss of the service where
 * the version history of NEW still has them. Those to which nothing is bound are in the histories alone.
 */
export function compareService(
  old: ApiModel,
  now: ApiModel,
  histories: { readonly old?: History | undefined; readonly new?: History | undefined } = {},
): readonly Change[] {
  const { old: before = none, new: after = none } = histories;
  return [
    ...comparedEnds(old, now).map((one) =>
      one.id === microversionsRemoved.id && spans(after, one.versions)
        ? reconsidered(one, "correction", stillThere)
        : one,
    ),
    ...inHistories(
      { end: old.microversions?.maximum, history: before },
      { end: now.microversions?.maximum, history: after },
    ),
  ];
}

interface Known {
  /** The last microversion to which anything is bound. */
  readonly end: string | undefined;
  readonly history: History;
}

/** The microversions behind all bounds, which only a history names: those that came, and those that went. */
function inHistories(old: Known, now: Known): readonly Change[] {
  if (old.history.size === 0 || now.history.size === 0) return [];
  const [before, after] = [lastOf(old), lastOf(now)];
  if (compareVersions(before, after) < 0)
    return behind(latest([before, now.end]), after, microversionsAdded);
  return behind(latest([after, old.end]), before, microversionsRemoved).map((one) =>
    reconsidered(
      one,
      "unknown",
      "nothing was bound to them, and only the version history had them",
    ),
  );
}

/** The microversions behind `low`, to `high`; none where it is not before. */
function behind(low: string, high: string, record: ChangeRecord): readonly Change[] {
  return compareVersions(low, high) < 0 ? [change(record, nextVersion(low) ?? low, high)] : [];
}

function lastOf({ end, history }: Known): string {
  return latest([...history.keys(), end]);
}

/** The last of some microversions, of which there is one. */
function latest(versions: readonly (string | undefined)[]): string {
  const known = versions.filter((version) => version !== undefined);
  return known.toSorted(compareVersions).at(-1) ?? "";
}

/** Whether a version history begins before a range, or with it, and does not end before its end. */
function spans(history: History, { min, max }: VersionRange): boolean {
  const versions = [...history.keys()];
  return (
    min !== null &&
    max !== null &&
    versions.some((version) => compareVersions(version, min) <= 0) &&
    versions.some((version) => compareVersions(version, max) >= 0)
  );
}

function comparedEnds(old: ApiModel, now: ApiModel): readonly Change[] {
  const [before, after] = [old.microversions, now.microversions];
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) {
    const only = before ?? after;
    const record = before === undefined ? microversionsAdded : microversionsRemoved;
    return only === undefined ? [] : [change(record, only.minimum, only.maximum)];
  }
  return [
    ...ofEnds(before.minimum, after.minimum, false),
    ...ofEnds(before.maximum, after.maximum, true),
  ];
}

/** Which microversions lie between an end of before and that of now, and whether they came or went. */
function ofEnds(before: string, after: string, isLast: boolean): readonly Change[] {
  const order = compareVersions(before, after);
  if (order === 0) return [];
  const record = order < 0 === isLast ? microversionsAdded : microversionsRemoved;
  const [low, high] = order < 0 ? [before, after] : [after, before];
  const min = isLast ? (nextVersion(low) ?? low) : low;
  const max = isLast ? high : (previousVersion(high) ?? high);
  return [change(record, min, max)];
}

function change(record: ChangeRecord, min: string, max: string): Change {
  const place = min === max ? min : `${min} to ${max}`;
  return changeOfService({ record, keys: [], place }, { min, max });
}

/** A difference that is of no operation, at these microversions. */
export function changeOfService(
  { record, keys, place = "", from, to, about = "" }: Difference,
  range: VersionRange = { min: null, max: null },
): Change {
  const { id, verdict } = record;
  const message = sentence(
    record.message({
      place,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    }),
  );
  return {
    id,
    verdict,
    operation: null,
    pointer: pointerOf(keys),
    versions: range,
    message,
    gist: message,
    fingerprint: fingerprintOf({ id, method: "", path: "", action: "", keys, about, range }),
  };
}
