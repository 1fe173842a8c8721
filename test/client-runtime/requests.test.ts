import { styled } from "../../templates/client/runtime/styles.js";
import { describe, expect, it, test, vi } from "vitest";
import {
  bind,
  call,
  createClient,
  type EndpointOptions,
  type Media,
  type Middleware,
} from "../../templates/client/runtime/runtime.js";
import { clientOf, show } from "./client-of.js";
import { json, plain, type Handler } from "./server.js";

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
  const styles = styled({ query: { fields: "form", filter: "form*" } });

  test.each<[query: object, sent: string, why: string]>([
    [{ limit: 5, name: "a b&c=d" }, "limit=5&name=a+b%26c%3Dd", "numbers and text"],
    [{ deleted: false, all: true }, "deleted=false&all=true", "booleans"],
    [{ sort: ["a", "b"], tag: [] }, "sort=a&sort=b", "a list repeats its name"],
    [{ limit: undefined, marker: "" }, "marker=", "undefined is left out, the empty text is not"],
    [{ filter: { os: "linux", arch: "x" } }, "os=linux&arch=x", "an exploded object"],
    [
      { fields: ["id", "a b"], sort: ["a", "b"] },
      "sort=a&sort=b&fields=id,a%20b",
      "joined by commas",
    ],
    [{ fields: "id", limit: 1 }, "limit=1&fields=id", "one of those that are joined"],
    [{ fields: [], limit: 1 }, "limit=1", "none of those that are joined"],
  ])("%j is %s (%s)", async (query, sent) => {
    const { client, seen } = await clientOf(json(200, {}));
    await call(client, "GET /images", [200], { query }, {}, styles);
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

  it("goes to the origin of the endpoint, wherever there", async () => {
    const { client, seen } = await clientOf(json(200, {}), {
      token: "t",
      middleware: [(request, next) => next(new Request(new URL("/else", request.url), request))],
    });
    await show(client);
    expect(seen[0]).toMatchObject({ url: "/else", headers: { "x-auth-token": "t" } });
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
    expect(await show(bare.client)).toMatchObject({ status: 503 });
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

describe("what the platform is given", () => {
  it("is a Request where middleware made one, and else none: to make one costs time", async () => {
    const platform = vi.spyOn(globalThis, "fetch");
    const { client } = await clientOf(json(200, {}));
    await show(client);
    const layer: Middleware = (request, next) => next(request);
    await show(createClient({ endpoint: client.endpoint, middleware: [layer] }));
    const given = platform.mock.calls.map(([input]) => input instanceof Request);
    platform.mockRestore();
    expect(given).toEqual([false, true]);
  });

  it("holds what middleware put there, which errors and messages tell or hide", async () => {
    const { client, seen } = await clientOf(json(404, { fault: { message: "no hush here" } }), {
      token: "hush",
      middleware: [
        (request, next) => {
          request.headers.set("openstack-api-version", "box 1.2");
          return next(request);
        },
      ],
    });
    const answer = await show(client);
    expect(answer).toMatchObject({ ok: false, message: "no *** here" });
    await expect(show(client).orThrow()).rejects.toMatchObject({ version: "box 1.2" });
    expect(seen[1]?.headers["x-auth-token"]).toBe("hush");
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

  it("never ends where its time is Infinity, which no timer of a platform takes", async () => {
    const { client } = await clientOf(json(200, {}));
    const answer = await call(client, "GET /x", [200], {}, { timeout: Infinity });
    expect(answer.ok).toBe(true);
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

describe("while a token is fetched, or middleware waits", () => {
  const never = (): Promise<never> => new Promise(() => {});

  test.each<[string, Partial<EndpointOptions>]>([
    ["token", { token: never }],
    ["middleware", { middleware: [never] }],
    ["fetch of one's own", { fetch: never }],
  ])("the time runs out and the signal ends the call: %s", async (_why, options) => {
    const { client } = await clientOf(json(200, {}), options);
    const late = call(client, "GET /x", [200], {}, { timeout: 20 });
    await expect(late).rejects.toMatchObject({ name: "TimeoutError" });
    await expect(late.orThrow()).rejects.toMatchObject({ name: "TimeoutError" });
    const controller = new AbortController();
    const { signal } = controller;
    const ended = call(client, "GET /x", [200], {}, { signal, timeout: 60_000 });
    controller.abort(new Error("changed my mind"));
    await expect(ended).rejects.toThrow("changed my mind");
    const before = call(client, "GET /x", [200], {}, { signal });
    await expect(before).rejects.toThrow("changed my mind");
  });

  it("a signal that serves many calls does not gather listeners", async () => {
    const { client } = await clientOf(json(200, { id: "7" }));
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    for (let turn = 0; turn < 3; turn++) await call(client, "GET /x", [200], {}, { signal });
    await vi.waitFor(() => expect(removed.mock.calls).toHaveLength(3));
    expect(added.mock.calls).toEqual(expect.arrayContaining(removed.mock.calls));
  });
});

describe("a form", () => {
  const form = new FormData();
  form.set("name", "value");

  test.each<[Media, object | undefined, object | undefined]>([
    [{ send: "" }, undefined, undefined],
    [{ send: "multipart/form-data" }, undefined, undefined],
    [{ send: "" }, { "Content-Type": "multipart/form-data" }, undefined],
    [{ send: "" }, undefined, { "content-type": "multipart/form-data" }],
  ])("keeps its boundary under %j, and headers %j and %j", async (media, headers, own) => {
    const { client, seen } = await clientOf(plain(204));
    const request = { headers, body: form };
    await call(client, "POST /x", [204], request, { headers: { ...own } }, media).orThrow();
    const type = seen[0]?.headers["content-type"] ?? "";
    const [, boundary = "none"] = /^multipart\/form-data; boundary=(.*)$/.exec(type) ?? [];
    expect(seen[0]?.body).toContain(`--${boundary}\r\n`);
    expect(seen[0]?.body).toContain('name="name"\r\n\r\nvalue\r\n');
  });
});

test.each(["Application/JSON", "application/vnd.x+JSON; charset=utf-8"])(
  "a body is sent in JSON as %s",
  async (send) => {
    const { client, seen } = await clientOf(plain(204));
    await call(client, "PUT /x", [204], { body: { a: 1 } }, {}, { send });
    expect(seen[0]?.body).toBe('{"a":1}');
    expect(seen[0]?.headers["content-type"]).toBe(send);
  },
);

describe("bind", () => {
  it("gives operations their client", async () => {
    const { client, seen } = await clientOf(json(200, { id: "9" }));
    const bound = bind(client, { show });
    expect(Object.keys(bound)).toEqual(["show"]);
    await bound["show"]?.();
    expect(seen[0]?.url).toBe("/v2.1/images/7");
  });
});
