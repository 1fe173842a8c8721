import { describe, expect, it } from "vitest";
import { call, createClient } from "../../templates/client/runtime/runtime.js";

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
