// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:b28052af591455bc

/**
 * Keeps Fastify from answering what is the service's to answer.
 *
 * @module
 */
import { METHODS } from "node:http";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { isBelow, splitTarget } from "./paths.js";
import type { Place } from "./paths.js";

/** Method and target of a request as they came. */
export interface Original {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
}

/** Of requests of which Fastify's router has seen another method or target. */
const originals = new WeakMap<object, Original>();

/** Method and target as they came. */
export function originalOf(request: IncomingMessage): Original {
  const { method = "GET", url: target = "/" } = request;
  return originals.get(request) ?? { method, target };
}

const methods = new Set<string | undefined>(METHODS);

/**
 * Fastify's router answers a path whose percent signs encode no text, and over HTTP/2 a method that
 * nobody knows, before any hook or handler of a plugin is asked, in a form of its own. All that a
 * plugin has there is a constraint, which is looked at first: this one constrains nothing, and
 * shows the router what it can find a route for.
 */
export function mendTargets(app: FastifyInstance, place: Place): void {
  let name = "readable_target";
  while (app.hasConstraintStrategy(name)) name += "_";
  app.addConstraintStrategy({
    name,
    mustMatchWhenDerived: true,
    storage: () => ({ get: () => null, set: () => undefined }),
    deriveConstraint(request: IncomingMessage) {
      const { method, url = "" } = request;
      const isKnown = methods.has(method);
      if (isKnown && !url.includes("%")) return undefined;
      const [path, query] = splitTarget(url, place);
      const isRead = isReadable(path);
      if ((isKnown && isRead) || !isBelow(path, place)) return undefined;
      originals.set(request, originalOf(request));
      if (!isKnown) request.method = "GET";
      if (!isRead) request.url = `${path.split("/").map(readable).join("/")}?${query}`;
      return undefined;
    },
  });
}

/** A segment whose percent signs encode a text: itself, or one that has them. */
function readable(segment: string): string {
  return isReadable(segment) ? segment : segment.replaceAll("%", "%25");
}

function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== undefined;
  } catch {
    return false;
  }
}
