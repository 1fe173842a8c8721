// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Redirects, as the Fetch Standard follows them, but with eyes on where they lead: what is secret
 * stays with the origin that was asked, and only data is ever taken from another.
 *
 * @module
 */
import type { CallContext, Send } from "./client.js";
import { parseUrl, type Sendable } from "./request.js";

/** As many as the Fetch Standard follows. */
const limit = 20;

/** What is sent, and where to. */
export interface Step {
  readonly url: URL;
  readonly init: Sendable;
}

/** Where a response leads, if it may: `origin` was asked, for bytes or else for JSON. */
export type Lead = (
  response: Response,
  step: Step,
  origin: string,
  download: boolean,
) => Step | undefined;

/** Sends a request, and again where `next` says; what leads nowhere is the answer. */
export async function exchange(
  send: Send,
  url: URL,
  init: Sendable,
  next: (response: Response, step: Step) => Step | undefined,
  call: CallContext,
): Promise<readonly [Request, Response]> {
  let step: Step = { url, init };
  for (let hops = 0; ; hops++) {
    const request = new Request(step.url, step.init);
    const response = await send(request, { ...call, request, body: step.init.body });
    const to = hops < limit ? next(response, step) : undefined;
    if (to === undefined) return [request, response];
    await response.body?.cancel();
    step = to;
  }
}

/** Where a response leads, if it is a redirect. */
export function locationOf({ status, headers }: Response, base: string): URL | undefined {
  const location = headers.get("location");
  return location !== null && [301, 302, 303, 307, 308].includes(status)
    ? parseUrl(location, base)
    : undefined;
}

/** Where a GET of JSON is redirected to within the origin that was asked. */
export const withinOrigin: Lead = (response, { url, init }) => {
  const next = locationOf(response, url.href);
  return next?.origin === url.origin && isPlain(next) ? { url: next, init } : undefined;
};

/** No URL with a user in it is followed. */
function isPlain({ username, password }: URL): boolean {
  return username + password === "";
}

/** What a redirect asks for, if it may (Fetch Standard, "HTTP-redirect fetch"). */
export const lead: Lead = (response, { url, init }, origin, download) => {
  const next = locationOf(response, url.href);
  if (next === undefined || !isPlain(next)) return undefined;

  const headers = new Headers(init.headers);
  let { method, body = null } = init;
  const { status } = response;
  if (status === 303 ? !/^(GET|HEAD)$/.test(method) : status < 303 && method === "POST") {
    method = "GET";
    body = null;
    drop(headers, /^content-/);
  }
  // What streams has gone by.
  if (Symbol.asyncIterator in Object(body)) return undefined;

  if (next.origin !== url.origin) {
    // Whoever answers there does not speak for the service, and must not lead back into it.
    if (!download || method !== "GET" || next.origin === origin) return undefined;
    if (next.protocol !== "https:" && next.protocol !== url.protocol) return undefined;
    drop(headers, /^(?!accept|range$|if-)/);
  }
  return { url: next, init: { ...init, method, headers, body } };
};

function drop(headers: Headers, names: RegExp): void {
  const found: string[] = [];
  headers.forEach((_, name) => names.test(name) && found.push(name));
  for (const name of found) headers.delete(name);
}
