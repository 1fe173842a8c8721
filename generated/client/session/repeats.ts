// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Requests that are sent a second time, and those that cannot be.
 *
 * @module
 */
import type { CallContext } from "../runtime.js";

/**
 * What makes the same request again, headers and all; undefined where its body has gone by. Asked
 * for before the request is sent.
 */
export function repeatOf(request: Request, call: CallContext | undefined): Repeat | undefined {
  const { signal } = request;
  if (request.body === null) return () => new Request(request, { signal });
  const type = request.headers.get("content-type") ?? "";
  const body = call?.request === request ? call.body : undefined;
  if (body !== undefined && body !== null) {
    if (isStream(body)) return undefined;
    return () => {
      const headers = new Headers(request.headers);
      // Each time a form is written, the boundary between its parts is another.
      if (body instanceof FormData) headers.delete("content-type");
      const init: RequestInit & { duplex: "half" } = { signal, headers, body, duplex: "half" };
      return new Request(request, init);
    };
  }
  if (!/json|^text\/|urlencoded/i.test(type)) return undefined;
  // Middleware made a request of its own. A copy of anything larger might hold a whole upload.
  const copy = request.clone();
  return () => copy;
}

export type Repeat = () => Request;

function isStream(body: NonNullable<CallContext["body"]>): boolean {
  return (
    body instanceof ReadableStream ||
    (Symbol.asyncIterator in Object(body) && !(body instanceof Blob))
  );
}
