import { styled } from "../../templates/client/runtime/styles.js";
import { inspect } from "node:util";
import { assert, asyncProperty, constantFrom, record, webPath } from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import {
  call,
  ConnectionError,
  createClient,
  ResponseError,
  type AnyResult,
  type Client,
  type OperationRequest,
} from "../../templates/client/runtime/runtime.js";
import { clientOf, notFound, show } from "./client-of.js";
import { json, plain, type Handler } from "./server.js";

const token = "gAAAAABsecret";

/** What a call is refused with. */
async function errorOf(settled: Promise<unknown>): Promise<ResponseError> {
  const error = await settled.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ResponseError) return error;
  throw new Error(`no ResponseError: ${String(error)}`);
}

/** All that logs and consoles make of an error. */
function printed(error: Error): string {
  const shown = [error.message, error.stack, String(error), JSON.stringify(error)];
  const looked = [inspect(error), inspect({ error }, { depth: 9 })];
  return [...shown, ...looked, JSON.stringify({ ...error })].join("\n");
}

describe("an error tells", () => {
  it("method, URL, version and request, and what was said", async () => {
    const { client } = await clientOf(json(404, notFound, { "x-openstack-request-id": "req-1" }), {
      token,
      headers: { "openstack-api-version": "compute 2.35" },
    });
    const error = await errorOf(show(client).orThrow());
    const url = `${client.endpoint}/images/7`;
    expect(error.message).toBe(`GET ${url}: 404 Image not found. (compute 2.35, req-1)`);
    expect({ ...error }).toEqual({
      name: "ResponseError",
      operation: "GET /images/{image_id}",
      method: "GET",
      url,
      version: "compute 2.35",
      status: 404,
      ok: false,
      documented: true,
      fault: "itemNotFound",
      requestId: "req-1",
    });
    expect(error.body).toEqual(notFound);
    expect(error.headers.get("x-openstack-request-id")).toBe("req-1");
  });

  test.each<[Handler, Record<string, string>, string, string]>([
    // answer                         headers                    message                    why
    [plain(502), {}, "502 (not as documented)", "an error that is not documented"],
    [
      json(202, { adminPass: token }),
      {},
      "202 (done, but not as documented)",
      "nor is this success",
    ],
    [plain(200, token), {}, "200 (done, but not as documented)", "nor this body"],
    [plain(200, ""), {}, "200 (done, but not as documented)", "nor no body at all"],
    [
      json(409, { conflict: { message: "Busy." } }),
      { "X-OpenStack-Nova-API-Version": "2.35" },
      "409 Busy. (2.35, not as documented)",
      "an older header of the version",
    ],
  ])("in short what row %# is (%s)", async (handler, headers, message) => {
    const { client } = await clientOf(handler, { headers });
    const error = await errorOf(show(client).orThrow());
    expect(error.message).toBe(`GET ${client.endpoint}/images/7: ${message}`);
  });
});

