/**
 * Where a service tells its versions: above the one that its endpoint ends in.
 *
 * @module
 */
import { endpointOf } from "./client.js";
import { urlOf, type OperationRequest } from "./request.js";

/**
 * The URL of `path` below the root of a service whose endpoint may end in a version and what is
 * behind it, a project say: `/` of `https://cloud.example/compute/v2.1` is
 * `https://cloud.example/compute/`. For the `urlOf` of an operation's `Media`.
 */
export function aboveVersion(endpoint: string, path: string, request: OperationRequest): string {
  const root = new URL(endpoint);
  root.pathname = root.pathname.replace(/\/v\d+(?:\.\d+)?(?:\/.*)?$/, "");
  return urlOf(endpointOf(root), path, request);
}
