import type { SchemaObject } from "../../openapi/document.js";
import type { BodyModel, OperationModel, ParameterModel } from "../../openapi/model.js";
import { below, type Difference } from "../difference.js";
import {
  requestBodyAdded,
  requestBodyBecameOptional,
  requestBodyBecameRequired,
  requestBodyRemoved,
  requiredBodyAdded,
} from "../rules/bodies.js";
import { operationAdded, operationRemoved } from "../rules/operations.js";
import {
  parameterAdded,
  parameterBecameOptional,
  parameterBecameRequired,
  parameterRemoved,
  parameterWrittenOtherwise,
  requiredParameterAdded,
} from "../rules/parameters.js";
import type { View } from "../schemas/view.js";
import { isHere, type Moment } from "../versions/moments.js";
import { compareAnswers } from "./compare-answers.js";
import { compareMedia } from "./compare-media.js";

/** What is different between two operations that are one, at one microversion. */
export function compareOperation(
  old: OperationModel,
  now: OperationModel,
  moment: Moment,
): readonly Difference[] {
  const [was, is] = [isHere(old, moment), isHere(now, moment)];
  if (!was || !is) {
    if (was === is) return [];
    const record = was ? operationRemoved : operationAdded;
    return [{ record, keys: [], place: `${now.method} ${now.path}` }];
  }
  return [
    ...compareParameters(old, now, moment),
    ...compareBodies(old, now, moment),
    ...compareAnswers(old, now, moment),
  ];
}

function compareParameters(
  old: OperationModel,
  now: OperationModel,
  moment: Moment,
): readonly Difference[] {
  const before = parametersAt(old, moment, moment.old);
  const after = parametersAt(now, moment, moment.new);
  const found: Difference[] = [];
  for (const [key, parameter] of before) {
    const other = after.get(key);
    const name = other?.name ?? parameter.name;
    const at = (one: Difference): Difference => ({
      ...one,
      keys: [parameter.in, name, ...one.keys],
    });
    const place = `${parameter.in} parameter \`${name}\``;
    if (other === undefined) found.push(at({ record: parameterRemoved, keys: [], place }));
    else found.push(...compareParameter(parameter, other, moment, place).map(at));
  }
  for (const [key, parameter] of after) {
    if (before.has(key)) continue;
    const record = isRequired(parameter) ? requiredParameterAdded : parameterAdded;
    const place = `${parameter.in} parameter \`${parameter.name}\``;
    found.push({ record, keys: [parameter.in, parameter.name], place });
  }
  return found;
}

/** By place and name; those of the path by where they stand, and headers whatever their capitals. */
function parametersAt(
  { parameters }: OperationModel,
  moment: Moment,
  view: View,
): ReadonlyMap<string, ParameterModel> {
  let position = 0;
  return new Map(
    parameters
      .filter(
        (one) => one.in === "path" || (isHere(one, moment) && view.at(one.schema) !== undefined),
      )
      .map((one) => {
        if (one.in !== "path")
          return [`${one.in} ${one.in === "header" ? one.name.toLowerCase() : one.name}`, one];
        position += 1;
        return [`path ${position}`, one];
      }),
  );
}

function isRequired({ required, schema }: ParameterModel): boolean {
  return required || schema["x-restanza"]?.required === true;
}

function compareParameter(
  old: ParameterModel,
  now: ParameterModel,
  moment: Moment,
  place: string,
): readonly Difference[] {
  const [was, is] = [isRequired(old), isRequired(now)];
  const required =
    was === is
      ? []
      : [{ record: is ? parameterBecameRequired : parameterBecameOptional, keys: [], place }];
  const [from, to] = [styleWords(old), styleWords(now)];
  const written =
    from === to ? [] : [{ record: parameterWrittenOtherwise, keys: [], place, from, to }];
  const [before, after] = [moment.old.at(old.schema), moment.new.at(now.schema)];
  const isAlike = before === after && old.description === now.description;
  const values =
    before === undefined || after === undefined || isAlike
      ? []
      : moment.schemas.compare([described(before, old)], [described(after, now)], "request");
  return [...required, ...written, ...values];
}

/** A parameter has the words that a member would have. */
function described(schema: SchemaObject, { description }: ParameterModel): SchemaObject {
  return description === undefined ? schema : { ...schema, description };
}

function styleWords({ style, joined }: ParameterModel): string {
  if (style === undefined) return joined ? "with commas between" : "each value by itself";
  const explode = style.explode ? "exploded" : "not exploded";
  return `${style.kind}, ${explode}${style.reserved ? ", reserved signs kept" : ""}`;
}

function compareBodies(
  old: OperationModel,
  now: OperationModel,
  moment: Moment,
): readonly Difference[] {
  const [before, after] = [bodyAt(old, moment.old), bodyAt(now, moment.new)];
  const at = (differences: readonly Difference[]) => below("request", differences);
  if (before === undefined || after === undefined) {
    if (before === after) return [];
    const added = now.body?.required === true ? requiredBodyAdded : requestBodyAdded;
    return at([{ record: after === undefined ? requestBodyRemoved : added, keys: [] }]);
  }
  const [was, is] = [old.body?.required === true, now.body?.required === true];
  const required =
    was === is
      ? []
      : [{ record: is ? requestBodyBecameRequired : requestBodyBecameOptional, keys: [] }];
  return at([...required, ...compareMedia(before, after, moment, "request")]);
}

/** A body whose bounds leave a microversion out is not there. */
function bodyAt({ body }: OperationModel, view: View): BodyModel | undefined {
  return body && view.at(body.schema) && body;
}
