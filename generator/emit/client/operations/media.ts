import type { SchemaObject } from "../../../openapi/document.js";
import type { OperationModel, ResponseModel } from "../../../openapi/model.js";
import { bodyKindOf, bodyOf, withoutBody, classesOfDefault } from "../../bodies.js";
import type { Text } from "../../text.js";
import { code, literal, memberName } from "../../text.js";
import { jsonKind } from "../json.js";

/** One member of the union of answers: `response` is undefined where the docs have none for it. */
export interface AnswerModel {
  readonly key: ResponseModel["status"];
  readonly ok: boolean;
  readonly response: ResponseModel | undefined;
}

/**
 * The answers that the docs name, by number or by range; `2XX` where they name no normal one. All
 * others are answers that they lack, the general fault among them. `default`, which documents of
 * others have, is for every status that has no entry (OpenAPI 3.1, Responses Object); it counts
 * where it says what their body is.
 */
export function answersOf(operation: OperationModel): readonly AnswerModel[] {
  const answers = operation.responses.flatMap((response): AnswerModel[] =>
    response.general === true ? [] : [{ key: response.status, ok: response.ok, response }],
  );
  const named = answers.filter(({ key }) => key !== "default");
  const success: AnswerModel = { key: "2XX", ok: true, response: undefined };
  const known = named.some(({ ok }) => ok) ? named : [success, ...named];
  if (classesOfDefault(named.map(({ key }) => key)).length === 0) return known;
  return [...known, ...answers.filter(({ key, response }) => key === "default" && response?.body)];
}

/** The members of the runtime's `Media` for an operation; none for one of JSON objects alone. */
export function mediaOf(
  operation: OperationModel,
  schemas: Readonly<Record<string, SchemaObject>>,
): readonly Text<"code">[] {
  const body = bodyOf(operation);
  const members: Text<"code">[] = [];
  if (body !== undefined && body.mediaType !== "application/json") {
    // The platform must name a form itself: only it knows the boundary between the parts.
    const form = /^\s*multipart\/form-data\b/i.test(body.mediaType);
    members.push(code`send: ${literal(form ? "" : headerValue(body.mediaType))}`);
  }
  const accepted = answersOf(operation).flatMap(({ ok, response }) => {
    if (!ok) return [];
    if (response?.body !== undefined) return [headerValue(response.body.mediaType)];
    return bodyKindOf(operation, response) === "stream" ? ["*/*"] : [];
  });
  if (accepted.some((mediaType) => mediaType !== "application/json"))
    members.push(code`accept: ${literal([...new Set(accepted)].join(", "))}`);
  for (const { key, response } of answersOf(operation)) {
    const kind = bodyKindOf(operation, response);
    const empty = operation.method === "HEAD" || (typeof key === "number" && withoutBody.has(key));
    if (kind === "none" && empty) continue;
    const exact = kind === "json" ? jsonKind(response?.body?.schema ?? {}, schemas) : kind;
    if (exact === "object") continue;
    members.push(code`${typeof key === "number" ? key : memberName(key)}: ${literal(exact)}`);
  }
  return members;
}

/** A media type that `Headers` accepts, whatever the docs wrote. */
function headerValue(mediaType: string): string {
  const printable = mediaType.replace(/[^\x20-\x7e]/g, "").trim();
  return printable === "" ? "*/*" : printable;
}
