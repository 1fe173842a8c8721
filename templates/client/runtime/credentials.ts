/**
 * Credentials that stand elsewhere than in `X-Auth-Token`, as the documentation has it.
 *
 * @module
 */
import { parseUrl, setHeader } from "./request.js";
import type { ClientOptions } from "./runtime.js";

/**
 * `options` whose token is sent in the header `name`, behind `prefix`. As with `X-Auth-Token`, it is
 * put there behind all middleware, and for the origin of the endpoint alone.
 */
export function withCredential(
  options: ClientOptions,
  name: string,
  prefix: string = "",
): ClientOptions {
  const { token, fetch = (request) => globalThis.fetch(request) } = options;
  const origin = parseUrl(options.endpoint)?.origin;
  return {
    ...options,
    token: undefined,
    fetch: async (request) => {
      const { headers, url } = request;
      if (token !== undefined && !headers.has(name) && new URL(url).origin === origin)
        setHeader(headers, name, prefix + (typeof token === "function" ? await token() : token));
      return fetch(request);
    },
  };
}
