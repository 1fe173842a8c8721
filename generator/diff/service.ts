import type { ApiModel } from "../openapi/model.js";
import { compareVersions, nextVersion, previousVersion } from "../versions/versions.js";
import type { Change } from "./change.js";
import { fingerprintOf } from "./fingerprint.js";
import type { ChangeRecord } from "./record.js";
import { microversionsAdded, microversionsRemoved } from "./rules/operations.js";

/** What is different about the service as a whole: its microversions. */
export function compareService(old: ApiModel, now: ApiModel): readonly Change[] {
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
  const words = record.message({ place: min === max ? min : `${min} to ${max}` });
  const { id, verdict } = record;
  const range = { min, max };
  const place = { method: "", path: "", action: "", keys: [], about: "" };
  return {
    id,
    verdict,
    operation: null,
    pointer: "",
    versions: range,
    message: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    fingerprint: fingerprintOf({ id, ...place, range }),
  };
}
