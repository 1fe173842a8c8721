import { connect } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { emitted, load } from "../emit/server/emitted.js";
import { exampleDocument } from "../emit/server/example-document.js";

/** What the emitted server does with what comes over a socket. */

const uuid = "6e7e155f-4ec1-4380-94a1-0445d9f1e9ed";
const calls: { name: string; request: unknown; microversion: string }[] = [];
const errors: unknown[] = [];
let app: FastifyInstance;
let base = "";
let aborted: (() => void) | undefined;

type Answering = (
  request: {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly body?: AsyncIterable<Uint8Array>;
  },
  context: {
    readonly reply: (status: number, body?: unknown, headers?: object) => unknown;
    readonly microversion: string;
    readonly signal: AbortSignal;
    readonly since: (version: string) => boolean;
  },
) => unknown;

function noted(name: string, answer: Answering): Answering {
  return (request, context) => {
    calls.push({ name, request, microversion: context.microversion });
    return answer(request, context);
  };
}

const handlers = {
  images: {
    listImages: noted("listImages", (_, { reply }) => reply(200, { images: [] })),
    showImage: noted("showImage", ({ path }, { reply, signal }) => {
      if (path?.["image_id"] === uuid) return reply(200, { image: { id: uuid } });
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          aborted?.();
          resolve(reply(404));
        });
      });
    }),
    deleteImage: noted("deleteImage", (_, { reply }) => reply(204)),
    createImageMetadata: noted("createImageMetadata", () => {
      throw new Error("the password is swordfish");
    }),
  },
  serverActions: {
    createImage: noted("createImage", (_, { reply, since }) =>
      reply(202, since("2.45") ? { image_id: uuid } : undefined, { location: "/images/1" }),
    ),
    lock: noted("lock", (_, { reply }) => reply(202)),
  },
  runtime2: {
    download: noted("download", (_, { reply }) => reply(200, new Uint8Array([1, 2, 255]))),
    checkFile: noted("checkFile", (_, { reply }) => reply(200, undefined, { "x-size": "3" })),
    upload: noted("upload", async ({ body }, { reply }) => {
      let size = 0;
      for await (const piece of body ?? []) size += piece.length;
      return reply(201, undefined, { "x-size": `${size}` });
    }),
    copyFile: noted("copyFile", (_, { reply }) => reply(201)),
    listThings: noted("listThings", () => ({ wrong: true })),
    postThing: noted("postThing", (_, { reply }) => reply(299, { list: [] })),
    oddPath: noted("oddPath", (_, { reply }) => reply(200, { list: [] })),
  },
};

beforeAll(async () => {
  const { plugin, routes, service, NotImplemented } = await load(await emitted(exampleDocument));
  app = Fastify();
  await app.register(
    plugin(service, routes, handlers, { onError: (error) => errors.push(error), bodyLimit: 500 }),
    { prefix: "/v2.1" },
  );
  const stubs = {
    images: {
      listImages: noted("listImages", () => {
        throw new NotImplemented();
      }),
      showImage: noted("showImage", (_, { reply }) => reply(200, { image: 1 })),
    },
  };
  const checkReply = ({ operation }: { operation: string }) =>
    operation === "showImage" ? "image must be object" : undefined;
  const onError = (error: unknown) => errors.push(error);
  await app.register(plugin(service, routes, stubs, { checkReply, onError }), {
    prefix: "/stubs",
  });
  await app.register(
    plugin(service, routes, handlers, {
      authenticate: ({ headers, operations }) =>
        operations.includes("deleteImage") || headers.has("x-auth-token"),
    }),
    { prefix: "/closed" },
  );
  base = await app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => app.close());

async function ask(request: string, init: RequestInit = {}) {
  calls.length = 0;
  const [method = "GET", path = ""] = request.split(" ");
  const response = await fetch(`${base}${path}`, { method, ...init });
  const text = await response.text();
  const isJson = response.headers.get("content-type") === "application/json";
  const body: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body, called: calls[0] };
}

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  headers: { "content-type": "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const at = (version: string): RequestInit => ({
  headers: { "OpenStack-API-Version": `compute ${version}` },
});

