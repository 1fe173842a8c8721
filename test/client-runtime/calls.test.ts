import { afterEach, describe, expect, it, test } from "vitest";
import {
  bind,
  call,
  createClient,
  ResponseError,
  type AnyResult,
  type Client,
  type ClientOptions,
  type Failure,
  type Middleware,
  type Success,
} from "../../templates/client/runtime/runtime.js";
import { json, plain, serve, type Handler, type Service } from "./server.js";

type Result = Success<200, { id: string }> | Failure<404, { itemNotFound: { message: string } }>;

const services: Service[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

/** A client of a service that answers by `handler`. */
async function clientOf(
  handler: Handler,
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client; seen: Service["seen"] }> {
  const service = await serve(handler);
  services.push(service);
  return {
    client: createClient({ endpoint: service.endpoint, ...options }),
    seen: service.seen,
  };
}

const show = (client: Client, id = "7") =>
  call<Result>(client, "GET /images/{image_id}", [200, 404], { path: { image_id: id } });

const notFound = { itemNotFound: { code: 404, message: "Image not found." } };

describe("an answer", () => {
  it("that is documented as normal is a success", async () => {
    const { client, seen } = await clientOf(json(200, { id: "7" }, { "x-more": "yes" }));
    const result = await show(client);
    expect(result).toMatchObject({ ok: true, status: 200, body: { id: "7" } });
    expect(result).not.toHaveProperty("message");
    expect(result.headers.get("x-more")).toBe("yes");
    expect(seen[0]).toMatchObject({ method: "GET", url: "/v2.1/images/7", body: "" });
    expect(seen[0]?.headers.accept).toBe("application/json");
    expect(seen[0]?.headers["content-type"]).toBeUndefined();
  });

  it("that is documented as an error is a failure with what was said", async () => {
    const { client } = await clientOf(json(404, notFound));
    const result = await show(client);
    expect(result).toMatchObject({
      ok: false,
      status: 404,
      body: notFound,
      message: "Image not found.",
    });
  });

  it("that is not documented rejects", async () => {
    const { client } = await clientOf(
      json(409, { conflict: { message: "Busy." } }, { "x-openstack-request-id": "req-1" }),
    );
    const error = await show(client).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      name: "ResponseError",
      message: "GET /images/{image_id}: 409 Busy. (req-1)",
      operation: "GET /images/{image_id}",
      status: 409,
      body: { conflict: { message: "Busy." } },
      documented: false,
    });
  });

  test.each([
    // status, body                                type                why
    [502, "<h1>Bad Gateway</h1>", "text/html", "the page of a proxy, undocumented"],
    [404, "<title>Not here</title>", "text/html", "documented, but not the answer of the service"],
    [200, "{ broken", "application/json", "JSON that ended early"],
    [200, "plain", "text/plain", "a documented success in another form"],
  ])("%d %j as %s rejects with its text (%s)", async (status, body, type) => {
    const { client } = await clientOf(plain(status, body, { "content-type": type }));
    await expect(show(client)).rejects.toMatchObject({ status, body, documented: false });
  });

  it("without a body has none, whatever it calls itself", async () => {
    const { client } = await clientOf(plain(200, "", { "content-type": "application/json" }));
    expect(await show(client)).toMatchObject({ ok: true, body: undefined });
  });

  it("in JSON needs no content type, and may be a mere string", async () => {
    const { client } = await clientOf(plain(200, '"yes"'));
    expect(await show(client)).toMatchObject({ body: "yes" });
  });
});

describe("orThrow", () => {
  it("gives the body", async () => {
    const { client, seen } = await clientOf(json(200, { id: "7" }));
    expect(await show(client).orThrow()).toEqual({ id: "7" });
    expect(seen).toHaveLength(1);
  });

  it("throws a documented error, and says that it is one", async () => {
    const { client } = await clientOf(json(404, notFound));
    await expect(show(client).orThrow()).rejects.toMatchObject({
      message: "GET /images/{image_id}: 404 Image not found.",
      status: 404,
      body: notFound,
      documented: true,
    });
  });

  it("sends once, however often the call is looked at", async () => {
    const { client, seen } = await clientOf(json(404, notFound));
    const pending = show(client);
    await expect(pending.orThrow()).rejects.toThrow(ResponseError);
    expect((await pending).status).toBe(404);
    expect(seen).toHaveLength(1);
  });
});

