// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:b12c9c090b3fffc6

/**
 * What handlers reply with, and what is sent of it.
 *
 * @module
 */
import { validateHeaderName, validateHeaderValue } from "node:http";
import type { Header, Options, Outgoing } from "./entries.js";
import { namedBy, withOnly } from "./fields.js";
import type { InputValues } from "./inputs.js";
import type { Agreed } from "./microversions.js";
import type { Operation } from "./prepare.js";
import type { AnyReply, Content, Context, ReplyHeaders, Responder, Statuses } from "./runtime.js";

/** The `reply` of the handlers of one operation: it refuses statuses that the docs do not have. */
export function responderOf(
  handler: string,
  answers: Statuses | undefined,
): Context<AnyReply>["reply"] {
  const exact = new Set<unknown>(answers);
  const takes = (status: number): boolean =>
    answers === undefined ||
    exact.has(status) ||
    exact.has("default") ||
    exact.has(rangeOf(status));
  const reply = (status: number, body?: unknown, headers?: ReplyHeaders) => {
    if (takes(status)) return { status, body, headers };
    throw new TypeError(`${handler} answers ${answers?.join(", ")} in its docs, and not ${status}`);
  };
  // What a responder takes is settled where a handler calls it; here it takes anything.
  return reply as unknown as Responder<AnyReply>;
}

function rangeOf(status: number): `${number}XX` {
  return `${Math.floor(status / 100)}XX`;
}

/** A reply as it is sent. */
export function outgoing(
  { handler, gives, fields }: Operation,
  reply: AnyReply | undefined,
  agreed: Agreed,
  requestId: string,
  { checkReply }: Options,
  query: InputValues,
): Outgoing {
  if (typeof reply?.status !== "number") throw new TypeError(`${handler} did not reply`);
  const { status, body } = reply;
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new TypeError(`${handler}: ${status} is no status of an answer`);
  }
  const mediaType = gives === undefined ? undefined : (gives[status] ?? gives[rangeOf(status)]);
  const isEmpty = body === undefined || status === 204 || status === 205 || status === 304;
  const headers: Header[] = [...agreed.headers, ["x-openstack-request-id", requestId]];
  if (!isEmpty) headers.push(["content-type", mediaType ?? "application/json"]);
  if (reply.headers !== undefined) add(headers, reply.headers);
  if (isEmpty) return { status, headers, content: undefined };
  if (mediaType !== undefined) return { status, headers, content: contentOf(body) };
  const names = status < 300 ? namedBy(fields, query) : undefined;
  const content = JSON.stringify(
    names === undefined || fields === undefined ? body : withOnly(body, fields, names),
  );
  if (checkReply !== undefined) {
    const { version: microversion } = agreed;
    const isPart = names !== undefined;
    const answer = { operation: handler, status, body: JSON.parse(content), microversion, isPart };
    const wrongWith = checkReply(answer);
    if (wrongWith !== undefined) throw new TypeError(`${handler}, ${status}: ${wrongWith}`);
  }
  return { status, headers, content };
}

/** Node and its framework alone know how a message is framed; HTTP/2 has none of these (RFC 9113, 8.2.2). */
const framing = new Set([
  "http2-settings",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
]);

/** The headers of a handler, which says the type and may add to `vary`, but not what is there. */
function add(headers: Header[], more: ReplyHeaders): void {
  for (const [name, value] of Object.entries(more)) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    const key = name.toLowerCase();
    // Several headers of one name are no answer where there may be one only.
    if (typeof value === "object") throw new TypeError(`the header ${name} is no text`);
    if (key === "content-length" && !/^\d+$/.test(value)) {
      throw new TypeError(`the header ${name} is no number`);
    }
    if (framing.has(key)) continue;
    const at = headers.findIndex(([known]) => known === key);
    const known = headers[at]?.[1];
    if (known === undefined) headers.push([key, value]);
    else if (key === "content-type") headers[at] = [key, value];
    else if (key === "vary") headers[at] = [key, `${known}, ${value}`];
  }
}

function contentOf(body: unknown): Content {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (typeof body === "object" && body !== null && Symbol.asyncIterator in body) {
    return body as AsyncIterable<Uint8Array>;
  }
  return JSON.stringify(body);
}
