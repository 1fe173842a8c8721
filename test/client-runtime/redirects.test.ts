import { assert, asyncProperty, constantFrom, record } from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  call,
  createClient,
  type AnyResult,
  type Client,
  type Media,
} from "../../templates/client/runtime/runtime.js";
import { clientOf, originOf } from "./client-of.js";
import { json, plain, type Handler, type Seen } from "./server.js";

/** Answers the first path that it is asked by a redirect, all others in JSON. */
const away =
  (status: number, location: string | (() => string)): Handler =>
  (response, seen) =>
    (seen.url.startsWith("/v2.1/x")
      ? plain(status, "moved", {
          location: typeof location === "string" ? location : location(),
        })
      : json(200, { at: seen.url }))(response, seen);

const token = "gAAAAAsecret";
const ask = (client: Client, operation: string, body?: unknown, media: Media = {}) =>
  call<AnyResult>(client, operation, [200], { body }, {}, media);

describe("a redirect within the origin", () => {
  it("is followed where `default` is documented, which no redirect is meant by", async () => {
    const { client, seen } = await clientOf(away(307, "y"), { token });
    const result = await call<AnyResult>(client, "GET /x", [200, "default"]);
    expect(result).toMatchObject({ ok: true, status: 200, body: { at: "/v2.1/y" } });
    expect(seen).toHaveLength(2);
  });

  test.each([
    // status, sent as, goes on as, with its body, why
    [301, "GET", "GET", false, "as it is"],
    [302, "HEAD", "HEAD", false, "as it is"],
    [301, "POST", "GET", false, "as browsers always did"],
    [302, "POST", "GET", false, "as browsers always did"],
    [302, "PUT", "PUT", true, "only POST is turned into GET"],
    [303, "PUT", "GET", false, "see other"],
    [303, "DELETE", "GET", false, "see other"],
    [303, "HEAD", "HEAD", false, "the same without a body"],
    [307, "POST", "POST", true, "temporary, and nothing else"],
    [308, "PATCH", "PATCH", true, "permanent, and nothing else"],
  ])("%d of %s is followed as %s, with its body: %j (%s)", async (...row) => {
    const [status, method, then, keeps] = row;
    const { client, seen } = await clientOf(away(status, "y?a=1#part"), { token });
    const has = method !== "GET" && method !== "HEAD";
    const result = await ask(client, `${method} /x`, has ? { name: "b" } : undefined);
    expect(result).toMatchObject({ ok: true, documented: true, status: 200 });
    expect(seen).toHaveLength(2);
    expect(seen[1]).toMatchObject({ method: then, url: "/v2.1/y?a=1" });
    expect(seen[1]?.body).toBe(keeps ? '{"name":"b"}' : "");
    expect(seen[1]?.headers["content-type"]).toBe(keeps ? "application/json" : undefined);
    expect(seen[1]?.headers["x-auth-token"]).toBe(token);
  });

  it("keeps the boundary of a form true", async () => {
    const { client, seen } = await clientOf(away(307, "/v2.1/y"));
    const form = new FormData();
    form.set("name", "value");
    await ask(client, "POST /x", form, { send: "" }).orThrow();
    const [, boundary = "none"] =
      /boundary=(.*)/.exec(seen[1]?.headers["content-type"] ?? "") ?? [];
    expect(seen[1]?.body).toContain(boundary);
  });

  it("asks for the token anew, and passes middleware each time", async () => {
    let count = 0;
    const paths: string[] = [];
    const { client, seen } = await clientOf(away(302, "/v2.1/y"), {
      token: () => `t${++count}`,
      middleware: [
        (request, next) => {
          paths.push(new URL(request.url).pathname);
          return next(request);
        },
      ],
    });
    await ask(client, "GET /x").orThrow();
    expect(seen.map((one) => one.headers["x-auth-token"])).toEqual(["t1", "t2"]);
    expect(paths).toEqual(["/v2.1/x", "/v2.1/y"]);
  });
});