describe("a range of answers", () => {
  const ask = (client: Client) =>
    call<AnyResult>(client, "GET /", ["2XX", "default"], {}, {}, { "2XX": "any", default: "any" });

  test.each([
    [200, { a: 1 }, true],
    [299, { a: 1 }, true],
    [418, { message: "I am a teapot." }, false],
    [500, { message: "Sorry." }, false],
  ])("takes %d", async (status, body, ok) => {
    const { client } = await clientOf(json(status, body));
    expect(await ask(client)).toMatchObject({ ok, status, body });
  });

  it("takes text where nothing is known of the body", async () => {
    const { client } = await clientOf(plain(200, "hello", { "content-type": "text/plain" }));
    expect(await ask(client)).toMatchObject({ ok: true, body: "hello" });
  });

  it("of normal answers alone does not take errors", async () => {
    const { client } = await clientOf(json(500, {}));
    await expect(call(client, "GET /", ["2XX", 404])).rejects.toMatchObject({ status: 500 });
  });
});

describe("a body that is not JSON", () => {
  it("comes as text where it is documented as text, empty as well", async () => {
    const { client, seen } = await clientOf((response, { url }) =>
      plain(200, url.endsWith("empty") ? "" : '{"a":1}', { "content-type": "text/plain" })(
        response,
        { method: "", url, headers: {}, body: "" },
      ),
    );
    const media = { accept: "text/plain", 200: "text" } as const;
    expect(await call(client, "GET /log", [200], {}, {}, media)).toMatchObject({ body: '{"a":1}' });
    expect(await call(client, "GET /empty", [200], {}, {}, media)).toMatchObject({ body: "" });
    expect(seen[0]?.headers.accept).toBe("text/plain");
  });

  it("comes as a stream that is not read ahead", async () => {
    const { client } = await clientOf(plain(200, "bytes", { "content-type": "image/png" }));
    const result = await call<Success<200, ReadableStream>>(
      client,
      "GET /image",
      [200],
      {},
      {},
      { 200: "stream" },
    );
    expect(await new Response(result.body).text()).toBe("bytes");
  });

  it("is dropped where the documentation has none, but for its message", async () => {
    const { client } = await clientOf(plain(403, "<p>Go&nbsp;away</p>\n<hr>", {}));
    expect(await call(client, "PUT /x", [403], {}, {}, { 403: "none" })).toMatchObject({
      body: undefined,
      message: "Go&nbsp;away",
    });
  });

  it("goes out as it is, under its own type", async () => {
    const { client, seen } = await clientOf(plain(204));
    const send = { send: "application/octet-stream" };
    const body = new TextEncoder().encode("raw");
    await call(client, "PUT /file", [204], { body }, {}, send).orThrow();
    const stream = new Blob(["in pieces"]).stream();
    await call(client, "PUT /file", [204], { body: stream }, {}, send).orThrow();
    const form = new FormData();
    form.set("name", "value");
    await call(client, "POST /form", [204], { body: form }, {}, { send: "" }).orThrow();
    expect(seen.map((one) => one.headers["content-type"]?.replace(/=.*/, ""))).toEqual([
      "application/octet-stream",
      "application/octet-stream",
      "multipart/form-data; boundary",
    ]);
    expect(seen.slice(0, 2).map((one) => one.body)).toEqual(["raw", "in pieces"]);
  });

  it("may be a kind of JSON with a name of its own", async () => {
    const { client, seen } = await clientOf(plain(204));
    const send = "application/openstack-images-v2.1-json-patch";
    await call(client, "PATCH /x", [204], { body: [{ op: "add" }] }, {}, { send });
    expect(seen[0]).toMatchObject({ body: '[{"op":"add"}]' });
    expect(seen[0]?.headers["content-type"]).toBe(send);
  });

  it("is none with HEAD, and 304 is an answer", async () => {
    const { client } = await clientOf((response, { method }) => {
      response.writeHead(method === "HEAD" ? 200 : 304, { "content-length": "5" });
      response.end();
    });
    expect(await call(client, "HEAD /x", [200])).toMatchObject({ ok: true, body: undefined });
    expect(await call(client, "GET /x", [200, 304])).toMatchObject({
      status: 304,
      body: undefined,
    });
  });
});

