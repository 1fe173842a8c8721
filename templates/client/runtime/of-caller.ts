/**
 * The project of who asks, where it stands in the path of a request.
 *
 * @module
 */
import { defined, type Media } from "./request.js";

/**
 * What fills in the variable `name` of a path where a call does not give it: with what the endpoint
 * has behind its version (`https://cloud.example/v3/7f3c…`), else with what the session of the client knows.
 */
export function ofCaller(name: string): NonNullable<Media["fill"]> {
  return async (request, client, endpoint, signal) => {
    const path = Object.fromEntries(defined(request.path));
    if (path[name] !== undefined) return request;
    const [, own] = /\/v\d[^/?]*\/([^/?]+)(?:\?|$)/.exec(endpoint) ?? [];
    const known = own === undefined ? await client.caller?.(signal) : undefined;
    const isId = /(project|tenant)_id$/.test(name);
    const value = own ?? known?.inUrl ?? (isId ? known?.projectId : undefined);
    if (value === undefined)
      throw new TypeError(
        `${name} is missing: give it as \`path: { ${name} }\`, or a session whose token has a project`,
      );
    return { ...request, path: { ...path, [name]: value } };
  };
}
