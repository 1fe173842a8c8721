import type { IncomingMessage, ServerResponse } from "node:http";

/** What a service allows pages of other origins to send, and lets them see. */
interface Policy {
  readonly allow: readonly string[];
  readonly expose: readonly string[];
}

/** The defaults of services (Keystone's `keystone/conf/__init__.py`, Nova's `nova/middleware.py`). */
const keystone: Policy = {
  allow: [
    "X-Auth-Token",
    "X-Openstack-Request-Id",
    "X-Subject-Token",
    "X-Project-Id",
    "X-Project-Name",
    "X-Project-Domain-Id",
    "X-Project-Domain-Name",
    "X-Domain-Id",
    "X-Domain-Name",
    "Openstack-Auth-Receipt",
  ],
  expose: ["X-Auth-Token", "X-Openstack-Request-Id", "X-Subject-Token", "Openstack-Auth-Receipt"],
};
const nova: Policy = {
  allow: [
    "X-Auth-Token",
    "X-Openstack-Request-Id",
    "X-Identity-Status",
    "X-Roles",
    "X-Service-Catalog",
    "X-User-Id",
    "X-Tenant-Id",
    "X-OpenStack-Nova-API-Version",
    "OpenStack-API-Version",
  ],
  expose: [
    "X-Auth-Token",
    "X-Openstack-Request-Id",
    "X-Subject-Token",
    "X-Service-Token",
    "X-OpenStack-Nova-API-Version",
    "OpenStack-API-Version",
  ],
};
/** Allowed whatever else is (oslo.middleware, `CORS.simple_headers`). */
const simple = ["Accept", "Accept-Language", "Content-Type", "Cache-Control", "Content-Language"];

/**
 * Says to a page of another origin what oslo.middleware would; true where that is the whole answer,
 * to a preflight. One that asks for what is not allowed is told nothing, and the page gets no further.
 */
export function allowOrigins(
  place: string,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  asked: Map<string, Set<string>>,
): boolean {
  const { origin } = headers;
  if (origin === undefined) return false;
  const { allow, expose } = place === "identity" ? keystone : nova;
  if (method !== "OPTIONS") {
    response.setHeader("access-control-allow-origin", origin);
    response.setHeader("access-control-expose-headers", expose.join(","));
    response.setHeader("vary", "Origin");
    return false;
  }
  const wanted = String(headers["access-control-request-headers"] ?? "").split(/,\s*/);
  const seen = asked.get(place) ?? new Set();
  asked.set(place, seen);
  for (const name of wanted) if (name !== "") seen.add(name);
  const permitted = new Set([...simple, ...allow].map((name) => name.toLowerCase()));
  response.statusCode = 200;
  if (wanted.every((name) => name === "" || permitted.has(name))) {
    response.setHeader("access-control-allow-origin", origin);
    response.setHeader("access-control-allow-methods", "GET,PUT,POST,DELETE,PATCH");
    response.setHeader("access-control-allow-headers", wanted.join(","));
    response.setHeader("vary", "Origin");
  }
  response.end();
  return true;
}
