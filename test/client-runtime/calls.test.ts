import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openAsBlob,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect, it, test } from "vitest";
import {
  call,
  messageOf,
  ResponseError,
  type AnyResult,
  type Client,
  type Download,
  type Media,
  type Success,
  type Upload,
} from "../../templates/client/runtime/runtime.js";
import { clientOf, notFound, show } from "./client-of.js";
import { json, plain } from "./server.js";

const conflict = { conflict: { message: "Busy." } };

describe("an answer", () => {
  it("that is documented as normal is a success", async () => {
    const { client, seen } = await clientOf(json(200, { id: "7" }, { "x-more": "yes" }));
    const result = await show(client);
    expect(result).toMatchObject({ ok: true, documented: true, status: 200, body: { id: "7" } });
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
      documented: true,
      status: 404,
      body: notFound,
      message: "Image not found.",
    });
  });

  test.each<[status: number, body: string, type: string, ok: boolean, got: unknown, why: string]>([
    [409, '{"conflict":{"message":"Busy."}}', "application/json", false, conflict, "an error"],
    [502, "<h1>Bad Gateway</h1>", "text/html", false, "<h1>Bad Gateway</h1>", "a proxy's page"],
    [503, "", "text/plain", false, undefined, "no body at all"],
    [503, "{ broken", "application/json", false, "{ broken", "not what it says it is"],
    [304, "", "", false, undefined, "nothing was done: no success"],
    [599, "null", "application/json", false, null, "the last status there is"],
    [202, '{"id":"7"}', "application/json", true, { id: "7" }, "a success"],
    [204, "", "", true, undefined, "a success without a body"],
  ])("that is not documented, %d %j as %s, is an answer (%s)", async (...row) => {
    const [status, sent, type, ok, body] = row;
    const { client } = await clientOf(plain(status, sent, { "content-type": type }));
    const result = await show(client);
    expect(result).toMatchObject({ ok, documented: false, status, body });
    expect(result.headers.get("content-type")).toBe(type);
    if (!result.ok) expect(result.message).toBe(messageOf(body));
    else expect(result).not.toHaveProperty("message");
  });

  test.each([
    // status, body                     type                        why
    [404, "<title>Not here</title>", "text/html", "the page of a proxy"],
    [404, "", "application/json", "no body where one is documented"],
    [200, "", "application/json", "nor for a success"],
    [200, "{ broken", "application/json", "JSON that ended early"],
    [200, "plain", "text/plain", "text"],
    [200, '["7"]', "text/html", "a list that says it is a page, where an object is documented"],
    [200, "null", "application/json", "null is no object"],
    [200, '"yes"', "application/json", "nor is a text"],
    [200, "[]", "application/json", "nor a list"],
    [404, "0", "application/json", "nor a number"],
  ])("that is documented, %d, but whose body is not, %j as %s, rejects (%s)", async (...row) => {
    const [status, sent, type] = row;
    const { client } = await clientOf(plain(status, sent, { "content-type": type }));
    const error = await show(client).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ status, documented: false });
  });

  test.each([
    ["application/json; charset=utf-8"],
    ["Application/JSON; charset=UTF-8"],
    ["application/problem+json"],
    ["application/vnd.x+JSON"],
    [""],
    ["text/html; charset=UTF-8"], // as Cinder says of metadata
  ])("is the JSON that is documented, whatever its type says: %j", async (type) => {
    const { client } = await clientOf(plain(200, '{"id":"7"}', { "content-type": type }));
    expect(await show(client)).toMatchObject({ documented: true, body: { id: "7" } });
  });

  test.each<["list" | "json", string, boolean, string]>([
    ["list", "[]", true, "a list"],
    ["list", "{}", false, "an object is none"],
    ["list", "null", false, "null is none"],
    ["json", "null", true, "any value"],
    ["json", '"yes"', true, "any value"],
    ["json", "", false, "no body is no value"],
  ])("as %s may be %j: %j (%s)", async (kind, sent, fits) => {
    const { client } = await clientOf(plain(200, sent));
    const settled = await call(client, "GET /x", [200], {}, {}, { 200: kind }).catch(
      (reason: unknown) => reason,
    );
    expect(settled).toMatchObject({ status: 200, documented: fits });
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
      operation: "GET /images/{image_id}",
      message: `GET ${client.endpoint}/images/7: 404 Image not found.`,
      status: 404,
      body: notFound,
      documented: true,
    });
  });

  test.each<[listed: number[], media: Media, status: number, sent: string, gives: boolean]>([
    [[200, 204], {}, 202, "", false],
    [[204, 404], {}, 202, '{"id":"7"}', true],
    [[202, 204], { 202: "none" }, 200, "done", true],
    [[404], { 404: "none" }, 200, "", true],
    [[204], {}, 304, "", false],
  ])(
    "of %j %j, answered %d %j, gives nothing where nothing is documented: %j",
    async (listed, media, status, sent, gives) => {
      const { client } = await clientOf(plain(status, sent));
      const settled = await call(client, "PUT /x", listed, {}, {}, media)
        .orThrow()
        .then(
          (body: unknown) => [body],
          (reason: unknown) => reason,
        );
      if (gives) expect(settled).toEqual([undefined]);
      else expect(settled).toMatchObject({ status, documented: false });
    },
  );

  test.each<
    [string, listed: number[], media: Media, status: number, sent: string, gives: boolean, string]
  >([
    ["POST", [202], {}, 200, '{"id":"7"}', true, "done at once"],
    ["PUT", [200], {}, 202, '{"id":"7"}', true, "done later"],
    ["POST", [202], { 202: "list" }, 200, "[]", true, "a list for a list"],
    ["POST", [202, 204], {}, 201, "{}", true, "204 has no body to be of another kind"],
    ["POST", [202], {}, 200, "[]", false, "a list is no object"],
    ["POST", [202], {}, 200, "", false, "nothing is no object"],
    ["POST", [202], {}, 207, "{}", false, "207 tells of several answers"],
    ["POST", [202], {}, 409, "{}", false, "not done"],
    ["POST", [201, 202], { 201: "none" }, 200, "{}", false, "which of the two is not told"],
    ["GET", [200], {}, 202, "{}", false, "what is to be read is not there yet"],
  ])(
    "of %s %j %j, answered %d %j, gives the documented body: %j (%s)",
    async (method, listed, media, status, sent, gives) => {
      const { client } = await clientOf(plain(status, sent));
      const settled = await call(client, `${method} /x`, listed, {}, {}, media)
        .orThrow()
        .then(
          (body: unknown) => ({ body }),
          (reason: unknown) => reason,
        );
      if (gives) expect(settled).toEqual({ body: JSON.parse(sent) as unknown });
      else expect(settled).toMatchObject({ status, documented: false, ok: status < 400 });
    },
  );

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
    [300, { a: 1 }, false],
    [418, { message: "I am a teapot." }, false],
    [500, { message: "Sorry." }, false],
  ])("takes %d", async (status, body, ok) => {
    const { client } = await clientOf(json(status, body));
    expect(await ask(client)).toMatchObject({ ok, documented: true, status, body });
  });

  it("takes text where nothing is known of the body", async () => {
    const { client } = await clientOf(plain(200, "hello", { "content-type": "text/plain" }));
    expect(await ask(client)).toMatchObject({ ok: true, body: "hello" });
  });

  test.each([
    // status, documented, why
    [404, true, "documented by itself"],
    [409, true, "one of the range"],
    [500, false, "of another class"],
  ])("of errors takes %d: %s (%s)", async (status, documented) => {
    const { client } = await clientOf(plain(status, "said", { "content-type": "text/plain" }));
    const media = { 404: "none", "4XX": "text" } as const;
    const answer = await call<AnyResult>(client, "GET /", [200, 404, "4XX"], {}, {}, media);
    expect(answer).toMatchObject({ documented, status });
    expect(answer.body).toBe(status === 404 ? undefined : "said");
  });

  it("of normal answers alone does not document errors", async () => {
    const { client } = await clientOf(json(500, {}));
    const answer = await call<AnyResult>(client, "GET /", ["2XX", 404]);
    expect(answer).toMatchObject({ ok: false, documented: false, status: 500 });
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

  it("goes out and comes back through the streams of Node", async () => {
    const { client, seen } = await clientOf(plain(200, "bytes", { "content-type": "image/png" }));
    const media: Media = { send: "application/octet-stream", 200: "stream" };
    const file = join(mkdtempSync(join(tmpdir(), "restanza-stream-")), "file");
    writeFileSync(file, "from a file");
    const uploads: Upload[] = [
      createReadStream(file),
      Readable.toWeb(createReadStream(file)),
      await openAsBlob(file),
    ];
    for (const body of uploads) {
      const stream = await call<Success<200, Download>>(
        client,
        "PUT /x",
        [200],
        { body },
        {},
        media,
      ).orThrow();
      await pipeline(Readable.fromWeb(stream), createWriteStream(`${file}.down`));
      expect(readFileSync(`${file}.down`, "utf8")).toBe("bytes");
    }
    expect(seen.map((one) => one.body)).toEqual(["from a file", "from a file", "from a file"]);
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
