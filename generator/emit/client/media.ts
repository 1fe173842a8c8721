import type { BodyModel, OperationModel, ResponseModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, literal } from "../text.js";

/**
 * How a body travels, by its media type alone: JSON is parsed and typed, text is a string, anything
 * else a stream down and whatever `fetch` sends up. The runtime's `Media` says it where it is not
 * JSON.
 */
export type Kind = "json" | "text" | "stream" | "none";

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

/** What the body of an answer is for who calls. */
export function kindOf(operation: OperationModel, response: ResponseModel): Kind {
  const { body, status, ok } = response;
  if (body === undefined || operation.method === "HEAD") return "none";
  if (status !== "default" && withoutBody.has(status)) return "none";
  if (isJson(body.mediaType)) return "json";
  return ok && !isText(body.mediaType) ? "stream" : "text";
}

/** The body that a request can have: `fetch` refuses one with GET and HEAD (Fetch Standard, 5.3). */
export function bodyOf(operation: OperationModel): BodyModel | undefined {
  return operation.method === "GET" || operation.method === "HEAD" ? undefined : operation.body;
}

/** The members of the runtime's `Media` for an operation; none for one that is all JSON. */
export function mediaOf(operation: OperationModel): readonly Text<"code">[] {
  const body = bodyOf(operation);
  const members: Text<"code">[] = [];
  if (body !== undefined && body.mediaType !== "application/json") {
    // The platform must name a form itself: only it knows the boundary between the parts.
    const form = /^\s*multipart\/form-data\b/i.test(body.mediaType);
    members.push(code`send: ${literal(form ? "" : headerValue(body.mediaType))}`);
  }
  const accepted = operation.responses.flatMap(({ ok, body: answer }) =>
    ok && answer !== undefined ? [headerValue(answer.mediaType)] : [],
  );
  if (accepted.some((mediaType) => mediaType !== "application/json"))
    members.push(code`accept: ${literal([...new Set(accepted)].join(", "))}`);
  if (operation.responses.some(({ status }) => isRedirection(status)))
    members.push(code`redirect: ${literal("manual")}`);
  for (const response of operation.responses) {
    if (response.status === "default") continue;
    const kind = kindOf(operation, response);
    const empty = withoutBody.has(response.status) || operation.method === "HEAD";
    if (kind === "json" || (kind === "none" && empty)) continue;
    members.push(code`${response.status}: ${literal(kind)}`);
  }
  return members;
}

/** Statuses that `fetch` would follow by itself (Fetch Standard, "redirect status"). */
function isRedirection(status: number | "default"): boolean {
  return status !== "default" && [301, 302, 303, 307, 308].includes(status);
}

/** A media type that `Headers` accepts, whatever the docs wrote. */
function headerValue(mediaType: string): string {
  const printable = mediaType.replace(/[^\x20-\x7e]/g, "").trim();
  return printable === "" ? "*/*" : printable;
}
