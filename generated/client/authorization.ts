// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Credentials that stand elsewhere than in `X-Auth-Token`, or not in every request, as the
 * documentation has it.
 *
 * @module
 */
import { parseUrl, setHeader } from "./request.js";
import {
  createClient,
  type Client,
  type EndpointOptions,
  type Fetch,
  type Send,
} from "./runtime.js";

/** Copies of a client keep it, and no operation has its name. */
const anonymously: unique symbol = Symbol("anonymously");

interface OwnClient extends Client {
  /** Sends requests without the credential, behind the same middleware. */
  readonly [anonymously]?: Send;
}

/**
 * A client whose token is sent in the header `name`: behind `prefix`, or as a function writes it. As
 * with `X-Auth-Token`, it is put there behind all middleware, and for the origin of the endpoint
 * alone.
 */
export function clientWith(
  options: EndpointOptions,
  name: string,
  prefix: string | ((token: string) => string) = "",
): Client {
  const { token, fetch = (request) => globalThis.fetch(request) } = options;
  const origin = parseUrl(options.endpoint)?.origin;
  const write = typeof prefix === "string" ? (given: string) => prefix + given : prefix;
  const bare = { ...options, token: undefined };
  const authenticate: Fetch = async (request) => {
    const { headers, url } = request;
    if (token !== undefined && !headers.has(name) && new URL(url).origin === origin)
      setHeader(headers, name, write(typeof token === "function" ? await token() : token));
    return fetch(request);
  };
  const client: OwnClient = {
    ...createClient({ ...bare, fetch: authenticate }),
    [anonymously]: createClient(bare).send,
  };
  return client;
}

/** The client for an operation that asks for no credential, or for another: it sends none. */
export function withoutCredential(client: OwnClient): Client {
  return { ...client, send: client[anonymously] ?? client.send };
}

/** `user:password` as Basic has it: the Base64 of its UTF-8 (RFC 7617, 2). */
export function basic(token: string): string {
  if (!token.includes(":")) throw new TypeError("a token for Basic is `user:password`");
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(token)))}`;
}