describe("routes", () => {
  test.each([
    // request                                why                                          handler
    ["GET /v2.1/images", "the ordinary case", "listImages"],
    [`GET /v2.1/images/${uuid}`, "a parameter", "showImage"],
    [`DELETE /v2.1/images/${uuid}`, "another method", "deleteImage"],
    ["GET /v2.1/files/a.b.tar", "two parameters in a segment", "download"],
    ["HEAD /v2.1/files/a.b", "HEAD has a handler of its own", "checkFile"],
    ["COPY /v2.1/files/a.b", "a method that Fastify does not know", "copyFile"],
    ["GET /v2.1/a:b/7/*", "marks that a router reads", "oddPath"],
  ])("%s (%s)", async (request, _why, handler) => {
    expect((await ask(request)).called?.name).toBe(handler);
  });

  it("takes the least for the first of two parameters in a segment", async () => {
    const { called } = await ask("GET /v2.1/files/a.b.tar%2Fgz");
    expect(called?.request).toMatchObject({ path: { name: "a", format: "b.tar/gz" } });
  });

  it("tells routes apart that call the same place differently", async () => {
    const { called } = await ask("POST /v2.1/images/x/metadata", post({ metadata: {} }));
    expect(called?.request).toMatchObject({ path: { id: "x" }, body: { metadata: {} } });
  });

  test.each([
    ["GET /v2.1/nothing", "nothing is there"],
    ["GET /v2.1/images/", "slashes at the end count"],
    ["GET /v2.1/things", "also where the docs have one"],
    ["PATCH /v2.1/images", "no operation has the method: not 405"],
    ["GET /v2.1/images/not-a-uuid", "a path that cannot be"],
    ["GET /v2.1/a:b/seven/*", "a number that is none"],
  ])("%s is 404 (%s)", async (request) => {
    const { status, body } = await ask(request);
    expect({ status, body }).toMatchObject({ status: 404, body: { itemNotFound: { code: 404 } } });
  });

  it("answers 501 for what has no handler, in the form of the service", async () => {
    const { status, body } = await ask("GET /v2.1/images/detail");
    expect(status).toBe(501);
    expect(body).toEqual({
      notImplemented: { code: 501, message: "listImagesWithDetails is not implemented yet." },
    });
  });
});

describe("microversions", () => {
  test.each([
    // headers                                                              why                          agreed
    [{}, "no header: the minimum", "2.1"],
    [{ "OpenStack-API-Version": "compute 2.30" }, "the ordinary case", "2.30"],
    [{ "openstack-api-version": "volume 3.50, compute 2.9" }, "one of several", "2.9"],
    [{ "OpenStack-API-Version": "volume 3.50" }, "another service's: the minimum", "2.1"],
    [{ "X-OpenStack-Nova-API-Version": "2.35" }, "the older header", "2.35"],
    [
      { "OpenStack-API-Version": "compute 2.2", "X-OpenStack-Nova-API-Version": "2.35" },
      "the newer one is stronger",
      "2.2",
    ],
    [
      { "OpenStack-API-Version": "volume 3.50", "X-OpenStack-Nova-API-Version": "2.35" },
      "unless it says nothing to us",
      "2.35",
    ],
  ])("%j: %s", async (headers, _why, agreed) => {
    const { status, called, headers: said } = await ask("GET /v2.1/images", { headers });
    expect({ status, version: called?.microversion }).toEqual({ status: 200, version: agreed });
    expect(said.get("openstack-api-version")).toBe(`compute ${agreed}`);
    expect(said.get("x-openstack-nova-api-version")).toBe(agreed);
    expect(said.get("vary")).toBe("OpenStack-API-Version, X-OpenStack-Nova-API-Version");
  });

  it("knows `latest`", async () => {
    const { headers } = await ask("POST /v2.1/servers/1/action", {
      ...post({ lock: null }, { "OpenStack-API-Version": "compute latest" }),
    });
    expect(headers.get("openstack-api-version")).toBe("compute 2.96");
  });

  test.each([
    ["2.36", 404, "after the last that has it"],
    ["2.100", 406, "text, and not 2.10"],
    ["2.999", 406, "after the last of the service"],
    ["1.0", 406, "before the first"],
    ["two", 400, "malformed"],
    ["2", 400, "half of one"],
  ])("%s is %i (%s)", async (version, status) => {
    const answer = await ask("GET /v2.1/images", at(version));
    expect(answer.status).toBe(status);
    expect(answer.called).toBeUndefined();
    const echo = status === 400 ? null : `compute ${version}`;
    expect(answer.headers.get("openstack-api-version")).toBe(echo);
  });
});

