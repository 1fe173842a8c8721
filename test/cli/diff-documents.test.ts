import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

type Json = Readonly<Record<string, unknown>>;

interface Parts {
  readonly openapi?: string;
  readonly operation?: Json;
  readonly item?: Json;
  readonly root?: Json;
}

const text = { type: "string" };
const box = (schema: Json) => ({ type: "object", properties: { name: schema } });
const ok = { "200": { description: "OK" } };

/** A document of one operation, with these members in their places. */
function service({ openapi = "3.1.0", operation = {}, item = {}, root = {} }: Parts): string {
  const post = { operationId: "createBox", responses: ok, ...operation };
  const info = { title: "Boxes", version: "1" };
  return JSON.stringify({ openapi, info, paths: { "/boxes": { post, ...item } }, ...root });
}

async function diff(old: string, now: string, ending = "json") {
  writeFileSync(`old.${ending}`, old);
  writeFileSync(`new.${ending}`, now);
  const { code, stdout } = await restanza("diff", `old.${ending}`, `new.${ending}`, "-f", "json");
  const report = JSON.parse(stdout) as {
    readonly changes: readonly { readonly id: string; readonly verdict: string }[];
    readonly sides: { readonly new: { readonly places: readonly { readonly message: string }[] } };
  };
  const found = report.changes.map(({ id, verdict }) => `${verdict} ${id}`);
  return { code, found, lost: report.sides.new.places.map(({ message }) => message) };
}

beforeEach(() => void workingFolder());

test.each(["json", "yaml"])(
  "a name that stands twice (%s) loses what stood there first",
  async (ending) => {
    const once = service({});
    const twice = once.replace('"/boxes":', '"/boxes": {"get": {"responses": {}}}, "/boxes":');
    for (const old of [once, twice]) {
      const { code, found, lost } = await diff(old, twice, ending);
      expect({ code, found }).toEqual({ code: 3, found: [] });
      expect(lost).toEqual(['"/boxes" stands here a second time: the one before is lost']);
    }
  },
);

test.each([
  ["of an operation", (list: readonly Json[]): Parts => ({ operation: { parameters: list } })],
  ["of a path", (list: readonly Json[]): Parts => ({ item: { parameters: list } })],
])("a parameter %s that stands twice is not passed over", async (_, parts) => {
  const query = (name: string, type: string, where = "query") => ({
    name,
    in: where,
    schema: { type },
  });
  const once = [query("a", "string"), query("X-A", "string", "header")];
  const more = [query("a", "integer"), query("x-a", "integer", "header")];
  const { code, found, lost } = await diff(
    service(parts(once)),
    service(parts([...once, ...more])),
  );
  expect({ code, found }).toEqual({ code: 3, found: [] });
  expect(lost).toEqual([
    'the query parameter "a" stands here a second time: only the first is read',
    'the header parameter "x-a" stands here a second time: only the first is read',
  ]);
  const other = await diff(
    service(parts(once)),
    service(parts([...once, query("a", "string", "cookie")])),
  );
  expect(other).toMatchObject({ code: 0, lost: [] });
});

const other = { responses: ok };
const page = { openapi: "3.2.0" };

describe("members of a path", () => {
  test.each<[string, Parts, Parts, number, readonly string[]]>([
    ["x-foo is nobody's", {}, { item: { "x-foo": other } }, 0, []],
    ["query is read, in 3.1, too", {}, { item: { query: other } }, 0, ["addition operation-added"]],
    [
      "COPY of 3.2",
      page,
      { ...page, item: { additionalOperations: { COPY: other } } },
      0,
      ["addition operation-added"],
    ],
    ["a method that is none", {}, { item: { fetch: other } }, 3, []],
    ["capitals", {}, { item: { GET: other } }, 3, []],
    ["what is no object is no operation", {}, { item: { summary: "Boxes" } }, 0, []],
  ])("%s", async (_, old, now, code, found) => {
    const report = await diff(service(old), service(now));
    expect({ code: report.code, found: report.found }).toEqual({ code, found });
  });
});

const body = (content: Json): Parts => ({ operation: { requestBody: { content } } });
const answer = (content: Json): Parts => ({
  operation: { responses: { "200": { description: "OK", content } } },
});
const [json, xml] = ["application/json", "application/xml"] as const;
const named = { schema: box(text) };
const counted = { schema: box({ type: "integer" }) };
const titled = { schema: box({ ...text, description: "A name." }) };

