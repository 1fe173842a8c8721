import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { CheckedReply } from "../../templates/server/runtime/entries.js";
import {
  ask as askAt,
  example,
  handlers,
  inject,
  listen,
  noted,
  post,
  serve,
  uuid,
} from "./example.js";
import type { Answering } from "./example.js";

/** What is sent of what handlers reply. */

const errors: unknown[] = [];
const checked: CheckedReply[] = [];
const onError = (error: unknown) => errors.push(error);
let app: FastifyInstance;
let base = "";

beforeAll(async () => {
  const { plugin, routes, service, NotImplemented } = await example();
  app = await serve({ options: { onError } });
  const stubs = {
    images: {
      listImages: noted("listImages", () => {
        throw new NotImplemented();
      }),
      listImagesWithDetails: noted("listImagesWithDetails", () =>
        Promise.reject(new NotImplemented()),
      ),
      showImage: noted("showImage", (_, { reply }) => reply(200, { image: 1 })),
    },
  };
  const checkReply = (answer: CheckedReply) => {
    checked.push(answer);
    return answer.operation === "showImage" ? "image must be object" : undefined;
  };
  await app.register(plugin(service, routes, stubs, { checkReply, onError }), { prefix: "/stubs" });
  const authenticate = ({
    headers,
    operations,
  }: {
    headers: Headers;
    operations: readonly string[];
  }) => operations.includes("deleteImage") || headers.has("x-auth-token");
  await app.register(plugin(service, routes, handlers, { authenticate }), { prefix: "/closed" });
  await app.register(
    plugin(service, routes, handlers, {
      authenticate: (asked) => Promise.resolve(authenticate(asked)),
    }),
    { prefix: "/slowly" },
  );
  base = await listen(app);
}, 60_000);
afterAll(() => app.close());

const ask = (request: string, init?: RequestInit) => askAt(base, request, init);
describe("answers", () => {
  it("have an id, and JSON without a charset", async () => {
    const { headers } = await ask("GET /v2.1/images");
    expect(headers.get("x-openstack-request-id")).toMatch(/^req-[\da-f-]{36}$/);
    expect(headers.get("content-type")).toBe("application/json");
  });

  it("of 204 have no body and no type", async () => {
    const { status, body, headers } = await ask(`DELETE /v2.1/images/${uuid}`);
    expect({ status, body, type: headers.get("content-type") }).toEqual({
      status: 204,
      body: "",
      type: null,
    });
  });

  it("of bytes have their documented type", async () => {
    const response = await fetch(`${base}/v2.1/files/a.b`);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 255]);
  });

  it("do not tell what a handler threw", async () => {
    errors.length = 0;
    const { status, body } = await ask("POST /v2.1/images/x/metadata", post({ metadata: {} }));
    expect(status).toBe(500);
    expect(body).toEqual({
      computeFault: { code: 500, message: "The server could not do what was asked." },
    });
    expect(errors).toHaveLength(1);
  });

  it("are made by `reply` alone", async () => {
    expect((await ask("GET /v2.1/things/")).status).toBe(500);
  });

  test.each([
    ["/stubs/images", "listImages"],
    ["/stubs/images/detail", "listImagesWithDetails"],
  ])("%s are 501 while a stub is a stub", async (path, handler) => {
    const { status, body } = await ask(`GET ${path}`);
    expect(status).toBe(501);
    expect(body).toMatchObject({
      notImplemented: { message: `${handler} is not implemented yet.` },
    });
  });

  it("can be checked in development", async () => {
    errors.length = 0;
    expect((await ask(`GET /stubs/images/${uuid}`)).status).toBe(500);
    expect(errors.map(String)).toEqual(["TypeError: showImage, 200: image must be object"]);
    expect(checked.at(-1)).toEqual({
      operation: "showImage",
      status: 200,
      body: { image: 1 },
      microversion: "2.1",
      isPart: false,
    });
  });
});

describe("authentication", () => {
  test.each<[string, Readonly<Record<string, string>>, number, string]>([
    ["GET /closed/images", {}, 401, "nobody"],
    ["GET /closed/nothing", {}, 401, "before anything is told"],
    ["GET /closed/images", { "X-Auth-Token": "t" }, 200, "somebody"],
    ["DELETE /closed/images/1", {}, 204, "an operation that is open"],
    ["GET /closed/images/%zz", {}, 401, "also before a path that cannot be read"],
    ["GET /slowly/images", {}, 401, "who takes time to decide"],
    ["GET /slowly/images", { "X-Auth-Token": "t" }, 200, "somebody, after a time"],
  ])("%s with %j is %i (%s)", async (request, headers, status) => {
    const answer = await ask(request, { headers });
    expect(answer.status).toBe(status);
    if (status !== 401) return;
    expect(answer.body).toMatchObject({ error: { code: 401, title: "Unauthorized" } });
    expect(answer.headers.get("www-authenticate")).toBe("Keystone");
  });
});

