import { describe, expect, it, test } from "vitest";
import { inspect } from "node:util";
import { aboveVersion } from "../../templates/client/runtime/above-version.js";
import { ask, call, createClient } from "../../templates/client/runtime/runtime.js";

describe("an endpoint of the catalog", () => {
  it.each([
    // endpoint                          path                        URL                              why
    ["https://a.example", "/v3/boxes", "https://a.example/v3/boxes", "the root"],
    ["https://a.example/v3", "/v3/boxes", "https://a.example/v3/boxes", "the version"],
    ["https://a.example/box/v3/", "/v3/boxes", "https://a.example/box/v3/boxes", "behind a prefix"],
    ["https://a.example/v3/p", "/v3/p/boxes", "https://a.example/v3/p/boxes", "with the project"],
    ["https://a.example/v3", "/v3", "https://a.example/v3", "nothing but the version"],
    ["https://a.example/v2", "/v3/boxes", "https://a.example/v2/v3/boxes", "another version"],
    [
      "https://a.example/v3/p",
      "/v3/q/boxes",
      "https://a.example/v3/p/v3/q/boxes",
      "another project",
    ],
    [
      "https://a.example/v2.1",
      "/boxes",
      "https://a.example/v2.1/boxes",
      "a path without a version",
    ],
    ["https://a.example/v2", "/v21/boxes", "https://a.example/v2/v21/boxes", "a longer word"],
    [
      "https://v3.a.example/",
      "/v3/boxes",
      "https://v3.a.example/v3/boxes",
      "a host like a version",
    ],
    ["https://v3.a.example/v3", "/v3/boxes", "https://v3.a.example/v3/boxes", "and the version"],
    ["https://v3/v3/p", "/v3/p/boxes", "https://v3/v3/p/boxes", "a host that is one"],
    ["https://a.example/v1/gate/v3", "/v3/x", "https://a.example/v1/gate/v3/x", "behind another"],
    ["https://a.example/v3?region=1", "/v3/x", "https://a.example/v3/x?region=1", "a query"],
    [
      "https://a.example/v3/?a=/v3#b",
      "/v3/x",
      "https://a.example/v3/x?a=/v3",
      "a fragment as well",
    ],
    ["https://a.example#top", "/", "https://a.example/", "a fragment at the root"],
    ["https://a.example:8443/x y", "/v3/x", "https://a.example:8443/x%20y/v3/x", "a space"],
  ])("%s and %s is %s: %s", async (endpoint, path, url) => {
    const asked: string[] = [];
    const fetch = (request: Request): Promise<Response> => {
      asked.push(request.url);
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    await call(createClient({ endpoint, fetch }), `GET ${path}`, [204]);
    expect(asked).toEqual([url]);
  });
});

test.each([
  // endpoint                     path    URL                      why
  ["https://a.example/v2.1", "/", "https://a.example/", "the version is left out"],
  ["https://a.example/box/v2/", "/", "https://a.example/box/", "behind a prefix"],
  ["https://a.example/box/v2/p", "/", "https://a.example/box/", "with a project"],
  ["https://a.example/box", "/", "https://a.example/box/", "there is none"],
  ["https://a.example/v2.1?region=1", "/", "https://a.example/?region=1", "a query"],
  ["https://a.example/v2.1", "/v2", "https://a.example/v2", "another version"],
  ["https://a.example/vault/v", "/", "https://a.example/vault/v/", "words that are none"],
])("above the version of %s, %s is %s: %s", async (endpoint, path, url) => {
  const asked: string[] = [];
  const fetch = (request: Request): Promise<Response> => {
    asked.push(request.url);
    return Promise.resolve(Response.json({}));
  };
  const client = createClient({ endpoint, fetch });
  await ask(client, `GET ${path}`, [200], undefined, undefined, { urlOf: aboveVersion });
  expect(asked).toEqual([url]);
});

test.each([
  ["https://user:s3cret@a.example/v3", "user and password"],
  ["https://s3cret@a.example/v3", "a user"],
  ["https://user:s3cret@", "no host"],
  ["/v3/s3cret", "no origin"],
  ["", "nothing"],
])("%j is no endpoint (%s), and is not told", (endpoint) => {
  let error: unknown;
  try {
    createClient({ endpoint });
  } catch (reason) {
    error = reason;
  }
  expect(error).toBeInstanceOf(TypeError);
  expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain("s3cret");
});

test("a query of the endpoint stands before that of the request", async () => {
  const asked: string[] = [];
  const client = createClient({
    endpoint: new URL("https://a.example/v3?region=1"),
    fetch: async ({ url }) => {
      asked.push(url);
      return Response.json({});
    },
  });
  await call(client, "GET /v3/x", [200], { query: { limit: 2 } });
  expect(client.endpoint).toBe("https://a.example/v3?region=1");
  expect(asked).toEqual(["https://a.example/v3/x?region=1&limit=2"]);
});

test.each([
  ["https://a.example//", "https://a.example"],
  ["https://a.example/box//", "https://a.example/box"],
])("%s ends without its slashes", (endpoint, plain) => {
  expect(createClient({ endpoint }).endpoint).toBe(plain);
});