describe("a redirection", () => {
  const away: Handler = (response, { url }) =>
    (url === "/v2.1/x" ? plain(302, "", { location: "/v2.1/y" }) : json(200, { at: url }))(
      response,
      { method: "", url, headers: {}, body: "" },
    );

  it("is followed", async () => {
    const { client } = await clientOf(away);
    expect(await call(client, "GET /x", [200])).toMatchObject({ body: { at: "/v2.1/y" } });
  });

  it("is an answer where it is documented", async () => {
    const { client } = await clientOf(away);
    const result = await call(client, "GET /x", [302], {}, {}, { redirect: "manual", 302: "none" });
    expect(result).toMatchObject({ ok: true, status: 302, body: undefined });
    expect(result.headers.get("location")).toBe("/v2.1/y");
  });
});

describe("a path parameter", () => {
  test.each([
    ["a/b", "a%2Fb", "a slash would name something else"],
    ["a b?c#d", "a%20b%3Fc%23d", "nor may a query or fragment begin"],
    ["%2e%2e", "%252e%252e", "what is encoded already is encoded again"],
    ["žluťoučký", "%C5%BElu%C5%A5ou%C4%8Dk%C3%BD", "UTF-8"],
    ["...", "...", "three dots are a name"],
    ["$&", "%24%26", "no pattern of replace()"],
  ])("%j is sent as %s (%s)", async (id, sent) => {
    const { client, seen } = await clientOf(json(200, {}));
    await show(client, id);
    expect(seen[0]?.url).toBe(`/v2.1/images/${sent}`);
  });

  test.each([
    ["", "the collection would be meant"],
    [".", "a URL resolves it"],
    ["..", "a URL resolves it"],
  ])("%j is refused (%s)", async (id) => {
    const { client, seen } = await clientOf(json(200, {}));
    await expect(show(client, id)).rejects.toThrow(`image_id cannot be "${id}"`);
    expect(seen).toHaveLength(0);
  });

  it("may have any name, and be a number", async () => {
    const { client, seen } = await clientOf(json(200, {}));
    const path = { "id/name": "x", __proto__: null, "of it": 3 };
    await call(client, "GET /a/{id/name}/b/{of it}/", [200], { path });
    expect(seen[0]?.url).toBe("/v2.1/a/x/b/3/");
  });
});

describe("the query", () => {
  test.each<[query: object, sent: string, why: string]>([
    [{ limit: 5, name: "a b&c=d" }, "limit=5&name=a+b%26c%3Dd", "numbers and text"],
    [{ deleted: false, all: true }, "deleted=false&all=true", "booleans"],
    [{ sort: ["a", "b"], tag: [] }, "sort=a&sort=b", "a list repeats its name"],
    [{ limit: undefined, marker: "" }, "marker=", "undefined is left out, the empty text is not"],
    [{ filter: { os: "linux", arch: ["x", "y"] } }, "os=linux&arch=x&arch=y", "an exploded object"],
  ])("%j is %s (%s)", async (query, sent) => {
    const { client, seen } = await clientOf(json(200, {}));
    await call(client, "GET /images", [200], { query });
    expect(seen[0]?.url).toBe(`/v2.1/images?${sent}`);
  });

  it("is not there without parameters", async () => {
    const { client, seen } = await clientOf(json(200, {}));
    await call(client, "GET /images", [200], { query: { limit: undefined } });
    expect(seen[0]?.url).toBe("/v2.1/images");
  });
});

describe("headers", () => {
  it("of the call win over those of the request, and these over those of the client", async () => {
    const { client, seen } = await clientOf(json(200, {}), {
      headers: { "X-A": "client", "x-b": "client", "x-c": "client", Accept: "text/html" },
    });
    const request = { headers: { "x-b": "request", "x-c": "request", "x-d": undefined } };
    await call(client, "GET /x", [200], request, { headers: { "X-C": "call" } });
    expect(seen[0]?.headers).toMatchObject({
      "x-a": "client",
      "x-b": "request",
      "x-c": "call",
      accept: "text/html",
    });
    expect(seen[0]?.headers).not.toHaveProperty("x-d");
  });

  it("of a documented content type win over the usual one", async () => {
    const { client, seen } = await clientOf(plain(204));
    const headers = { "Content-Type": "application/vnd.x+json" };
    await call(client, "POST /x", [204], { headers, body: { a: 1 } });
    expect(seen[0]?.headers["content-type"]).toBe("application/vnd.x+json");
    expect(seen[0]?.body).toBe('{"a":1}');
  });
});