describe("nothing that is secret is printed:", () => {
  const styles = styled({ query: { filter: "form*" } });
  const at = (client: Client, path: string, request: OperationRequest) =>
    errorOf(call<AnyResult>(client, `GET ${path}`, [200], request, {}, styles).orThrow());

  test.each<[request: OperationRequest, path: string, shown: string, why: string]>([
    [{ query: { access_token: token, limit: 3 } }, "/x", "/x?access_token=***&limit=3", "a token"],
    [{ query: { filter: { secret: token } } }, "/x", "/x?secret=***", "a member of an object"],
    [{ query: { api_key: [token, token] } }, "/x", "/x?api_key=***", "a list"],
    [{ query: { temp_url_sig: token } }, "/x", "/x?temp_url_sig=***", "a signature"],
    [{ path: { console_token: token } }, "/y/{console_token}", "/y/***", "part of the path"],
    [{ path: { key: "a" }, query: { sort_key: "b" } }, "/m/{key}", "/m/a?sort_key=***", "or so"],
    [{ query: { marker: "b" } }, "/x", "/x?marker=b", "all else is"],
  ])("%j of %s is %s (%s)", async (request, path, shown) => {
    const { client } = await clientOf(json(404, {}));
    const error = await at(client, path, request);
    expect(error.url).toBe(`${client.endpoint}${shown}`);
    expect(printed(error)).not.toContain(token);
  });

  test.each([
    ["a message that repeats the token", json(401, { error: { message: `${token} is unknown` } })],
    ["a header of the answer", json(404, {}, { "x-subject-token": token, "set-cookie": token })],
    ["a body", json(202, { adminPass: token })],
    ["a body that is not as documented", json(200, token)],
    ["a redirect", plain(302, token, { location: `https://a.example/${token}?${token}` })],
  ])("%s", async (_why, handler) => {
    const { client } = await clientOf(handler, { token, headers: { "x-subject-token": token } });
    const error = await errorOf(show(client).orThrow());
    expect(printed(error)).not.toContain(token);
    expect(printed(error)).toContain("/v2.1/images/7");
  });

  test.each<[string, string]>([
    ["x-auth-token", `${token}\n1`],
    ["x-subject-token", `${token}\u2028`],
  ])("what %s cannot hold", async (name, value) => {
    const { client } = await clientOf(json(200, {}), { token: value });
    const own = createClient({ endpoint: client.endpoint, headers: { [name]: value } });
    for (const each of [client, own]) {
      const reason: unknown = await show(each).catch((error: unknown) => error);
      if (!(reason instanceof TypeError)) expect.fail(String(reason));
      expect(printed(reason)).not.toContain(token);
      expect(reason.message).toMatch(/x-\w+-token/);
    }
  });

  it("wherever a service puts it, and whatever else it says", async () => {
    const any = record({
      status: constantFrom(200, 202, 302, 401, 404, 500),
      place: constantFrom("message", "header", "list", "text"),
      path: webPath(),
    });
    let answer = json(200, {});
    const { client } = await clientOf((response, seen) => answer(response, seen), { token });
    await assert(
      asyncProperty(any, async ({ status, place, path }) => {
        answer = {
          message: json(status, { error: { message: path + token } }),
          header: json(
            status,
            {},
            { "x-subject-token": token, location: `https://${token}.a${path}` },
          ),
          list: json(status, [token]),
          text: plain(status, token),
        }[place];
        const settled = call<AnyResult>(client, "GET /x", [201, 404]).orThrow();
        expect(printed(await errorOf(settled))).not.toContain(token);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an error has", () => {
  test.each<[why: string, body: unknown, fault: string | undefined]>([
    ["the member that it stands under", notFound, "itemNotFound"],
    [
      "its type",
      { NeutronError: { type: "NetworkNotFound", message: "?", detail: "" } },
      "NetworkNotFound",
    ],
    ["its title", { error: { code: 404, message: "?", title: "Not Found" } }, "Not Found"],
    ["of several the first", { errors: [{ status: 409, title: "Conflict" }] }, "Conflict"],
    [
      "its type below its title",
      { code: 404, error: { type: "EntityNotFound" }, title: "Not Found" },
      "EntityNotFound",
    ],
    ["its own title", { code: 404, title: "Not Found", message: "?" }, "Not Found"],
    ["none, where there is no name", { message: "?" }, undefined],
    ["none of a text", "<h1>404</h1>", undefined],
    ["none of nothing", null, undefined],
    ["none that is too long for a name", { type: "x".repeat(42) }, undefined],
  ])("the name of its fault: %s", async (_why, body, fault) => {
    const { client } = await clientOf(json(500, body));
    expect((await errorOf(show(client).orThrow())).fault).toBe(fault);
  });

  test.each([
    ["x-openstack-request-id", "req-1"],
    ["x-compute-request-id", "req-2"],
    ["x-trans-id", "tx-3"],
  ])("the ID of the request of %s", async (name, id) => {
    const { client } = await clientOf(json(500, {}, { [name]: id }));
    const error = await errorOf(show(client).orThrow());
    expect(error.requestId).toBe(id);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ requestId: id, status: 500 });
    expect(JSON.parse(JSON.stringify(error))).toHaveProperty("message", error.message);
  });

  it("a class that other copies of it know", async () => {
    const { client } = await clientOf(json(404, notFound));
    const error = await errorOf(show(client).orThrow());
    vi.resetModules();
    const copy = await import("../../templates/client/runtime/errors.js");
    expect(copy.ResponseError).not.toBe(ResponseError);
    expect(error instanceof copy.ResponseError).toBe(true);
    class Own extends ResponseError {}
    expect(error instanceof Own).toBe(false);
    for (const other of [undefined, null, {}, new Error("no"), "text"])
      expect(other instanceof ResponseError).toBe(false);
  });
});

describe("a lost connection", () => {
  const lost = new TypeError("fetch failed", {
    cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
  });
  const losing = (error: unknown, more: object = {}): Client =>
    createClient({
      endpoint: "http://cloud.test/v2.1",
      token,
      fetch: () => Promise.reject(error as Error),
      ...more,
    });

  it("tells operation, method and URL, and nothing secret", async () => {
    const headers = { "openstack-api-version": "compute 2.35" };
    const client = losing(lost, { headers });
    const request = { path: { id: "7", key_token: "sesame" }, query: { password: "hush" } };
    const error = await failureOf(call(client, "GET /boxes/{id}/{key_token}", [200], request));
    expect(error).toBeInstanceOf(ConnectionError);
    // Who tells errors of the platform by their class still can.
    expect(error).toBeInstanceOf(TypeError);
    const url = "http://cloud.test/v2.1/boxes/7/***?password=***";
    expect(error.message).toBe(`GET ${url}: fetch failed, ECONNRESET`);
    const operation = "GET /boxes/{id}/{key_token}";
    const told = { operation, method: "GET", url, version: "compute 2.35" };
    expect({ ...error }).toEqual({ name: "ConnectionError", ...told });
    expect(error.cause).toBe(lost);
    expect(printed(error)).not.toMatch(/sesame|hush|gAAAAAB/);
  });

  it("tells its cause without a token that stands in it", async () => {
    const error = await failureOf(show(losing(new TypeError(`invalid header: ${token}`))));
    expect(error.message).toBe(`GET http://cloud.test/v2.1/images/7: invalid header: ***`);
  });

  it("is none where the call was ended, or where middleware fails", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const aborting = losing(undefined, {
      fetch: ({ signal }: Request) => {
        controller.abort(reason);
        return Promise.reject(signal.reason as Error);
      },
    });
    const { signal } = controller;
    const ended = call(aborting, "GET /boxes", [200], {}, { signal });
    expect(await failureOf(ended)).toBe(reason);
    const own = new TypeError("own");
    const failing = losing(lost, { middleware: [() => Promise.reject(own)] });
    expect(await failureOf(show(failing))).toBe(own);
  });
});

async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error(`not an error: ${String(error)}`);
}
