import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { strictest } from "../emit/compiler.js";
import { compileNatively } from "../emit/native-compiler.js";
import { made, run } from "./service.js";

/* Documents that others wrote, of `@readme/oas-examples` (MIT). */

const require = createRequire(import.meta.url);
const textOf = (name: string): string =>
  readFileSync(require.resolve(`@readme/oas-examples/${name}`), "utf8");

/** How many of each code were found. */
function counts(findings: readonly string[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const finding of findings) {
    const [code = ""] = finding.split(":");
    found[code] = (found[code] ?? 0) + 1;
  }
  return found;
}

const documents = [
  ["3.0/json/petstore.json", "the Petstore of 3.0", 19],
  ["3.1/yaml/train-travel.yaml", "problems, links and a webhook", 7],
  ["3.0/json/parameters-style.json", "every style that OpenAPI 3.0 lists", 20],
  ["3.1/json/readme.json", "a large API, all of it written in place", 50],
] as const;

describe("documents of others", () => {
  const all = documents.map(([name, why, least]) => ({ why, least, made: made(textOf(name)) }));

  test.each(all)("$why: every operation has its function", async ({ least, made: making }) => {
    const page = (await making).files.get("client/operations.md") ?? "";
    expect(page.match(/^- /gm)?.length).toBeGreaterThanOrEqual(least);
  });

  test("compile as strictly as anybody does", async () => {
    const sources = new Map<string, string>();
    for (const [index, one] of all.entries())
      for (const [path, text] of (await one.made).files)
        if (path.endsWith(".ts")) sources.set(`d${index}/${path}`, text);
    expect(compileNatively(sources, strictest)).toEqual([]);
  });
});

test("the Petstore is called, and answers", async () => {
  const pet = { id: 7, name: "Tom", photoUrls: [], status: "sold" };
  const store = await run(textOf("3.0/json/petstore.json"), (operation) => {
    if (operation === "getPetById") return [200, pet];
    return operation === "findPetsByStatus" ? [200, [pet]] : [200];
  });
  try {
    expect(counts(store.findings)).toEqual({
      "other-media-types": 8,
      "unsent-credential": 1,
      "untyped-body": 2,
    });
    expect(await store.calls["getPetById"]?.({ path: { petId: 7 } })).toMatchObject({
      status: 200,
      body: pet,
    });
    expect(store.received.at(-1)).toMatchObject({
      url: "/pet/7",
      headers: { accept: "application/json" },
      request: { path: { petId: 7 } },
    });
    // It asks for an API key, which is not the bearer of the others.
    expect(store.received.at(-1)?.headers).not.toHaveProperty("authorization");
    expect(store.received.at(-1)?.headers).not.toHaveProperty("api_key");
    const query = { status: ["sold", "pending"] };
    await store.calls["findPetsByStatus"]?.({ query });
    expect(store.received.at(-1)).toMatchObject({
      headers: { authorization: "Bearer secret-token" },
      request: { query },
    });
    const wrong = await store.calls["findPetsByStatus"]?.({ query: { status: ["lost"] } });
    expect(wrong?.status).toBe(400);
  } finally {
    await store.close();
  }
});