describe("a redirect that is not followed is the answer", () => {
  it("where the documentation lists it", async () => {
    const { client, seen } = await clientOf(away(302, "/v2.1/y"));
    const result = await call<AnyResult>(client, "GET /x", [302], {}, {}, { 302: "none" });
    expect(result).toMatchObject({ ok: true, documented: true, status: 302, body: undefined });
    expect(result.headers.get("location")).toBe("/v2.1/y");
    expect(seen).toHaveLength(1);
  });

  it("where it turns in a circle, after twenty", async () => {
    const { client, seen } = await clientOf(away(302, "/v2.1/x"));
    expect(await ask(client, "GET /x")).toMatchObject({ ok: false, status: 302 });
    expect(seen).toHaveLength(21);
  });

  it("where what streams would have to be sent again", async () => {
    const { client, seen } = await clientOf(away(307, "/v2.1/y"));
    const stream = new Blob(["gone by"]).stream();
    const media: Media = { send: "application/octet-stream" };
    expect(await ask(client, "PUT /x", stream, media)).toMatchObject({ ok: false, status: 307 });
    expect(seen.map(({ url, body }) => url + body)).toEqual(["/v2.1/xgone by"]);
    const other = await clientOf(away(303, "/v2.1/y"));
    const again = new Blob(["gone by"]).stream();
    expect(await ask(other.client, "PUT /x", again, media)).toMatchObject({ ok: true });
  });

  test.each([
    ["http://", "no URL"],
    ["http://user:pw@127.0.0.1/", "user and password"],
    ["javascript:alert(1)", "no place"],
    ["data:application/json,{}", "no place"],
  ])("to %j: %s", async (location) => {
    const { client, seen } = await clientOf(away(302, location));
    const result = await ask(client, "GET /x", undefined, { 200: "stream" });
    expect(result).toMatchObject({ ok: false, documented: false, status: 302, body: "moved" });
    expect(seen).toHaveLength(1);
  });

  it("without a location", async () => {
    const { client } = await clientOf(plain(302, "moved"));
    expect(await ask(client, "GET /x")).toMatchObject({ ok: false, message: "moved" });
  });
});

