import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { ask as askAt, inject, listen, post, serve, uuid } from "./example.js";

/** What handlers are asked with, and what is refused before. */

let app: FastifyInstance;
let base = "";
beforeAll(async () => {
  app = await serve({ options: { onError: () => undefined, bodyLimit: 500 } });
  base = await listen(app);
}, 60_000);
afterAll(() => app.close());

const sentTo = (own: FastifyInstance, body: unknown) =>
  own.inject({
    method: "POST",
    url: "/v2.1/things/",
    headers: { "content-type": "application/json" },
    payload: typeof body === "string" ? body : JSON.stringify(body),
  });
const ask = (request: string, init?: RequestInit) => askAt(base, request, init);

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
    ["limit=1e999", "query.limit must be integer."],
    ["limit=9007199254740993", "query.limit must be integer."],
    [`limit=1${"0".repeat(400)}`, "query.limit must be integer."],
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
    [metadata, '{"metadata":{"a":1e999}}', "not finite", 400, /number/],
    [
      metadata,
      '{"metadata":{"a":-9007199254740993}}',
      "not exact",
      400,
      /number .*-9007199254740992/,
    ],
    [metadata, '{"x":[{"y":123456789012345678901}],"metadata":{}}', "anywhere", 400, /number/],
    [metadata, "\ufffd\u0000", "no JSON at all", 400, /^The body is not valid JSON/],
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

describe("numbers", () => {
  it("are 404 in a path that cannot be kept", async () => {
    const { status, body } = await ask("GET /v2.1/a:b/9007199254740993/*");
    expect({ status, body }).toMatchObject({ status: 404, body: { itemNotFound: { code: 404 } } });
    expect((await ask("GET /v2.1/a:b/9007199254740991/*")).status).toBe(200);
  });

  it("stay as they are where they are exact, and in texts", async () => {
    const body = { list: [9007199254740991, 0.1234567890123456, "12345678901234567890e9"] };
    const { called } = await ask("POST /v2.1/things/", post(body));
    expect(called?.request).toMatchObject({ body });
  });
});

describe("bodies", () => {
  it("are refused where they are no UTF-8", async () => {
    const { status, body } = await ask("POST /v2.1/things/", {
      headers: { "content-type": "application/json" },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    });
    expect({ status, body }).toEqual({
      status: 400,
      body: { badRequest: { code: 400, message: "The body is not valid UTF-8." } },
    });
  });

  it("are refused where they are nested too deeply, and nothing falls over", async () => {
    const own = await serve();
    const answer = await sentTo(own, `${'{"thing":'.repeat(50_000)}{}${"}".repeat(50_000)}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ badRequest: { code: 400 } });
  });

  it("with many items that have to differ are looked at in time that grows with them", async () => {
    const own = await serve({ options: { bodyLimit: 10_000_000 } });
    const list: unknown[] = Array.from({ length: 300_000 }, (_, index) => index);
    expect((await sentTo(own, { list })).statusCode).toBe(299);
    const twice = [...list, { a: 1, b: [2] }, { b: [2], a: 1 }];
    const refused = await sentTo(own, { list: twice });
    expect(refused.json()).toEqual({
      badRequest: { code: 400, message: "body.list must NOT have duplicate items." },
    });
    expect((await sentTo(own, { list: [1, "1", [1], { a: 1 }, null, true] })).statusCode).toBe(299);
  });

  it("of a type that is none are 415, in the form of the service", async () => {
    const { status, body } = await ask("POST /v2.1/things/", {
      headers: { "content-type": "nonsense" },
      body: "{}",
    });
    expect({ status, body }).toMatchObject({ status: 415, body: { badMediaType: { code: 415 } } });
  });

  it("leave a connection usable after one that was too long", async () => {
    const long = await ask("POST /v2.1/things/", post({ list: ["x".repeat(90_000)] }));
    expect(long.status).toBe(413);
    expect((await ask("GET /v2.1/images")).status).toBe(200);
  });
});

describe("names in a query that the docs do not have", () => {
  test.each([
    // convention  query       status  why
    [undefined, "other=1", 200, "ignored where nothing is known"],
    ["ignored", "other=1", 200, "as the service does it"],
    [400, "other=1", 400, "as others do it"],
    [400, "limit=1", 200, "the docs have this one"],
  ] as const)("by convention %s, ?%s is %i (%s)", async (unknownQuery, query, status, _why) => {
    const conventions = unknownQuery === undefined ? {} : { unknownQuery };
    const own = await serve({ service: { conventions } });
    const answer = await inject(own, `GET /v2.1/images?${query}`);
    expect(answer.status).toBe(status);
    if (status === 400) {
      expect(answer.body).toEqual({
        badRequest: { code: 400, message: 'query must not have "other".' },
      });
    }
  });
});