describe("the token", () => {
  it("is sent, or asked for anew before each request", async () => {
    let count = 0;
    const { client, seen } = await clientOf(json(200, {}), { token: async () => `t${++count}` });
    await show(client);
    await show(client);
    expect(seen.map((one) => one.headers["x-auth-token"])).toEqual(["t1", "t2"]);
  });

  it("gives way to one of the call itself, and is nothing without one", async () => {
    const { client, seen } = await clientOf(json(200, {}), { token: "usual" });
    await call(client, "GET /x", [200], {}, { headers: { "X-Auth-Token": "other" } });
    await call(createClient({ endpoint: client.endpoint }), "GET /x", [200]);
    expect(seen.map((one) => one.headers["x-auth-token"])).toEqual(["other", undefined]);
  });

  it("that cannot be had rejects the call", async () => {
    const { client, seen } = await clientOf(json(200, {}), {
      token: () => Promise.reject(new Error("no login")),
    });
    await expect(show(client)).rejects.toThrow("no login");
    expect(seen).toHaveLength(0);
  });
});

describe("middleware", () => {
  it("wraps from the first to the last, and does not see the token", async () => {
    const log: string[] = [];
    const layer =
      (name: string): Middleware =>
      async (request, next) => {
        log.push(`${name} out ${request.headers.get("x-auth-token")}`);
        const response = await next(request);
        log.push(`${name} in ${response.status}`);
        return response;
      };
    const { client, seen } = await clientOf(json(200, {}), {
      token: "secret",
      middleware: [layer("a"), layer("b")],
    });
    await show(client);
    expect(log).toEqual(["a out null", "b out null", "b in 200", "a in 200"]);
    expect(seen[0]?.headers["x-auth-token"]).toBe("secret");
  });

  it("may send again; the runtime itself never does", async () => {
    let count = 0;
    const handler: Handler = (response, seen) =>
      (++count < 3 ? plain(503) : json(200, { id: "7" }))(response, seen);
    const again: Middleware = async (request, next) => {
      const response = await next(request.clone());
      return response.status === 503 ? again(request, next) : response;
    };
    const { client, seen } = await clientOf(handler, { middleware: [again] });
    expect(await show(client)).toMatchObject({ ok: true });
    expect(seen).toHaveLength(3);

    const bare = await clientOf(plain(503));
    await expect(show(bare.client)).rejects.toMatchObject({ status: 503 });
    expect(bare.seen).toHaveLength(1);
  });

  it("and a fetch of one's own need no network", async () => {
    const client = createClient({
      endpoint: new URL("https://cloud.example/compute/v2.1///"),
      fetch: async (request) => Response.json({ id: request.url }),
    });
    expect(await show(client).orThrow()).toEqual({
      id: "https://cloud.example/compute/v2.1/images/7",
    });
  });
});

describe("a call that ends early", () => {
  const never: Handler = () => {};

  it("rejects with the reason of its signal", async () => {
    const { client } = await clientOf(never);
    const controller = new AbortController();
    const pending = call(
      client,
      "GET /x",
      [200],
      {},
      { signal: controller.signal, timeout: 60_000 },
    );
    controller.abort(new Error("changed my mind"));
    await expect(pending).rejects.toThrow("changed my mind");
    await expect(
      call(client, "GET /x", [200], {}, { signal: AbortSignal.abort(new Error("before")) }),
    ).rejects.toThrow("before");
  });

  it("rejects with a TimeoutError when its time is over, also while the body comes", async () => {
    const { client } = await clientOf(never);
    await expect(call(client, "GET /x", [200], {}, { timeout: 20 })).rejects.toMatchObject({
      name: "TimeoutError",
    });
    const slow = await clientOf((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("{");
    });
    const { signal } = new AbortController();
    await expect(
      call(slow.client, "GET /x", [200], {}, { timeout: 50, signal }),
    ).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

describe("bind", () => {
  it("gives operations their client", async () => {
    const { client, seen } = await clientOf(json(200, { id: "9" }));
    const bound = bind(client, { show });
    expect(Object.keys(bound)).toEqual(["show"]);
    await bound["show"]?.();
    expect(seen[0]?.url).toBe("/v2.1/images/7");
  });
});