describe("a redirect to another origin", () => {
  const secrets = { "x-auth-token": token, "x-subject-token": token, cookie: "a=b", "x-own": "c" };

  /** A service that redirects to another, which answers as if it were the service. */
  async function pair(status: number, handler: Handler = json(200, { evil: true })) {
    const other = await clientOf(handler);
    const elsewhere = `${originOf(other.client)}/z?temp_url_sig=abc`;
    const service = await clientOf(away(status, elsewhere), { token });
    return { ...service, other };
  }

  test.each([
    [301, "GET"],
    [302, "POST"],
    [303, "PUT"],
    [307, "POST"],
    [308, "DELETE"],
    [307, "GET"],
    [302, "HEAD"],
  ])("%d of %s is not followed: the service did not answer", async (status, method) => {
    const { client, other } = await pair(status);
    const body = method === "GET" || method === "HEAD" ? undefined : { adminPass: "secret" };
    const result = await ask(client, `${method} /x`, body);
    expect(result).toMatchObject({ ok: false, documented: false, status });
    expect(result).toMatchObject({ message: `redirects to ${originOf(other.client)}` });
    expect(other.seen).toEqual([]);
    await expect(ask(client, `${method} /x`, body).orThrow()).rejects.toMatchObject({ status });
    expect(other.seen).toEqual([]);
  });

  it("is followed for a download, with nothing that is secret", async () => {
    const { client, seen, other } = await pair(302, plain(200, "bytes"));
    const headers = { ...secrets, range: "bytes=0-4", "If-None-Match": '"1"' };
    const media: Media = { accept: "image/png", 200: "stream" };
    const result = await call<AnyResult>(client, "GET /x", [200], {}, { headers }, media);
    expect(result).toMatchObject({ ok: true, documented: true, status: 200 });
    expect(seen[0]?.headers).toMatchObject(secrets);
    const [one] = other.seen;
    expect(one).toMatchObject({ method: "GET", url: "/z?temp_url_sig=abc" });
    expect(one?.headers).toMatchObject({
      accept: "image/png",
      range: "bytes=0-4",
      "if-none-match": '"1"',
    });
    for (const name of Object.keys(secrets)) expect(one?.headers).not.toHaveProperty([name]);
    expect(JSON.stringify(one)).not.toContain(token);
  });

  it("is not followed with a body, nor for what a POST would download", async () => {
    const { client, other } = await pair(307);
    const media: Media = { 200: "stream" };
    expect(await ask(client, "POST /x", {}, media)).toMatchObject({ ok: false, status: 307 });
    expect(await ask(client, "HEAD /x", undefined, media)).toMatchObject({ status: 307 });
    expect(other.seen).toEqual([]);
  });

  it("may go on there, but does not lead back into the service", async () => {
    let back = "";
    const { client, seen, other } = await pair(302, (response, one) =>
      plain(302, "", { location: one.url.startsWith("/z") ? "/next" : back })(response, one),
    );
    back = `${client.endpoint}/servers`;
    const result = await ask(client, "GET /x", undefined, { 200: "stream" });
    expect(result).toMatchObject({ ok: false, documented: false, status: 302 });
    expect(other.seen.map(({ url }) => url)).toEqual(["/z?temp_url_sig=abc", "/next"]);
    expect(seen.map(({ url }) => url)).toEqual(["/v2.1/x"]);
  });

  it("never leads from https to http", async () => {
    const asked: string[] = [];
    const client = createClient({
      endpoint: "https://cloud.example",
      fetch: async ({ url }) => {
        asked.push(url);
        const location = ["https://a.example/", "http://b.example/"][asked.length - 1] ?? "";
        return new Response(null, { status: 302, headers: { location } });
      },
    });
    const result = await ask(client, "GET /x", undefined, { 200: "stream" });
    expect(result).toMatchObject({ ok: false, message: "redirects to http://b.example" });
    expect(asked).toEqual(["https://cloud.example/x", "https://a.example/"]);
  });

  it("may lead from http to https", async () => {
    const asked: string[] = [];
    const client = createClient({
      endpoint: "http://cloud.example",
      fetch: async ({ url }) => {
        asked.push(url);
        const headers = { location: "https://a.example/" };
        return asked.length === 1
          ? new Response(null, { status: 302, headers })
          : new Response("bytes");
      },
    });
    const result = await ask(client, "GET /x", undefined, { 200: "stream" });
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(asked).toEqual(["http://cloud.example/x", "https://a.example/"]);
  });

  it("whatever it is, hands over neither token nor body", async () => {
    const other = await clientOf(json(200, {}));
    let status = 302;
    const service = await clientOf((response, seen) =>
      away(status, () => `${originOf(other.client)}/z`)(response, seen),
    );
    const client = createClient({ endpoint: service.client.endpoint, token, headers: secrets });
    const any = record({
      code: constantFrom(301, 302, 303, 307, 308),
      method: constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
      kind: constantFrom("stream", "json", "text", "any", "none"),
      body: constantFrom({ adminPass: token }, token, undefined),
    });
    await assert(
      asyncProperty(any, async ({ code, method, kind, body }) => {
        status = code;
        const sent = method === "GET" || method === "HEAD" ? undefined : body;
        await ask(client, `${method} /x`, sent, { 200: kind }).catch(() => {});
        expect(JSON.stringify(other.seen)).not.toContain(token);
      }),
      { numRuns: 60 },
    );
  });
});

describe("middleware that asks another host", () => {
  it("is not given the token for it", async () => {
    const seen: Seen[] = [];
    const other = await clientOf((response, one) => {
      seen.push(one);
      json(200, {})(response, one);
    });
    const { client } = await clientOf(json(200, {}), {
      token,
      middleware: [(request, next) => next(new Request(`${other.client.endpoint}/z`, request))],
    });
    await ask(client, "GET /x");
    expect(seen[0]?.url).toBe("/v2.1/z");
    expect(seen[0]?.headers).not.toHaveProperty("x-auth-token");
  });
});

describe("in a page", () => {
  it("a redirect is an error, since nobody can look at it", async () => {
    // What a page gets to see of a redirect (Fetch Standard, "opaque-redirect filtered response").
    const opaque = Object.defineProperties(Response.error(), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
    });
    const client = createClient({
      endpoint: "https://cloud.example/v2.1",
      fetch: async () => opaque,
    });
    await expect(ask(client, "GET /x")).rejects.toThrow(
      "GET https://cloud.example/v2.1/x redirects, and a page cannot see where to",
    );
  });
});
