import type { OperationModel } from "../openapi/model.js";
import type { Change } from "./change.js";
import type { Judgement } from "./evidence/judge.js";
import { fingerprintOf } from "./fingerprint.js";
import { normalisedPath } from "./operations/match.js";
import { pointerOf } from "../collections/json-pointer.js";
import type { Folded } from "./versions/fold.js";
import type { Timeline } from "./versions/timeline.js";

/** What a change is told of with. */
export interface Described {
  readonly model: OperationModel;
  readonly judgement: Judgement;
  readonly timeline: Timeline;
}

/** A difference in the words and the form in which it is told. */
export function describe(
  { difference, range }: Folded,
  { model, judgement, timeline }: Described,
): Change {
  const { record, keys, from, to } = difference;
  // What is accepted is one change, and not a worse one at the same place.
  const about = [difference.about, from, to, difference.form]
    .filter((one) => one !== undefined)
    .join(" ");
  const { verdict, reason } = judgement;
  const place = difference.place ?? placeOf(keys);
  const words = (where: string): string =>
    record.message({
      place: where,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
  const because = reason === undefined ? "" : ` (${reason})`;
  const { method, path, operationId, action = "" } = model;
  // Actions share a path: which one it is has to be said.
  const form = difference.form === undefined ? "" : `as ${difference.form}: `;
  // Others share a path as well; what is called an action stands below a path that says so.
  const called = /\/actions?$/.test(path) ? `action \`${action}\`` : `where \`${action}\` is sent`;
  const whose = action === "" || model.sharing < 2 ? "" : `${called}: `;
  const isWhole = range.max === timeline.known || range.max === timeline.last;
  return {
    id: record.id,
    verdict,
    operation: { method, path, id: operationId },
    pointer: pointerOf(keys),
    versions: range,
    message: sentence(`${whose}${form}${words(place)}${because}`),
    gist: sentence(`${form}${words(difference.place ?? lastName(keys))}${because}`),
    fingerprint: fingerprintOf({
      id: record.id,
      method,
      path: normalisedPath(path),
      action,
      // Names of variables may change.
      keys: keys[0] === "path" ? ["path", ...keys.slice(2)] : keys,
      about,
      range: {
        min: range.min === timeline.first ? null : range.min,
        max: isWhole ? null : range.max,
      },
    }),
  };
}

/** `server.networks[].uuid`: the names on the way. */
function placeOf([part = "", ...keys]: readonly string[]): string {
  const own = part === "status" ? keys.slice(1) : keys;
  if (own.length === 0) return "body";
  return own.reduce((text, key) => {
    if (key === "0") return `${text}[]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");
}

/** `uuid`, and `networks[]` of items that have no name of their own. */
function lastName(keys: readonly string[]): string {
  const at = keys.findLastIndex((key) => key !== "0" && key !== "*");
  const own = at < 1 ? keys : ["", ...keys.slice(at)];
  return placeOf(own);
}

/** Words as a sentence: a record writes them without its capital and its dot. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
