// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Redirects, as the Fetch Standard follows them, but with eyes on where they lead: what is secret
 * stays with the origin that was asked, and only data is ever taken from another.
 *
 * @module
 */
import type { CallContext, Send } from "./client.js";
import { parseUrl, type Plain } from "./request.js";

/** As many as the Fetch Standard follows. */
const limit = 20;

/** Where a response leads, if it may: `origin` was asked, for bytes or else for JSON. */
export type Lead = (
  response: Response,
  asked: Plain,
  origin: string,
  download: boolean,
) => Plain | undefined;

/** Sends a request, and again where `next` says; what leads nowhere is the answer. */
export async function exchange(
  send: Send,
  first: Plain,
  next: (response: Response, asked: Plain) => Plain | undefined,
  call: CallContext,
): Promise<readonly [sent: Plain, Response]> {
  let asked = first;
  for (let hops = 0; ; hops++) {
    // What is put into the headers on the way is for this request alone.
    const sent = { ...asked, headers: new Headers(asked.headers) };
    const response = await send(sent, { ...call, body: sent.body });
    const to = hops < limit ? next(response, asked) : undefined;
    if (!to) return [sent, response];
    await response.body?.cancel();
    asked = to;
  }
}

/** Where a response leads, if it is a redirect. */
export function locationOf({ status, headers }: Response, base: string): URL | undefined {
  const location = headers.get("location");
  return location !== null && [301, 302, 303, 307, 308].includes(status)
    ? parseUrl(location, base)
    : undefined;
}

/** Where a GET of JSON is redirected to within the origin that was asked; no user is in that URL. */
export const withinOrigin: Lead = (response, asked, origin) => {
  const url = locationOf(response, asked.url)?.href;
  return url?.startsWith(`${origin}/`) ? { ...asked, url } : undefined;
};

/** What a redirect asks for, if it may (Fetch Standard, "HTTP-redirect fetch"). */
export const lead: Lead = (response, asked, origin, download) => {
  const next = locationOf(response, asked.url);
  if (next === undefined || next.username + next.password !== "") return undefined;

  const headers = new Headers(asked.headers);
  let { method, body = null } = asked;
  const { status } = response;
  if (status === 303 ? !/^(GET|HEAD)$/.test(method) : status < 303 && method === "POST") {
    method = "GET";
    body = null;
    drop(headers, /^content-/);
  }
  // What streams has gone by.
  if (Symbol.asyncIterator in Object(body)) return undefined;

  const from = new URL(asked.url);
  if (next.origin !== from.origin) {
    // Whoever answers there does not speak for the service, and must not lead back into it.
    if (!download || method !== "GET" || next.origin === origin) return undefined;
    if (next.protocol !== "https:" && next.protocol !== from.protocol) return undefined;
    drop(headers, /^(?!accept|range$|if-)/);
  }
  return { ...asked, url: next.href, method, headers, body };
};

function drop(headers: Headers, names: RegExp): void {
  const found: string[] = [];
  headers.forEach((_, name) => names.test(name) && found.push(name));
  for (const name of found) headers.delete(name);
}
