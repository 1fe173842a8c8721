// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * The way out, for what the documentation lacks: any request, with all else that calls have.
 *
 * @module
 */
import type { Failure, Success } from "./answers.js";
import type { OperationRequest } from "./request.js";
import { call, type Call, type CallOptionsAt, type Client } from "./runtime.js";

/** Any answer; nothing is documented, and no error is: `Body` is what the caller takes it for. */
export type AnyAnswer<Body> = Success<number, Body> | Failure<number, unknown>;

/**
 * Sends a request below the endpoint of a client, as its operations do: with its credential, its
 * headers, its middleware and what its session does. `await request(client, "GET", "/servers/{id}",
 * { path: { id } })` gives an answer, `orThrow()` its body. A query may stand in the path, too. A body
 * is sent as JSON unless it is a text, bytes, a blob, a form or a stream.
 */
export function request<Body = unknown>(
  client: Client,
  method: string,
  path: `/${string}`,
  request: OperationRequest = {},
  options: CallOptionsAt = {},
): Call<AnyAnswer<Body>> {
  // Platforms name the type of what is no JSON; Bun does not where it is a text.
  const send = typeof request.body === "string" ? "text/plain;charset=UTF-8" : "";
  const media = { "2XX": "any", default: "any", ...(isRaw(request.body) && { send }) } as const;
  const [name, words] = path.split(/\?(.*)/s);
  const operation = `${method.toUpperCase()} ${name}`;
  const whole = words ? { ...request, query: { ...queryOf(words), ...request.query } } : request;
  return call(client, operation, ["2XX", "default"], whole, options, media);
}

/** What stands behind `?`, as links have it; of a name that is repeated all values. */
function queryOf(words: string): Readonly<Record<string, readonly string[]>> {
  const given = new URLSearchParams(words);
  return Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]));
}

function isRaw(body: unknown): boolean {
  return (
    typeof body === "string" ||
    body instanceof Blob ||
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body) ||
    Symbol.asyncIterator in Object(body)
  );
}