describe("all forms of a body are compared", () => {
  test.each<[string, (content: Json) => Parts, Json, Json, readonly string[]]>([
    [
      "the second of a request",
      body,
      { [json]: named, [xml]: named },
      { [json]: named, [xml]: counted },
      ["breaking request-type-changed"],
    ],
    [
      "the second of an answer",
      answer,
      { [json]: named, [xml]: named },
      { [json]: named, [xml]: counted },
      ["breaking response-type-changed"],
    ],
    [
      "what both say is one change",
      answer,
      { [json]: named, [xml]: named },
      { [json]: counted, [xml]: counted },
      ["breaking response-type-changed"],
    ],
    [
      "each otherwise is two",
      answer,
      { [json]: named, [xml]: named },
      { [json]: counted, [xml]: { schema: box({ type: "boolean" }) } },
      ["breaking response-type-changed", "breaking response-type-changed"],
    ],
    [
      "words of the second",
      answer,
      { [json]: named, [xml]: named },
      { [json]: named, [xml]: titled },
      ["correction words-changed"],
    ],
    [
      "their order is nothing",
      body,
      { [xml]: counted, "text/csv": named },
      { "text/csv": named, [xml]: counted },
      [],
    ],
    [
      "one more",
      body,
      { [json]: named },
      { [json]: named, [xml]: counted },
      ["addition request-media-type-added"],
    ],
    [
      "one less, the one that is used",
      answer,
      { [json]: named, [xml]: named },
      { [xml]: named },
      ["breaking response-media-type-removed"],
    ],
  ])("%s", async (_, of, old, now, found) => {
    expect((await diff(service(of(old)), service(of(now)))).found).toEqual(found);
  });

  test("the one that is meant is named", async () => {
    const content = { [json]: named, [xml]: named };
    await diff(service(body(content)), service(body({ ...content, [xml]: counted })));
    const { stdout } = await restanza("diff", "old.json", "new.json");
    expect(stdout).toContain("As application/xml: `name` is an integer now, and was a text.");
  });
});

const at = (...urls: readonly string[]): Parts => ({
  root: { servers: urls.map((url) => ({ url })) },
});
const v9 = { servers: [{ url: "/v9" }] };

describe("servers", () => {
  test.each<[string, Parts, Parts, readonly string[]]>([
    ["a base path that is gone", at("/v1"), at("/v2"), ["breaking base-path-removed"]],
    ["no servers are the root", at("/"), {}, []],
    [
      "a slash at the end is nothing",
      at("https://a.example.com/v1/"),
      at("https://a.example.com/v1"),
      [],
    ],
    [
      "another host",
      at("https://a.example.com"),
      at("https://b.example.com"),
      ["unknown server-host-removed"],
    ],
    ["of a path alone", {}, { item: v9 }, ["breaking base-path-removed"]],
    ["of an operation alone", {}, { operation: v9 }, ["breaking base-path-removed"]],
    ["the same, written elsewhere", at("/v9"), { item: v9 }, []],
    [
      "a value of a variable less",
      {
        root: { servers: [{ url: "/{v}", variables: { v: { default: "a", enum: ["a", "b"] } } }] },
      },
      at("/a"),
      ["breaking base-path-removed"],
    ],
  ])("%s", async (_, old, now, found) => {
    expect((await diff(service(old), service(now))).found).toEqual(found);
  });

  test("what all operations have is said of the service once, else of each", async () => {
    const two = { item: { get: { operationId: "listBoxes", responses: ok } } };
    expect(
      (await diff(service({ ...two, ...at("/v1") }), service({ ...two, ...at("/v2") }))).found,
    ).toEqual(["breaking base-path-removed"]);
    const one = { item: { get: { operationId: "listBoxes", responses: ok, ...v9 } } };
    const { stdout } = await restanza("diff", "old.json", "new.json");
    expect(stdout).toContain("  The service\n    The base path `/v1` is gone; there is `/v2`.");
    await diff(service({ ...two, ...at("/v1") }), service({ ...one, ...at("/v1") }));
    const own = await restanza("diff", "old.json", "new.json");
    expect(own.stdout).toContain(
      "  GET /boxes (listBoxes)\n    The base path `/v1` is gone; there is `/v9`.",
    );
  });
});

const referring = (schema: Json, type: string): Parts => ({
  ...answer({ [json]: { schema } }),
  root: { components: { schemas: { Named: box({ type }) } } },
});
const Named = { $ref: "#/components/schemas/Named" };

describe("what nothing is made of is not nothing", () => {
  test.each<[string, Json]>([
    ["not", { not: Named }],
    ["patternProperties", { type: "object", patternProperties: { "^a": Named } }],
    ["prefixItems", { type: "array", prefixItems: [Named] }],
    ["if", { if: Named }],
  ])("what %s refers to", async (_, schema) => {
    const { found } = await diff(
      service(referring(schema, "string")),
      service(referring(schema, "integer")),
    );
    expect(found).toEqual(["unknown schema-changed"]);
    const alike = await diff(
      service(referring(schema, "string")),
      service(referring(schema, "string")),
    );
    expect(alike.found).toEqual([]);
  });

  test("items of a stream, in 3.2", async () => {
    const stream = (schema: Json) =>
      service({ ...page, ...answer({ "application/jsonl": { itemSchema: schema } }) });
    expect(await diff(stream(box(text)), stream(box({ type: "integer" })))).toMatchObject({
      code: 0,
      found: ["unknown writing-changed"],
    });
  });

  test("a parameter that cannot be read, and a status that is none", async () => {
    const query = { name: "q", in: "querystring", content: { [json]: named } };
    expect((await diff(service({}), service({ operation: { parameters: [query] } }))).code).toBe(3);
    const twenty = { responses: { ...ok, "20X": { description: "A success" } } };
    expect((await diff(service({}), service({ operation: twenty }))).code).toBe(3);
  });
});
