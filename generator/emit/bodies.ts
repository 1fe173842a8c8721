import type { BodyModel, OperationModel, ResponseModel } from "../openapi/model.js";

/**
 * How a body travels, by its media type alone: JSON is parsed and typed, text is a string, anything
 * else a stream down and whatever the platform sends up. `any` where nothing is known of it.
 */
export type BodyKind = "json" | "text" | "stream" | "none" | "any";

/**
 * `application/json`, `application/problem+json`, `application/x-json-patch; charset=utf-8`; but not
 * many values behind one another, as in `application/jsonl`, `x-ndjson` and `json-seq`, which are a
 * text of lines (OpenAPI 3.2, Sequential Media Types).
 */
export function isJson(mediaType: string): boolean {
  return /\bjson(?!l|-s)/i.test(mediaType);
}

/** Words rather than bytes: text, and the notations that people read. */
function isText(mediaType: string): boolean {
  return /^\s*text\/|[/+](xml|yaml|x-yaml|html|javascript)\b|x-www-form-urlencoded|ndjson|json(l|-seq)/i.test(
    mediaType,
  );
}

/** These answers never have a body (RFC 9110, 6.4.1 and 15.3.6). */
export const withoutBody: ReadonlySet<ResponseModel["status"]> = new Set([204, 205, 304] as const);

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

/** What the body of an answer is, for who sends it and for who calls alike. */
export function bodyKindOf(
  operation: OperationModel,
  response: ResponseModel | undefined,
): BodyKind {
  if (operation.method === "HEAD") return "none";
  const { body, status, ok } = response ?? {};
  if (body === undefined && typeof status !== "number") return "any";
  if (body === undefined) return isContent(operation, status) ? "stream" : "none";
  if (typeof status === "number" && withoutBody.has(status)) return "none";
  if (isJson(body.mediaType)) return "json";
  return ok === true && !isText(body.mediaType) ? "stream" : "text";
}

/**
 * The body that a request can have: with GET and HEAD it means nothing (RFC 9110, 9.3.1), and
 * `fetch` refuses it (Fetch Standard, 5.3).
 */
export function bodyOf(operation: OperationModel): BodyModel | undefined {
  return operation.method === "GET" || operation.method === "HEAD" ? undefined : operation.body;
}

/** The classes of statuses that `default` speaks of: errors and redirects without a range of their own. */
export function classesOfDefault(
  statuses: readonly ResponseModel["status"][],
): readonly ("3XX" | "4XX" | "5XX")[] {
  return (["3XX", "4XX", "5XX"] as const).filter((range) => !statuses.includes(range));
}
