import type { SchemaObject } from "../../openapi/document.js";
import type { BodyModel, OperationModel, ResponseModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, join, literal, memberName } from "../text.js";
import { jsonKind } from "./json.js";

/**
 * How a body travels, by its media type alone: JSON is parsed and typed, text is a string, anything
 * else a stream down and whatever `fetch` sends up. The runtime's `Media` says it where it is not
 * an object in JSON.
 */
export type Kind = "json" | "text" | "stream" | "none" | "any";

/** `application/json`, `application/problem+json`, `application/x-json-patch; charset=utf-8`. */
export function isJson(mediaType: string): boolean {
  return /json/i.test(mediaType);
}

/** Words rather than bytes: text, and the notations that people read. */
function isText(mediaType: string): boolean {
  return /^\s*text\/|[/+](xml|yaml|x-yaml|html|javascript)\b|x-www-form-urlencoded/i.test(
    mediaType,
  );
}

/** These answers never have a body (RFC 9110, 6.4.1 and 15.3.6). */
const withoutBody = new Set([204, 205, 304]);

/** One member of the union of answers: `response` is undefined where the docs have none for it. */
export interface AnswerModel {
  readonly key: ResponseModel["status"];
  readonly ok: boolean;
  readonly response: ResponseModel | undefined;
}

/**
 * The answers that the docs name, by number or by range; `2XX` where they name no normal one. All
 * others are answers that they lack, the general fault among them. `default` counts only where it
 * has a body and no error is named: beside one, it would promise that body for what nobody named.
 */
export function answersOf(operation: OperationModel): readonly AnswerModel[] {
  const answers = operation.responses.flatMap((response): AnswerModel[] =>
    response.general === true ? [] : [{ key: response.status, ok: response.ok, response }],
  );
  const named = answers.filter(({ key }) => key !== "default");
  const success: AnswerModel = { key: "2XX", ok: true, response: undefined };
  const known = named.some(({ ok }) => ok) ? named : [success, ...named];
  return known.some(({ key }) => key !== "2XX")
    ? known
    : [...known, ...answers.filter(({ key, response }) => key === "default" && response?.body)];
}

/**
 * A GET answers with content (RFC 9110, 15.3.1): where the docs describe none, it is seldom JSON
 * but the file, image or certificate that was asked for, and must not be lost.
 */
function isContent(
  operation: OperationModel,
  status: ResponseModel["status"] | undefined,
): boolean {
  return operation.method === "GET" && (status === 200 || status === 203 || status === 206);
}

/** What the body of an answer is for who calls. */
export function kindOf(operation: OperationModel, response: ResponseModel | undefined): Kind {
  if (operation.method === "HEAD") return "none";
  const { body, status, ok } = response ?? {};
  if (body === undefined && typeof status !== "number") return "any";
  if (body === undefined) return isContent(operation, status) ? "stream" : "none";
  if (typeof status === "number" && withoutBody.has(status)) return "none";
  if (isJson(body.mediaType)) return "json";
  return ok === true && !isText(body.mediaType) ? "stream" : "text";
}

/** The body that a request can have: `fetch` refuses one with GET and HEAD (Fetch Standard, 5.3). */
export function bodyOf(operation: OperationModel): BodyModel | undefined {
  return operation.method === "GET" || operation.method === "HEAD" ? undefined : operation.body;
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
  const joined = operation.parameters.filter((parameter) => parameter.joined);
  if (joined.length > 0)
    members.push(
      code`joined: [${join(
        joined.map(({ name }) => literal(name)),
        ", ",
      )}]`,
    );
  const accepted = answersOf(operation).flatMap(({ ok, response }) => {
    if (!ok) return [];
    if (response?.body !== undefined) return [headerValue(response.body.mediaType)];
    return kindOf(operation, response) === "stream" ? ["*/*"] : [];
  });
  if (accepted.some((mediaType) => mediaType !== "application/json"))
    members.push(code`accept: ${literal([...new Set(accepted)].join(", "))}`);
  for (const { key, response } of answersOf(operation)) {
    const kind = kindOf(operation, response);
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