describe("requests", () => {
  test.each([
    // query                        why                                      query as the handler gets it
    ["limit=5", "a number", { limit: 5 }],
    ["deleted=True", "a word for yes", { deleted: true }],
    ["deleted=0", "a word for no", { deleted: false }],
    ["tags=a&tags=b", "a list", { tags: ["a", "b"] }],
    ["tags=a", "a list of one", { tags: ["a"] }],
    ["name=a&name=b", "the last counts", { name: "b" }],
    ["name=5", "what is a text stays one", { name: "5" }],
    ["changes-since=2011-01-24T17:08:00Z", "a time", { "changes-since": "2011-01-24T17:08:00Z" }],
    ["unknown=1", "what the docs do not know", { unknown: "1" }],
  ])("?%s (%s)", async (query, _why, read) => {
    const { status, called } = await ask(`GET /v2.1/images?${query}`);
    expect(status).toBe(200);
    expect(called?.request).toMatchObject({ query: read });
  });

  test.each([
    // query                          message
    ["limit=abc", "query.limit must be integer."],
    ["limit=-1", "query.limit must be >= 0."],
    ["limit=1.5", "query.limit must be integer."],
    ["deleted=maybe", "query.deleted must be boolean."],
    ["marker=x", 'query.marker must match format "uuid".'],
    ["changes-since=nonsense", 'query.changes-since must match format "date-time".'],
  ])("?%s is refused", async (query, message) => {
    const { status, body, called } = await ask(`GET /v2.1/images?${query}`);
    expect(status).toBe(400);
    expect(body).toEqual({ badRequest: { code: 400, message } });
    expect(called).toBeUndefined();
  });

  const metadata = "POST /v2.1/images/x/metadata";
  const action = "POST /v2.1/servers/1/action";
  test.each([
    // request, body                                    why                    status, message
    [metadata, "{", "broken", 400, /^The body is not valid JSON: .+\.$/],
    [metadata, "", "missing", 400, /^body is missing\.$/],
    [metadata, '{"__proto__": {}}', "poison", 400, /__proto__/],
    [metadata, "[]", "a list", 400, /^body must be object\.$/],
    [
      metadata,
      '{"metadata":{"a":1}}',
      "never coerced",
      400,
      /^body\.metadata\.a must be string\.$/,
    ],
    [metadata, '{"metadata":{"a":"123456"}}', "long", 400, /^body\.metadata\.a must NOT have more/],
    [action, '{"fly":{}}', "no action", 400, /^body must have one of these members: createImage/],
    [action, '{"createImage":{}}', "a member missing", 400, /required property 'name'/],
    [action, '{"createImage":{"name":"a","b":1}}', "one too many", 400, /must not have "b"/],
    [action, '{"lock":null}', "not yet in 2.1", 404, /lock/],
  ])("%s %s (%s)", async (request, text, _why, status, message) => {
    const answer = await ask(request, post(text));
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(status === 400 ? "badRequest" : "itemNotFound");
    const [fault] = Object.values(Object(answer.body));
    expect(fault).toEqual({ code: status, message: expect.stringMatching(message) });
    expect(answer.called).toBeUndefined();
  });

  it("chooses an action by the member of its body", async () => {
    const early = await ask(action, post({ createImage: { name: "a" } }));
    expect(early.called?.name).toBe("createImage");
    expect(early.headers.get("location")).toBe("/images/1");
    expect(early.headers.get("content-length")).toBe("0");
    const late = await ask(action, {
      ...post({ createImage: { name: "a" } }, { "OpenStack-API-Version": "compute 2.45" }),
    });
    expect(late.body).toEqual({ image_id: uuid });
  });

  it("takes JSON alone where JSON is documented", async () => {
    const { status, body } = await ask(metadata, {
      headers: { "content-type": "application/xml" },
      body: "<a/>",
    });
    expect(status).toBe(415);
    expect(body).toMatchObject({ badMediaType: { code: 415 } });
  });

  it("refuses a body that is too long, and still answers", async () => {
    const { status } = await ask(metadata, post({ metadata: { a: "x".repeat(900) } }));
    expect(status).toBe(413);
  });

  it("hands bytes on as they come", async () => {
    const { status, headers, called } = await ask("PUT /v2.1/files/a.b", {
      headers: { "content-type": "application/octet-stream", "X-OBJECT-META": "ab" },
      body: new Uint8Array(100_000),
    });
    expect({ status, size: headers.get("x-size") }).toEqual({ status: 201, size: "100000" });
    expect(called?.request).toMatchObject({ headers: { "X-Object-Meta": "ab" } });
  });

  it("reads documented headers and checks them", async () => {
    const { status, body } = await ask("PUT /v2.1/files/a.b", { body: "x" });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      badRequest: { message: "headers must have required property 'X-Object-Meta'." },
    });
  });

  it("lets a body be absent where it may", async () => {
    expect((await ask("POST /v2.1/things/")).status).toBe(299);
    expect((await ask("POST /v2.1/things/", post({ list: [1, 1] }))).status).toBe(400);
  });
});

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

  it("are 501 while a stub is a stub", async () => {
    const { status, body } = await ask("GET /stubs/images");
    expect(status).toBe(501);
    expect(body).toMatchObject({
      notImplemented: { message: "listImages is not implemented yet." },
    });
  });

  it("can be checked in development", async () => {
    errors.length = 0;
    expect((await ask(`GET /stubs/images/${uuid}`)).status).toBe(500);
    expect(errors.map(String)).toEqual(["TypeError: showImage, 200: image must be object"]);
  });

  it("stop when the client has gone", async () => {
    const gone = new Promise<void>((resolve) => (aborted = resolve));
    const { port } = new URL(base);
    const socket = connect(Number(port), "127.0.0.1");
    socket.write(
      `GET /v2.1/images/${uuid.replace("6e", "00")} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    setTimeout(() => socket.destroy(), 50);
    await gone;
  });
});

describe("authentication", () => {
  test.each<[string, Readonly<Record<string, string>>, number, string]>([
    ["GET /closed/images", {}, 401, "nobody"],
    ["GET /closed/nothing", {}, 401, "before anything is told"],
    ["GET /closed/images", { "X-Auth-Token": "t" }, 200, "somebody"],
    ["DELETE /closed/images/1", {}, 204, "an operation that is open"],
  ])("%s with %j is %i (%s)", async (request, headers, status) => {
    const answer = await ask(request, { headers });
    expect(answer.status).toBe(status);
    if (status !== 401) return;
    expect(answer.body).toMatchObject({ error: { code: 401, title: "Unauthorized" } });
    expect(answer.headers.get("www-authenticate")).toBe("Keystone");
  });
});
