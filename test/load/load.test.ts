import { describe, expect, test } from "vitest";
import { head, loaded, loading } from "./described.js";

describe("what is no document is refused, with the place", () => {
  test.each([
    ['swagger: "2.0"\n', "of the past", "openapi.yaml: it is of OpenAPI 2.0, which ended in 2017"],
    ["openapi: 4.0.0\n", "of the future", "openapi.yaml: its `openapi` is 4.0.0"],
    ["info: {}\n", "of no version", "openapi.yaml: it does not say `openapi`"],
    ["- 1\n", "a list", "openapi.yaml: an OpenAPI document is an object"],
    ["openapi: 3.1.0\npaths: [\n", "no YAML", "openapi.yaml:3:1: it is neither JSON nor YAML"],
    [
      "[".repeat(100_000),
      "deeper than any stack",
      "it is neither JSON nor YAML: it is nested too deeply",
    ],
    [
      `a: &a [1,2,3,4,5,6,7,8,9]\n${"bcdefghijk"
        .split("")
        .map((x, i) => `${x}: &${x} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(",")}]\n`)
        .join("")}`,
      "aliases that unfold to a billion",
      "Excessive alias count",
    ],
  ])("%#: $1", (text, _why, reason) => {
    const result = loading(text);
    expect(result.kind === "refused" ? result.reason : "loaded").toContain(reason);
  });
});

describe("what does not have its form is left out, and told", () => {
  test.each([
    ["get: [1]", "a list for an operation", '"get" is left out: OpenAPI has an object there'],
    [
      "get: { tags: pets, responses: {} }",
      "a text for a list",
      '"tags" is left out: OpenAPI has a list of texts there',
    ],
    [
      "get: { deprecated: yes, responses: {} }",
      "YAML 1.1's truth",
      '"deprecated" is left out: OpenAPI has true or false there',
    ],
    [
      "parameters: {}",
      "an object for a list",
      '"parameters" is left out: OpenAPI has a list there',
    ],
  ])("%s (%s)", (member, _why, message) => {
    const { document, found } = loaded(`${head()}paths:\n  /pets: { ${member} }\n`);
    expect(found.map((one) => one.replace(/^.*?: /, ""))).toEqual([message]);
    expect(JSON.stringify(document.paths["/pets"])).not.toMatch(/pets|yes|\[1\]|parameters/);
  });

  test("a version that YAML reads as a number is what is written", () => {
    const { document } = loaded("openapi: 3.1.0\ninfo: { title: 7, version: 1.0 }\npaths: {}\n");
    expect(document.info).toEqual({ title: "7", version: "1.0" });
    expect(Object.keys(document)).toEqual(["openapi", "info", "paths"]);
  });

  test("JSON may have tabs, and numbers for versions become texts", () => {
    const json = JSON.stringify(
      { openapi: "3.1.0", info: { title: "A", version: 1.5 }, paths: {} },
      undefined,
      "\t",
    );
    const { document } = loaded({ "openapi.json": json });
    expect(document.info).toEqual({ title: "A", version: "1.5" });
  });
});

describe("where types take more than the schema", () => {
  test.each([
    ['{ patternProperties: { "^x-": { type: string } } }', ["patternProperties"], "any name"],
    ['{ patternProperties: { "^.*$": { type: string } } }', [], "any name is what it says"],
    ["{ prefixItems: [{ type: string }] }", ["prefixItems"], "a list that goes on"],
    ["{ prefixItems: [{ type: string }], items: false }", [], "a closed list"],
    ["{ prefixItems: [{ type: string }], maxItems: 1 }", [], "one that is closed by its length"],
  ])("%s: %j (%s)", (schema, keywords) => {
    const { found } = loaded(`${head()}paths: {}\ncomponents:\n  schemas:\n    Name: ${schema}\n`);
    expect(found).toEqual(
      keywords.map((keyword) =>
        expect.stringContaining(`untyped-keyword at openapi.yaml ${keyword}: types cannot say`),
      ),
    );
  });
});

test("a parameter that its path has no place for is told, wherever it is said", () => {
  const { found } = loaded(
    `${head()}paths:\n  /pets/{pet}:\n    parameters: [{ name: pet, in: path, required: true }, { name: Pet, in: path, required: true }]\n` +
      '    get: { parameters: [{ name: pet, in: query }, { $ref: "#/components/parameters/Tail" }], responses: {} }\n' +
      "components: { parameters: { Tail: { name: tail, in: path, required: true } } }\n",
  );
  expect(found.toSorted()).toEqual([
    'path-parameter-not-in-url at openapi.yaml "#/components/parameters/Tail": "tail" is documented as a part of the path, but /pets/{pet} has no {tail}',
    'path-parameter-not-in-url at openapi.yaml Pet: "Pet" is documented as a part of the path, but /pets/{pet} has no {Pet}',
  ]);
});

test("an answer whose schema types cannot say is told, and one of JSON or of text is not", () => {
  const answer = (mediaType: string, type: string): string =>
    ` { description: Pet, content: { ${mediaType}: { schema: { type: ${type} } } } }\n`;
  const { found } = loaded(
    `${head()}paths:\n  /pets:\n    get:\n      responses:\n        "200":${answer('"*/*"', "object")}` +
      `        "201":${answer("multipart/form-data", "object")}        "202":${answer("a/b+json", "object")}` +
      `        "400":${answer("text/plain", "string")}`,
  );
  expect(found).toEqual([
    'untyped-body at openapi.yaml "*/*": a body in */* is text or bytes: no type says what is in it',
    "untyped-body at openapi.yaml multipart/form-data: a body in multipart/form-data is text or bytes: no type says what is in it",
  ]);
});
