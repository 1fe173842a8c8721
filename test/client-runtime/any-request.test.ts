import { expect, test } from "vitest";
import { request } from "../../templates/client/runtime/any-request.js";
import { ResponseError } from "../../templates/client/runtime/runtime.js";
import { clientOf } from "./client-of.js";
import { json } from "./server.js";

test("any request has what the client has", async () => {
  const { client, seen } = await clientOf(json(418, { teapot: { message: "Short." } }), {
    token: "secret",
    headers: { "x-own": "1" },
  });
  const answer = await request(client, "post", "/pots/{id}", {
    path: { id: "a/b" },
    query: { deep: true },
    headers: { "x-more": "2" },
    body: { a: 1 },
  });
  expect(answer).toMatchObject({ ok: false, status: 418, message: "Short." });
  expect(seen[0]).toMatchObject({
    method: "POST",
    url: "/v2.1/pots/a%2Fb?deep=true",
    body: '{"a":1}',
    headers: { "x-auth-token": "secret", "x-own": "1", "x-more": "2" },
  });
  expect(seen[0]?.headers["content-type"]).toBe("application/json");
});

test("a query may stand in the path, as in links, and is hidden as any other", async () => {
  const { client, seen } = await clientOf(json(404, {}));
  const asked = request(client, "GET", "/pots?a=1&b=x%20y&a=2&token=t0", { query: { b: 3 } });
  await expect(asked.orThrow()).rejects.toMatchObject({
    operation: "GET /pots",
    url: expect.stringMatching(/\/pots\?a=1&a=2&b=3&token=\*\*\*$/) as string,
  });
  expect(seen[0]?.url).toBe("/v2.1/pots?a=1&a=2&b=3&token=t0");
});

test.each<[why: string, body: unknown, sent: string]>([
  ["a text", "words", "words"],
  ["bytes", new Uint8Array([104, 105]), "hi"],
  ["a stream", new Blob(["stream"]).stream(), "stream"],
  ["a form", new URLSearchParams({ a: "1" }), "a=1"],
])("a body is sent as it is: %s", async (_why, body, sent) => {
  const { client, seen } = await clientOf(json(200, { done: true }));
  const done: unknown = await request<{ done: boolean }>(client, "PUT", "/x", { body }).orThrow();
  expect(done).toEqual({ done: true });
  expect(seen[0]?.body).toBe(sent);
});

test("an error is thrown as any other", async () => {
  const { client } = await clientOf(json(404, { itemNotFound: { message: "Gone." } }));
  const asked = request(client, "GET", "/x").orThrow();
  await expect(asked).rejects.toThrow(ResponseError);
  await expect(asked).rejects.toMatchObject({ operation: "GET /x", fault: "itemNotFound" });
});
