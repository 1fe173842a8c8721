import { rangeOf, type OperationModel, type ResponseModel } from "../../openapi/model.js";
import type { Difference } from "../difference.js";
import { answerBodyAdded, answerBodyRemoved } from "../rules/bodies.js";
import {
  errorAdded,
  errorRemoved,
  headerAdded,
  headerBecameOptional,
  headerBecameRequired,
  headerRemoved,
  successAdded,
  successNamed,
  successRemoved,
  successUnnamed,
} from "../rules/responses.js";
import type { View } from "../schemas/view.js";
import { isHere, type Moment } from "../versions/moments.js";
import { compareMedia } from "./compare-media.js";

/** What is different about the answers of an operation. */
export function compareAnswers(
  old: OperationModel,
  now: OperationModel,
  moment: Moment,
): readonly Difference[] {
  const [before, after] = [answersAt(old, moment), answersAt(now, moment)];
  const found: Difference[] = [];
  for (const [status, answer] of before) {
    const other = after.get(status);
    if (other !== undefined) found.push(...compareAnswer(answer, other, moment));
    else found.push(...statusGone(answer, after, moment));
  }
  for (const [status, answer] of after)
    if (!before.has(status)) found.push(...statusCome(answer, before));
  return found;
}

type Answers = ReadonlyMap<ResponseModel["status"], ResponseModel>;

/** The general fault, which stands beside the answers of every operation, is no answer of its own. */
function answersAt({ responses }: OperationModel, moment: Moment): Answers {
  return new Map(
    responses
      .filter((one) => one.general !== true && isHere(one, moment))
      .map((one) => [one.status, one]),
  );
}

const isRange = (status: ResponseModel["status"]): boolean => typeof status !== "number";

/** A range that the other side names statuses of, or the reverse, is the same said less exactly. */
function statusGone(answer: ResponseModel, after: Answers, moment: Moment): readonly Difference[] {
  const { status, ok } = answer;
  const place = String(status);
  const keys = ["status", place];
  if (isRange(status)) {
    const named = [...after.values()].find((one) => inside(one.status, status));
    if (named !== undefined) return compareAnswer(answer, named, moment);
  } else if (ok) {
    const range = [...after.values()].find((one) => inside(status, one.status));
    if (range !== undefined)
      return [{ record: successUnnamed, keys, place }, ...compareAnswer(answer, range, moment)];
  }
  return [{ record: ok ? successRemoved : errorRemoved, keys, place }];
}

function statusCome({ status, ok }: ResponseModel, before: Answers): readonly Difference[] {
  const place = String(status);
  const keys = ["status", place];
  if (isRange(status) && [...before.values()].some((one) => inside(one.status, status))) return [];
  const named = [...before.values()].some((one) => inside(status, one.status));
  return [{ record: ok ? (named ? successNamed : successAdded) : errorAdded, keys, place }];
}

function inside(status: ResponseModel["status"], range: ResponseModel["status"]): boolean {
  return typeof status === "number" && typeof range === "string" && rangeOf(status) === range;
}

function compareAnswer(
  old: ResponseModel,
  now: ResponseModel,
  moment: Moment,
): readonly Difference[] {
  const status = String(now.status);
  // What a success gives is the answer of the operation, whatever its number.
  const part = now.ok ? ["response"] : ["status", status];
  const at = (one: Difference): Difference => ({ ...one, keys: [...part, ...one.keys] });
  return [...compareBodies(old, now, moment).map(at), ...compareHeaders(old, now, moment)];
}

function compareBodies(
  old: ResponseModel,
  now: ResponseModel,
  moment: Moment,
): readonly Difference[] {
  const [before, after] = [bodyAt(old, moment.old), bodyAt(now, moment.new)];
  const place = String(now.status);
  if (before === undefined || after === undefined) {
    if (before === after) return [];
    const record = after === undefined ? answerBodyRemoved : answerBodyAdded;
    return [{ record, keys: [], place, about: place }];
  }
  return compareMedia(before, after, moment, "answer", place);
}

function bodyAt({ body }: ResponseModel, view: View): ResponseModel["body"] {
  return body && view.at(body.schema) && body;
}

function compareHeaders(
  old: ResponseModel,
  now: ResponseModel,
  moment: Moment,
): readonly Difference[] {
  const byName = ({ headers }: ResponseModel, view: View) =>
    new Map(
      headers
        .filter(({ schema }) => view.at(schema) !== undefined)
        .map((header) => [header.name.toLowerCase(), header]),
    );
  const [before, after] = [byName(old, moment.old), byName(now, moment.new)];
  const found: Difference[] = [];
  const status = String(now.status);
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)];
    const written = is?.name ?? was?.name ?? name;
    const place = `header \`${written}\``;
    const keys = ["status", status, "header", written];
    const one = (record: Difference["record"]) => found.push({ record, keys, place });
    if (was === undefined || is === undefined) {
      one(is === undefined ? headerRemoved : headerAdded);
      continue;
    }
    if (was.required !== is.required)
      one(is.required ? headerBecameRequired : headerBecameOptional);
    const [schema, other] = [moment.old.at(was.schema), moment.new.at(is.schema)];
    if (schema === undefined || other === undefined) continue;
    const values = moment.schemas.compare([schema], [other], "answer");
    found.push(...values.map((value) => ({ ...value, keys: [...keys, ...value.keys] })));
  }
  return found;
}
