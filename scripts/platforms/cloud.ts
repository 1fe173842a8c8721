import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecure } from "node:https";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { imagesService } from "../../test/e2e/images-service.js";
import { ImageStore, type Person } from "../../test/e2e/images-store.js";
import type { Image } from "../../generated/types.js";
import { allowOrigins } from "./cors.js";

/** A cloud on free ports of this machine, for one run of the program. */
export interface Cloud {
  readonly base: string;
  /** The same cloud by TLS, where it was given a certificate. */
  readonly secure: string | undefined;
  /** Where nobody listens. */
  readonly nowhere: string;
  /** The headers that preflights of a page asked for, by the first word of the path. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/**
 * A Keystone, a Compute that is the generated server, and what goes wrong between them. Where it is
 * reached under another name, a proxy says so (`x-forwarded-base`), and the catalog has that one.
 */
export async function startCloud(tls?: {
  readonly key: Buffer;
  readonly cert: Buffer;
}): Promise<Cloud> {
  const people = new Map<string, Person>();
  const images = imagesService(new ImageStore(kept()), people);
  await images.ready();
  const asked = new Map<string, Set<string>>();
  const busy = new Set<string>();
  let posts = 0;

  const places: Readonly<Record<string, Answer>> = {
    identity: keystone(people),
    compute(request, response) {
      if (request.url === "/") return json(response, 200, versions);
      images.routing(request, response);
    },
    slow({ method }) {
      if (method === "POST") posts += 1;
    },
    // Those since it was asked last.
    count(_request, response) {
      json(response, 200, posts);
      posts = 0;
    },
    half(_request, response) {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{ "images": [');
    },
    broken(_request, response) {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write('{ "images": [', () => response.destroy());
    },
    lost: (request) => void request.socket.destroy(),
    busy(request, response) {
      const token = String(request.headers["x-auth-token"]);
      if (busy.has(token)) return json(response, 200, { images: [] });
      busy.add(token);
      json(response, 503, { message: "Later." }, { "retry-after": "0" });
    },
    moved(request, response) {
      response.writeHead(307, { location: `${baseOf(request)}/compute/v2.1${request.url}` }).end();
    },
    echo({ headers }, response, body) {
      const told = { "x-openstack-request-id": "req-1", location: "/there", "retry-after": "1" };
      const version = { "openstack-api-version": String(headers["openstack-api-version"]) };
      const proxied = headers["x-proxied"] !== undefined;
      json(response, 200, { headers, body, proxied }, { ...told, ...version });
    },
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? "";
    // Asked as a proxy, it is its own client: what it is asked for is the same.
    if (url.startsWith("http://")) {
      request.headers["x-proxied"] = "yes";
      const { pathname, search } = new URL(url);
      request.url = pathname + search;
    }
    const [, first = "", rest = ""] = /^\/(\w+)(.*)$/.exec(request.url ?? "") ?? [];
    const place = places[first];
    if (place === undefined) return json(response, 404, { message: `nothing at ${url}` });
    if (allowOrigins(first, request, response, asked)) return;
    request.url = rest;
    // The generated server reads bodies itself.
    if (first === "compute") return place(request, response, "");
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => place(request, response, body));
  };

  const server = createServer(answer);
  const secured = tls && createSecure(tls, answer);
  const base = `http://127.0.0.1:${await portOf(server)}`;
  const secure = secured && `https://localhost:${await portOf(secured)}`;
  const closed = createServer();
  const nowhere = `http://127.0.0.1:${await portOf(closed)}`;
  closed.close();
  return {
    base,
    secure,
    nowhere,
    asked,
    async close() {
      for (const one of [server, secured]) {
        one?.closeAllConnections();
        one?.close();
      }
      await images.close();
    },
  };
}

/** Gives tokens, each with a catalog; the first of a user whose name begins with `late` is no good. */
function keystone(people: Map<string, Person>): Answer {
  const issued = new Map<string, number>();
  return (request, response, body) => {
    if (request.method !== "POST" || request.url !== "/v3/auth/tokens")
      return json(response, 404, {
        error: { code: 404, message: "Not found.", title: "Not Found" },
      });
    const { auth } = JSON.parse(body) as Asked;
    const { name, password } = auth.identity.password.user;
    if (password !== "pässword")
      return json(response, 401, { error: { code: 401, message: "Who?", title: "Unauthorized" } });
    const count = (issued.get(name) ?? 0) + 1;
    issued.set(name, count);
    const token = `${name}-${count}`;
    if (!name.startsWith("late") || count > 1)
      people.set(token, { project: "blue", isAdmin: false });
    const url = `${baseOf(request)}/compute`;
    const endpoints = [{ interface: "public", region: "A", region_id: "A", url }];
    const catalog = [{ type: "compute", name: "nova", endpoints }];
    const times = {
      issued_at: "2026-11-29T10:00:00.000000Z",
      expires_at: "2026-11-29T11:00:00.000000Z",
    };
    const granted = { ...times, project: { id: "blue" }, user: { id: name }, catalog };
    json(response, 201, { token: granted }, { "x-subject-token": token });
  };
}

interface Asked {
  readonly auth: {
    readonly identity: {
      readonly password: { readonly user: { readonly name: string; readonly password: string } };
    };
  };
}

/** As a Compute behind a proxy says it: with a host that nobody can reach. */
const versions = {
  versions: [
    {
      id: "v2.1",
      status: "CURRENT",
      version: "2.96",
      min_version: "2.1",
      links: [{ rel: "self", href: "http://10.0.0.2:8774/v2.1/" }],
    },
  ],
};

function kept() {
  const place = new URL("../../spec/samples/images-detail-response.json", import.meta.url);
  const { images } = JSON.parse(readFileSync(place, "utf8")) as { readonly images: Image[] };
  return images.map((image) => ({ image, project: "blue", isPublic: false, isProtected: false }));
}

function baseOf({ headers, socket }: IncomingMessage): string {
  const scheme = "encrypted" in socket ? "https" : "http";
  return String(headers["x-forwarded-base"] ?? `${scheme}://${headers.host}`);
}

function json(
  response: ServerResponse,
  status: number,
  body: object | number,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
