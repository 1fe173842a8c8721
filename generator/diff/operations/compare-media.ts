import type { BodyModel, MediaModel } from "../../openapi/model.js";
import type { Difference, Way } from "../difference.js";
import {
  answerMediaTypeAdded,
  answerMediaTypeChanged,
  answerMediaTypeRemoved,
  requestMediaTypeAdded,
  requestMediaTypeChanged,
  requestMediaTypeRemoved,
} from "../rules/media-types.js";
import type { Moment } from "../versions/moments.js";
import { essence } from "./essence.js";

/** A body in all of its forms, the one that is used first. */
export type Media = Omit<BodyModel, "required">;

/**
 * What is different between two bodies: in the forms in which they are sent or come, and in what
 * each form that both have says of its values. `status` names the answer.
 */
export function compareMedia(
  old: Media,
  now: Media,
  moment: Moment,
  way: Way,
  status?: string,
): readonly Difference[] {
  const [before, after] = [formsOf(old), formsOf(now)];
  const common = [...before.keys()].filter((form) => after.has(form));
  const [from, to] = [essence(old.mediaType), essence(now.mediaType)];
  const at = status !== undefined && { place: status };
  if (common.length === 0) {
    const record = way === "request" ? requestMediaTypeChanged : answerMediaTypeChanged;
    const changed = { record, keys: [], from, to, ...at, ...(status && { about: status }) };
    return [changed, ...compareForms(old, now, moment, way)];
  }
  const other = (record: Difference["record"], form: string): Difference => {
    const about = [form, status].filter((one) => one !== undefined).join(" ");
    return { record, keys: [], from: form, to: form, ...at, about };
  };
  const [removed, added] =
    way === "request"
      ? [requestMediaTypeRemoved, requestMediaTypeAdded]
      : [answerMediaTypeRemoved, answerMediaTypeAdded];
  const found = new Map<string, Difference>();
  for (const form of common) {
    const [was, is] = [before.get(form), after.get(form)];
    if (was === undefined || is === undefined) continue;
    for (const one of compareForms(was, is, moment, way)) {
      // What is so in several forms is one difference; what is so in another alone says in which.
      const key = JSON.stringify([one.record.id, one.keys, one.from, one.to]);
      if (!found.has(key)) found.set(key, form === common[0] ? one : { ...one, form });
    }
  }
  return [
    ...[...before.keys()].filter((form) => !after.has(form)).map((form) => other(removed, form)),
    ...[...after.keys()].filter((form) => !before.has(form)).map((form) => other(added, form)),
    ...found.values(),
  ];
}

function compareForms(
  old: MediaModel,
  now: MediaModel,
  moment: Moment,
  way: Way,
): readonly Difference[] {
  const [before, after] = [moment.old.at(old.schema), moment.new.at(now.schema)];
  if (before === undefined || after === undefined) return [];
  return moment.schemas.compare([before], [after], way);
}

/** By media type, parameters aside; of two that differ in those alone the first. */
function formsOf(body: Media): ReadonlyMap<string, MediaModel> {
  const forms = new Map<string, MediaModel>();
  for (const one of [body, ...(body.others ?? [])])
    if (!forms.has(essence(one.mediaType))) forms.set(essence(one.mediaType), one);
  return forms;
}