describe("what a handler gets wrong", () => {
  const replying = (answer: Answering) => ({ images: { listImages: noted("listImages", answer) } });
  const list = { images: [] };
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;

  test.each<[string, Answering, RegExp]>([
    // what                       handler                                               what onError is told
    [
      "a header with a line end",
      (_, { reply }) => reply(200, list, { "x-a": "a\r\nb: c" }),
      /character/,
    ],
    [
      "a header that is no Latin-1",
      (_, { reply }) => reply(200, list, { "x-a": "\u20ac" }),
      /character/,
    ],
    [
      "a header that is undefined",
      (_, { reply }) => reply(200, list, { "x-a": undefined }),
      /undefined/,
    ],
    [
      "a header that is a list",
      (_, { reply }) => reply(200, list, { etag: ["a", "b"] }),
      /etag is no text/,
    ],
    [
      "a length that is no number",
      (_, { reply }) => reply(200, list, { "Content-Length": "all" }),
      /Content-Length is no number/,
    ],
    ["a name that is none", (_, { reply }) => reply(200, list, { "x a": "b" }), /x a/],
    ["a pseudo header", (_, { reply }) => reply(200, list, { ":status": "200" }), /:status/],
    [
      "a status that is not documented",
      (_, { reply }) => reply(202, list),
      /^TypeError: listImages .*200, 400, 401, 403.* not 202$/,
    ],
    ["no status", (_, { reply }) => reply(Number.NaN, list), /NaN/],
    ["a body that holds itself", (_, { reply }) => reply(200, cyclic), /circular/],
    ["a number that is no JSON", (_, { reply }) => reply(200, { a: 1n }), /BigInt/],
    ["nothing", () => undefined, /did not reply/],
    ["nothing, later", () => Promise.resolve(), /did not reply/],
    ["an error", () => Promise.reject(new Error("secret")), /secret/],
    ["no error", () => Promise.reject("secret"), /secret/],
  ])("%s is a fault of the service, and told", async (_what, answer, told) => {
    errors.length = 0;
    const own = await serve({ handlers: replying(answer), options: { onError } });
    const { status, body } = await inject(own, "GET /v2.1/images");
    expect({ status, body }).toEqual({
      status: 500,
      body: { computeFault: { code: 500, message: "The server could not do what was asked." } },
    });
    expect(errors.map(String)).toEqual([expect.stringMatching(told)]);
  });

  it("of headers that frame a message is not sent", async () => {
    const headers = { "transfer-encoding": "chunked", trailer: "x", "content-length": "999" };
    const own = await serve({ handlers: replying((_, { reply }) => reply(200, list, headers)) });
    const answer = await own.inject({ url: "/v2.1/images" });
    expect(answer.json()).toEqual(list);
    expect(answer.headers).toMatchObject({ "content-length": "13" });
  });

  it("before the first of what it streams is a fault, too", async () => {
    errors.length = 0;
    const next = () => Promise.reject(new Error("disk"));
    const broken = { [Symbol.asyncIterator]: () => ({ next }) };
    const runtime2 = { download: noted("download", (_, { reply }) => reply(200, broken)) };
    const own = await serve({ handlers: { runtime2 }, options: { onError } });
    const { status, body } = await inject(own, "GET /v2.1/files/a.b");
    expect({ status, body }).toMatchObject({ status: 500, body: { computeFault: { code: 500 } } });
    expect(errors.map(String)).toEqual(["Error: disk"]);
  });

  it("behind the first of what it streams is told", async () => {
    errors.length = 0;
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("abc");
      await Promise.resolve();
      throw new Error("disk");
    }
    const runtime2 = { download: noted("download", (_, { reply }) => reply(200, broken())) };
    const own = await serve({ handlers: { runtime2 }, options: { onError } });
    const failed = await own.inject({ url: "/v2.1/files/a.b" }).catch(String);
    expect(failed).toMatch(/destroyed/);
    expect(errors.map(String)).toEqual(["Error: disk"]);
  });
});

describe("headers of several", () => {
  it("say all that an answer varies by", async () => {
    const listImages = noted("listImages", (_, { reply }) =>
      reply(200, { images: [] }, { Vary: "Accept", "X-Request-Id": "mine", "set-cookie": "a=b" }),
    );
    const own = await serve({ handlers: { images: { listImages } } });
    own.addHook("onRequest", (_request, reply, done) => {
      void reply.header("vary", "Origin");
      done();
    });
    const { headers } = await own.inject({ url: "/v2.1/images" });
    expect(headers).toMatchObject({
      vary: "Origin, OpenStack-API-Version, X-OpenStack-Nova-API-Version, Accept",
      "x-request-id": "mine",
      "openstack-api-version": "compute 2.1",
    });
  });
});
