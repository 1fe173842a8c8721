// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * How long a cloud may take to answer (`api_timeout` of `clouds.yaml`).
 *
 * @module
 */
import type { Fetch } from "../client/runtime.js";

/**
 * `send`, whose requests end where no answer has begun within so many seconds; a body may take as
 * long as it does, as with the timeout of requests, which keystoneauth gives it to.
 */
export function answeredWithin(seconds: number | undefined, send: Fetch): Fetch {
  if (seconds === undefined) return send;
  return async (request) => {
    const late = new AbortController();
    const words = `no answer within ${seconds} s, the api_timeout of the cloud`;
    const end = (): void => late.abort(new DOMException(words, "TimeoutError"));
    const timer = setTimeout(end, seconds * 1000);
    const signal = AbortSignal.any([request.signal, late.signal]);
    const init: RequestInit & { duplex: "half" } = { signal, duplex: "half" };
    try {
      return await send(new Request(request, init));
    } finally {
      clearTimeout(timer);
    }
  };
}
