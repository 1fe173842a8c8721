import { describe, expect, it, test } from "vitest";
import {
  call,
  ResponseError,
  type AnyResult,
  type Client,
  type Success,
} from "../../templates/client/runtime/runtime.js";
import { clientOf, notFound, show } from "./client-of.js";
import { json, plain, type Handler } from "./server.js";

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
    [300, { a: 1 }, true],
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

  test.each([
    // status, rejects, why
    [404, false, "documented by itself"],
    [409, false, "one of the range"],
    [500, true, "of another class"],
  ])("of errors takes %d: %s (%s)", async (status, rejects) => {
    const { client } = await clientOf(plain(status, "said", { "content-type": "text/plain" }));
    const media = { 404: "none", "4XX": "text" } as const;
    const pending = call(client, "GET /", [200, 404, "4XX"], {}, {}, media);
    const answer = await pending.catch((reason: unknown) => reason);
    expect(answer instanceof ResponseError).toBe(rejects);
    expect(answer).toMatchObject({ status, body: status === 404 ? undefined : "said" });
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
