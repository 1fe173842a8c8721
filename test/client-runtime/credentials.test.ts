import { expect, test } from "vitest";
import { clientWith, withoutCredential } from "../../templates/client/runtime/authorization.js";
import { call } from "../../templates/client/runtime/runtime.js";

const endpoint = "https://vault.example";

/** A client, and what it sends: URLs and credentials. */
function recording() {
  const seen: string[] = [];
  const sent: (readonly [url: string, credential: string | null])[] = [];
  const client = clientWith(
    {
      endpoint,
      token: async () => "t",
      middleware: [
        (request, next) => {
          seen.push(request.url);
          const { url } = request;
          return next(
            new Request(url.replace(`${endpoint}/far`, "https://other.example"), request),
          );
        },
      ],
      fetch: async ({ url, headers }) => {
        sent.push([url, headers.get("x-key")]);
        return Response.json({});
      },
    },
    "X-Key",
  );
  return { client, seen, sent };
}

test("without its credential, a client has the same middleware; so have its copies", async () => {
  const { client, seen, sent } = recording();
  const copy = { ...client, headers: { "x-more": "1" } };
  await call(client, "GET /a", [200]);
  await call(withoutCredential(copy), "GET /b", [200]);
  await call(copy, "GET /c", [200]);
  expect(sent).toEqual([
    [`${endpoint}/a`, "t"],
    [`${endpoint}/b`, null],
    [`${endpoint}/c`, "t"],
  ]);
  expect(seen).toEqual(sent.map(([url]) => url));
});

test("another origin is not told the credential", async () => {
  const { client, sent } = recording();
  await call(client, "GET /far/x", [200]);
  expect(sent).toEqual([["https://other.example/x", null]]);
});

test("a client that another made is called as it is", async () => {
  const { client, sent } = recording();
  const { send, headers } = client;
  await call(withoutCredential({ endpoint, send, headers }), "GET /a", [200]);
  expect(sent).toEqual([[`${endpoint}/a`, "t"]]);
});
