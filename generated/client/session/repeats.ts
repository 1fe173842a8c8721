// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Requests that are sent a second time, and those that cannot be.
 *
 * @module
 */
import type { CallContext, Outgoing } from "../runtime.js";

/**
 * What makes the same request again, as it is when this is asked for: before it is sent, and a
 * credential is put into its headers. Undefined where its body will have gone by.
 */
export function repeatOf(request: Outgoing, call: CallContext | undefined): Repeat | undefined {
  const { signal } = request;
  const headers = new Headers(request.headers);
  if (!(request instanceof Request))
    return isStream(request.body) ? undefined : () => ({ ...request, headers });
  const body = call?.request === request ? call.body : request.body;
  if (!isStream(body)) {
    // Each time a form is written, the boundary between its parts is another.
    if (body instanceof FormData) headers.delete("content-type");
    const init = { signal, headers, body: body ?? null, duplex: "half" } as const;
    return () => new Request(request, init);
  }
  if (!/json|^text\/|urlencoded/i.test(headers.get("content-type") ?? "")) return undefined;
  // Middleware made a request of its own. A copy of anything larger might hold a whole upload.
  const copy = request.clone();
  return () => copy;
}

/** Makes it once. */
export type Repeat = () => Outgoing;

function isStream(body: RequestInit["body"]): boolean {
  return (
    body instanceof ReadableStream ||
    (Symbol.asyncIterator in Object(body) && !(body instanceof Blob))
  );
}

/** What is known of a call whose request was made again. */
export function contextOf(
  request: Outgoing,
  call: CallContext | undefined,
): CallContext | undefined {
  return call && request instanceof Request ? { ...call, request } : call;
}
