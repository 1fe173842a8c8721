import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Image } from "../../generated/types.js";
import { imagesService } from "./images-service.js";
import { ImageStore, type Kept } from "./images-store.js";

/*
 * The requests that a real Nova was sent, sent to our service: same status, same shape of body,
 * wherever the docs cover them. What they do not cover is listed below, each with the reason; an
 * entry that has become the same fails, and so does a difference that is not listed.
 */

interface Exchange {
  readonly operation: string;
  readonly note: string;
  readonly microversion: string | null;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
    readonly raw_body: string | null;
  };
  readonly response: { readonly status: number; readonly body: unknown };
}

const file = new URL("../../../shared/real/recordings/nova-images.json", import.meta.url);
const present = existsSync(file);
if (!present) console.log("skipped: no recordings of a real Nova at ../shared/real/recordings");
const exchanges: readonly Exchange[] = present
  ? JSON.parse(readFileSync(file, "utf8")).exchanges
  : [];

/** Why an exchange is answered otherwise here, by what can be seen of it. */
const differences: readonly {
  readonly why: string;
  readonly is: (exchange: Exchange) => boolean;
}[] = [
  {
    why: "the docs have no images_links, which real services add to a page that others follow",
    is: ({ response: { body } }) => hasMember(body, "images_links"),
  },
  {
    why: "the docs have this operation under /v2.1 only, and without a project in the path",
    is: ({ request: { path } }) => /^\/v2\/|^\/v2\.1\/\w+\/images\b/.test(path),
  },
  {
    why: "the docs have no such operation: the answer of an unrouted path is another one there",
    is: ({ request: { method, path }, response }) =>
      response.status === 404 && !hasRoute(method, path),
  },
  {
    why: "the docs have no filters of the form property-NAME",
    is: ({ request: { path } }) => path.includes("?property-"),
  },
  {
    why: "HEAD and OPTIONS come with the framework; the docs have neither",
    is: ({ request: { method } }) => method === "HEAD" || method === "OPTIONS",
  },
  {
    why: "the docs have no 400 for setting one label, so a key that does not match has to be a 404",
    is: ({ request: { method, path }, response: { status } }) =>
      method === "PUT" && /\/metadata\/[^/]+$/.test(path) && status === 400,
  },
];

function hasRoute(method: string, path: string): boolean {
  const routes: readonly [string, RegExp][] = [
    ["GET", /^\/v2\.1\/images(\/detail)?(\?.*)?$/],
    ["GET DELETE", /^\/v2\.1\/images\/[^/]+$/],
    ["GET POST PUT", /^\/v2\.1\/images\/[^/]+\/metadata$/],
    ["GET PUT DELETE", /^\/v2\.1\/images\/[^/]+\/metadata\/[^/]+$/],
  ];
  return routes.some(([methods, form]) => methods.split(" ").includes(method) && form.test(path));
}

describe.skipIf(!present)("the requests that a real Nova was sent", () => {
  const people = new Map([
    ["<admin>", { project: "admin", isAdmin: true }],
    ["<demo>", { project: "demo", isAdmin: false }],
  ]);
  const app = present ? imagesService(new ImageStore(keptAtFirst()), people) : undefined;
  let origin = "";
  beforeAll(async () => {
    origin = (await app?.listen({ port: 0, host: "127.0.0.1" })) ?? "";
  });
  afterAll(() => app?.close());

  it("are answered alike, or listed", async () => {
    const unlisted: string[] = [];
    const met = new Map(differences.map(({ why }) => [why, { different: 0, same: 0 }]));
    let alike = 0;
    for (const exchange of exchanges) {
      const answer = await ask(origin, exchange);
      const real = `${exchange.response.status} ${shapeOf(exchange.response.body)}`;
      const ours = `${answer.status} ${shapeOf(answer.body)}`;
      const listed = differences.find(({ is }) => is(exchange));
      const count = listed && met.get(listed.why);
      if (count) count[real === ours ? "same" : "different"] += 1;
      else if (real === ours) alike += 1;
      else {
        const { method, path, body } = exchange.request;
        const sent = body === null ? "" : ` ${JSON.stringify(body).slice(0, 60)}`;
        unlisted.push(`${method} ${path}${sent} @${exchange.microversion}: ${real} | ${ours}`);
      }
    }
    expect(unlisted).toEqual([]);
    // A reason that no exchange needs any more has to go.
    expect([...met].filter(([, { different }]) => different === 0)).toEqual([]);
    console.log(`recordings: ${alike} of ${exchanges.length} alike`);
    for (const [why, { different }] of met) console.log(`  ${different} not: ${why}`);
    expect(alike).toBeGreaterThan(exchanges.length * 0.8);
  });
});

async function ask(
  origin: string,
  { request }: Exchange,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const body = request.raw_body ?? (request.body === null ? null : JSON.stringify(request.body));
  const answer = await fetch(`${origin}${request.path}`, {
    method: request.method,
    headers: request.headers,
    body,
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? null : asJson(text) };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Members and kinds of a body; labels are data, and the items of a list are one shape or several. */
function shapeOf(value: unknown, name = ""): string {
  if (Array.isArray(value)) {
    const shapes = new Set(value.map((item) => shapeOf(item)));
    return `[${[...shapes].sort().join("|")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    if (name === "metadata" || name === "meta") {
      return `{*:${[...new Set(entries.map(([, each]) => shapeOf(each)))].join("|")}}`;
    }
    return `{${entries.map(([key, each]) => `${key}:${shapeOf(each, key)}`).join(",")}}`;
  }
  return value === null ? "null" : typeof value;
}

/** What the service had when it was recorded, as its lists say. */
function keptAtFirst(): readonly Kept[] {
  const listed = (token: string): readonly Image[] => {
    const found = exchanges.find(
      ({ request, response }) =>
        request.path === "/v2.1/images/detail" &&
        request.headers["X-Auth-Token"] === token &&
        response.status === 200,
    );
    return hasMember(found?.response.body, "images")
      ? (found?.response.body.images as Image[])
      : [];
  };
  const forDemo = new Set(listed("<demo>").map(({ id }) => id));
  const mine = new Set(
    exchanges
      .filter(
        ({ request: { method, path, headers }, response }) =>
          method !== "GET" &&
          headers["X-Auth-Token"] === "<demo>" &&
          response.status < 300 &&
          path.startsWith("/v2.1/images/"),
      )
      .map(({ request: { path } }) => path.split("/")[3]),
  );
  return listed("<admin>").map((image) => ({
    image,
    project: mine.has(image.id) ? "demo" : "admin",
    isPublic: forDemo.has(image.id) && !mine.has(image.id),
    isProtected: image.name.includes("protected"),
  }));
}

function hasMember<Name extends string>(
  value: unknown,
  name: Name,
): value is { readonly [member in Name]: unknown } {
  return typeof value === "object" && value !== null && name in value;
}
