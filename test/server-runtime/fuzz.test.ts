import * as fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handlers, serve, uuid } from "./example.js";
import { casesOf } from "../cases-of.js";

/** Whatever comes, an answer goes: documented, or a fault of the service; and the server stays. */

const errors: unknown[] = [];
let app: FastifyInstance;
beforeAll(async () => {
  const images = { ...handlers.images, createImageMetadata: undefined };
  const runtime2 = { ...handlers.runtime2, listThings: undefined };
  app = await serve({
    handlers: { ...handlers, images, runtime2 },
    options: { onError: (error) => errors.push(error), bodyLimit: 10_000 },
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
}, 60_000);
afterAll(() => app.close());

interface Received {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** One request of these very bytes; undefined where the connection is closed without an answer. */
function sent(bytes: Buffer): Promise<Received | undefined> {
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () =>
      socket.end(bytes),
    );
    const pieces: Buffer[] = [];
    socket.on("data", (piece) => pieces.push(piece));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      const text = Buffer.concat(pieces).toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      const status = Number(text.slice(9, 12));
      resolve(
        end < 0 ? undefined : { status, head: text.slice(0, end), body: text.slice(end + 4) },
      );
    });
  });
}

const segment = fc.oneof(
  fc.constantFrom(
    "images",
    "detail",
    uuid,
    "metadata",
    "servers",
    "action",
    "files",
    "things",
    "a:b",
    "*",
    "",
  ),
  fc.constantFrom("%zz", "%", "%ff", "%2F", "..", "%00", "a.b", "__proto__", "%C3%A9", ";", "{x}"),
  fc.string({ unit: "binary-ascii", maxLength: 12 }).map((text) => text.replace(/[\s#?]/g, "")),
);
const path = fc.array(segment, { maxLength: 5 }).map((all) => `/v2.1/${all.join("/")}`);
const pair = fc.tuple(
  fc.constantFrom(
    "limit",
    "deleted",
    "tags",
    "marker",
    "changes-since",
    "name",
    "__proto__",
    "%zz",
  ),
  fc.oneof(
    fc.constantFrom("1e999", "9007199254740993", "-0", "%", "%ff", "True", ""),
    fc.webFragments(),
  ),
);
const query = fc
  .array(pair, { maxLength: 4 })
  .map((all) => all.map(([name, text]) => `${name}=${text.replace(/[\s#]/g, "")}`).join("&"));
const version = fc.oneof(
  fc.constantFrom(
    "compute 2.1",
    "compute 2.96",
    "compute latest",
    "compute 2.999",
    "compute",
    ",",
    ",,compute 2.9",
  ),
  fc
    .string({ unit: "binary-ascii", maxLength: 20 })
    .map((text) => text.replace(/[\r\n\0-\x1f\x7f]/g, "")),
);
const json = fc.oneof(
  fc.json(),
  fc
    .jsonValue()
    .map((value) =>
      JSON.stringify({ createImage: value, metadata: value, list: [value], thing: value }),
    ),
  fc.constantFrom('{"__proto__":{}}', '{"list":[1e999]}', "[", "null", '{"lock":null}', "\ufeff{}"),
);
const body = fc.oneof(
  json.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
);
const type = fc.constantFrom(
  "application/json",
  "application/json; charset=utf-16",
  "text/plain",
  "x",
  "",
  "a/b;c",
);
const method = fc.constantFrom(
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "COPY",
  "OPTIONS",
  "TRACE",
  "PROPFIND",
  "QUERY",
);

describe("a server that is asked anything", () => {
  it("answers in a form of the service, and never fails", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(method, path, query, version, type, body, async (...given) => {
        const [verb, where, what, asked, mediaType, bytes] = given;
        errors.length = 0;
        const head = [
          `${verb} ${where}?${what} HTTP/1.1`,
          "Host: x",
          "Connection: close",
          "X-Object-Meta: ab",
          `OpenStack-API-Version: ${asked}`,
          ...(mediaType === "" ? [] : [`Content-Type: ${mediaType}`]),
          `Content-Length: ${bytes.length}`,
        ];
        const text = Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1");
        const answer = await sent(Buffer.concat([text, bytes]));
        expect(answer).toBeDefined();
        if (answer === undefined) return;
        expect(errors).toEqual([]);
        // Node itself refuses what is no HTTP, before anybody else sees it.
        if (!/x-openstack-request-id: req-/.test(answer.head)) {
          expect(answer).toMatchObject({
            status: 400,
            body: expect.stringContaining("Client Error"),
          });
          return;
        }
        expect(answer.status).not.toBe(500);
        if (answer.status < 400 || verb === "HEAD") return;
        expect(Object.values(JSON.parse(answer.body))).toEqual([
          expect.objectContaining({ code: answer.status, message: expect.any(String) }),
        ]);
      }),
      { numRuns: casesOf(400) },
    );
  });

  it("stays when bytes are no request", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await sent(Buffer.from(bytes));
        const answer = await app.inject({ url: "/v2.1/images" });
        expect(answer.statusCode).toBe(200);
      }),
      { numRuns: 60 },
    );
  });
});
