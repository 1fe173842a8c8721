// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:3f80f06cc29df0af

/**
 * Keeps Fastify from answering what is the service's to answer.
 *
 * @module
 */
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { isBelow, splitTarget } from "./paths.js";
import type { Place } from "./paths.js";

/** Targets as they came, where Fastify's router has seen another. */
const originals = new WeakMap<object, string>();

/** Path and query as they came. */
export function targetOf(request: IncomingMessage): string {
  return originals.get(request) ?? request.url ?? "/";
}

/**
 * Fastify's router answers a path whose percent signs encode no text before any hook or handler of
 * a plugin is asked, in a form of its own. All that a plugin has there is a constraint, which is
 * looked at first: this one constrains nothing, and shows the router a path that it can read.
 */
export function mendTargets(app: FastifyInstance, place: Place): void {
  let name = "readable_target";
  while (app.hasConstraintStrategy(name)) name += "_";
  app.addConstraintStrategy({
    name,
    mustMatchWhenDerived: true,
    storage: () => ({ get: () => null, set: () => undefined }),
    deriveConstraint(request: IncomingMessage) {
      const { url = "" } = request;
      if (url.includes("%")) {
        const [path, query] = splitTarget(url, place);
        if (!isReadable(path) && isBelow(path, place)) {
          originals.set(request, url);
          request.url = `${path.replaceAll("%", "%25")}?${query}`;
        }
      }
      return undefined;
    },
  });
}

function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== undefined;
  } catch {
    return false;
  }
}
