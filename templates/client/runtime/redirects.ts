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

/** What an answer is to be: which statuses are answers themselves, and whether it is data. */
export interface Wanted {
  isAnswer(status: number): boolean;
  /** The documentation has bytes rather than JSON: they may lie elsewhere. */
  readonly download: boolean;
}

/** Sends a request, and again where it is redirected to; what it does not follow is the answer. */
export async function exchange(
  send: Send,
  url: URL,
  init: Sendable,
  wanted: Wanted,
  call: CallContext,
): Promise<readonly [Request, Response]> {
  let step: Step | undefined = { url, init };
  for (let hops = 0; ; hops++) {
    const request: Request = new Request(step.url, step.init);
    const response = await send(request, { ...call, request, body: step.init.body });
    const next: Step | undefined =
      hops < limit && !wanted.isAnswer(response.status)
        ? nextOf(response, step, url.origin, wanted.download)
        : undefined;
    if (next === undefined) return [request, response];
    await response.body?.cancel();
    step = next;
  }
}

/** Where a response leads, if it is a redirect. */
export function locationOf({ status, headers }: Response, base: string): URL | undefined {
  const location = headers.get("location");
  return location !== null && [301, 302, 303, 307, 308].includes(status)
    ? parseUrl(location, base)
    : undefined;
}

interface Step {
  readonly url: URL;
  readonly init: Sendable;
}

/** What a redirect asks for, if it may (Fetch Standard, "HTTP-redirect fetch"). */
function nextOf(
  response: Response,
  { url, init }: Step,
  origin: string,
  download: boolean,
): Step | undefined {
  const next = locationOf(response, url.href);
  if (next === undefined || next.username + next.password !== "") return undefined;

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
}

function drop(headers: Headers, names: RegExp): void {
  const found: string[] = [];
  headers.forEach((_, name) => names.test(name) && found.push(name));
  for (const name of found) headers.delete(name);
}
