import { afterEach } from "vitest";
import { serve, type Handler, type Seen, type Service } from "../client-runtime/server.js";

const services: Service[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

export interface Keystone {
  /** Its root, without a version. */
  readonly url: string;
  readonly seen: Service["seen"];
}

/** A stand-in for Keystone that answers its requests one after the other as `handlers` say. */
export async function keystoneOf(...handlers: readonly Handler[]): Promise<Keystone> {
  let next = 0;
  const service = await serve((response, seen) => {
    const handler = handlers[Math.min(next++, handlers.length - 1)];
    handler?.(response, seen);
  });
  services.push(service);
  return { url: new URL(service.endpoint).origin, seen: service.seen };
}

/** Issues a token as Keystone does, which lasts for an hour. */
export function issues(token: string, more: object = {}): Handler {
  return (response) => {
    const issued = {
      issued_at: "2026-11-29T10:00:00.000000Z",
      expires_at: "2026-11-29T11:00:00.000000Z",
      user: { id: "u1", name: "demo", domain: { id: "default", name: "Default" } },
      ...more,
    };
    response.writeHead(201, { "content-type": "application/json", "x-subject-token": token });
    response.end(JSON.stringify({ token: issued }));
  };
}

/** Refuses as Keystone does. */
export function refuses(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  more: object = {},
): Handler {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { code: status, message, title: "Refused" }, ...more }));
  };
}

/** What `auth` a request for a token had. */
export function authOf({ body }: Seen): unknown {
  return (JSON.parse(body) as { readonly auth: unknown }).auth;
}
