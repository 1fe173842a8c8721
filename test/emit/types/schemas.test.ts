import { describe, expect, test } from "vitest";
import type { SchemaObject } from "../../../generator/openapi/document.js";
import { compile } from "./compile.js";
import { declared, documentOf, emitted } from "./emitted.js";

const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const string: SchemaObject = { type: "string" };

/** The type of an alias, on one line. */
async function aliasOf(schema: SchemaObject): Promise<string> {
  const text = await declared({ X: schema, Y: { type: "object", properties: { a: string } } });
  return (
    /^export type X =\s*([^;]*(?:;[^;]+)*?);\n\nexport interface Y/
      .exec(text)?.[1]
      ?.replace(/\s+/g, " ") ?? text
  );
}

test.each<[SchemaObject, string, string]>([
  [{}, "unknown", "nothing said"],
  [JSON.parse("true"), "unknown", "JSON Schema's word for anything"],
  [JSON.parse("false"), "never", "and for nothing"],
  [string, "string", "a scalar"],
  [{ type: "integer" }, "number", "whole numbers are numbers"],
  [{ type: ["string", "null"] }, "string | null", "nullable"],
  [{ type: ["null", "string"] }, "string | null", "null comes last"],
  [{ enum: ["b", "a", "b"] }, '"b" | "a"', "an enumeration, each once, in its order"],
  [{ type: "string", enum: ["a", null] }, '"a" | null', "null among the values"],
  [{ const: 1 }, "1", "one value"],
  [{ const: -1.5 }, "-1.5", "below zero"],
  [{ const: null }, "null", "null alone"],
  [{ enum: ["on", true, 1] }, '"on" | true | 1', "of several types"],
  [
    { type: "string", "x-restanza": { values: ["A", "B"] } },
    '"A" | "B" | (string & {})',
    "known values of an open enumeration",
  ],
  [
    { anyOf: [{ type: "string", enum: ["A"] }, { type: ["string", "null"] }] },
    '"A" | (string & {}) | null',
    "the same written as a choice",
  ],
  [
    { anyOf: [{ type: "integer", enum: [0, 1] }, { type: "integer" }] },
    "0 | 1 | (number & {})",
    "the same of numbers",
  ],
  [{ type: "array", items: string }, "string[]", "a list"],
  [{ type: "array" }, "unknown[]", "a list of anything"],
  [{ type: "array", items: { type: "array", items: string } }, "string[][]", "lists of lists"],
  [{ type: "array", items: { enum: ["a", 1] } }, '("a" | 1)[]', "a choice needs brackets"],
  [
    { type: "array", prefixItems: [string, { type: "integer" }] },
    "(string | number)[]",
    "a list that begins with known types may be shorter or longer",
  ],
  [
    {
      type: "array",
      prefixItems: [string, { type: "integer" }],
      minItems: 2,
      ...JSON.parse('{"items":false}'),
    },
    "[string, number]",
    "a tuple only when it is closed",
  ],
  [
    {
      type: "array",
      prefixItems: [string, { type: ["integer", "null"] }],
      minItems: 1,
      maxItems: 2,
    },
    "[string, (number | null)?]",
    "what may be left out of one that is closed by its length",
  ],
  [
    { type: "array", prefixItems: [string, string], maxItems: 1 },
    "[string?]",
    "shorter than what is said of its items",
  ],
  [{ type: "object" }, "Record<string, unknown>", "an object of which nothing is said"],
  [
    { type: "object", additionalProperties: false },
    "Record<string, never>",
    "an object without any member",
  ],
  [{ type: "object", additionalProperties: string }, "Record<string, string>", "a map"],
  [{ type: "object", additionalProperties: true }, "Record<string, Json>", "a map of anything"],
  [{ patternProperties: { "^x-": string } }, "Record<string, string>", "a map by pattern"],
  [ref("Y"), "Y", "another name"],
  [ref("Nowhere"), "unknown", "a reference that leads nowhere"],
  [ref("Y/properties/a"), "string", "a reference into a component"],
  [{ allOf: [ref("Y"), { description: "words" }] }, "Y", "a part that says nothing"],
  [{ anyOf: [ref("Y"), {}] }, "unknown", "a choice of anything is anything"],
  [{ type: "string", anyOf: [{ format: "ipv4" }, { format: "ipv6" }] }, "string", "of formats"],
  [
    { type: "string", oneOf: [{ enum: ["a"] }, { enum: ["b"] }] },
    '"a" | "b"',
    "the choice says more than the type around it",
  ],
  [{ oneOf: [ref("Y"), { type: "null" }] }, "Y | null", "one or nothing"],
  [JSON.parse('{"type":"string","nullable":true}'), "string | null", "as OpenAPI 3.0 had it"],
  [JSON.parse('{"items":{"type":"string"}}'), "string[]", "keywords of lists alone"],
  [JSON.parse('{"type":"strnig"}'), "unknown", "a type that there is not"],
  [JSON.parse('{"type":"string","enum":[]}'), "string", "no value at all"],
  [
    JSON.parse('{"enum":[[1,"a"],{"b":true},[],{}]}'),
    '| [1, "a"] | { b: true; } | [] | Record<string, never>',
    "values that are lists and objects",
  ],
  [JSON.parse('{"type":"array","items":{"enum":[[1,2]]}}'), "[1, 2][]", "a list of one known list"],
  [JSON.parse('{"allOf":[{"type":"string"},false]}'), "never", "a part that takes nothing"],
])("%j is %s (%s)", async (schema, expected, _why) => {
  expect(await aliasOf(schema)).toBe(expected);
});

test("an object is an interface, in the words of the docs", async () => {
  expect(
    await declared({
      Image: {
        type: "object",
        description: "An image.",
        required: ["id"],
        properties: {
          id: { type: "string", format: "uuid", description: "Which it is." },
          "OS-EXT:size": { type: "integer", default: 0 },
          old: { type: "boolean", deprecated: true, description: "Ask otherwise." },
          owner: { anyOf: [{ type: "object", properties: { id: string } }, { type: "null" }] },
        },
      },
    }),
  ).toMatchInlineSnapshot(`
    "/** An image. */
    export interface Image {
      /**
       * Which it is.
       *
       * Format: \`uuid\`.
       */
      id: string;
      /** @default 0 */
      "OS-EXT:size"?: number;
      /**
       * Ask otherwise.
       *
       * @deprecated
       */
      old?: boolean;
      owner?: {
        id?: string;
      } | null;
    }"
  `);
});

test("a member that takes no value is never there", async () => {
  const schema = JSON.parse('{"type":"object","properties":{"a":false,"100%":{"type":"string"}}}');
  expect(await declared({ X: schema })).toBe(
    'export interface X {\n  a?: never;\n  "100%"?: string;\n}',
  );
});

test("members and a signature for others compile, and take every member", async () => {
  const schema: SchemaObject = {
    type: "object",
    required: ["a"],
    properties: { a: { type: "integer" }, b: { type: "boolean" } },
    additionalProperties: string,
  };
  const files = await emitted(documentOf({ X: schema }));
  expect(files["types.ts"]).toContain("[name: string]: string | number | boolean | undefined;");
  const use =
    'import type { X } from "./types.js";\nexport const x: X = { a: 1, b: true, c: "d" };\n';
  expect(compile({ ...files, "use.ts": use })).toEqual([]);
});

describe("names", () => {
  const object: SchemaObject = { type: "object", properties: { a: string } };

  test.each([
    [["Error", "Record", "Map"], ["Error_", "Record_", "Map_"], "globals that generated code uses"],
    [["At", "UpTo"], ["At_2", "UpTo_2"], "what microversion.ts exports"],
    [["image-list", "ImageList"], ["ImageList_2", "ImageList"], "spelt so comes first"],
    [["os.server:type", "v1/Größe"], ["OsServerType", "V1Grosse"], "marks and accents"],
    [["1st", "日本"], ["_1st", "_"], "no letter to begin with"],
    [["__proto__", "constructor"], ["Proto", "Constructor"], "members of every object"],
  ])("%j are %j (%s)", async (components, names, _why) => {
    const schemas = Object.fromEntries(components.map((name) => [name, object]));
    const text = await declared(schemas);
    const found = [...text.matchAll(/^export interface (\S+)/gm)].map(([, name]) => name);
    expect(found).toEqual(names);
    expect(compile(await emitted(documentOf(schemas)))).toEqual([]);
  });

  test("a query called like a component gives way", async () => {
    const get = {
      operationId: "list",
      parameters: [{ name: "a", in: "query" as const, schema: string }],
      responses: {},
    };
    const text = await declared({ ListQuery: object }, { paths: { "/": { get } } });
    expect(text).toContain("export interface ListQuery {\n  a?: string;");
    expect(text).toContain("export interface ListQuery_2 {\n  a?: string | undefined;");
  });
});

describe("schemas that refer to themselves", () => {
  test.each<[string, Record<string, SchemaObject>]>([
    [
      "an object",
      { Tree: { type: "object", properties: { children: { type: "array", items: ref("Tree") } } } },
    ],
    ["a list", { List: { type: "array", items: ref("List") } }],
    ["a map", { Map2: { type: "object", additionalProperties: ref("Map2") } }],
    [
      "any JSON",
      {
        Json: {
          anyOf: [
            string,
            { type: "array", items: ref("Json") },
            { type: "object", additionalProperties: ref("Json") },
          ],
        },
      },
    ],
    ["a name and nothing else", { A: ref("A") }],
    [
      "two names for each other",
      { A: { anyOf: [ref("B"), { type: "null" }] }, B: { anyOf: [ref("A"), string] } },
    ],
    [
      "a map of choices of itself",
      {
        A: { type: "object", additionalProperties: { anyOf: [ref("B"), string] } },
        B: { allOf: [ref("A"), { type: "object", properties: { b: string } }] },
      },
    ],
    [
      "across versions",
      {
        Node: {
          type: "object",
          properties: {
            next: ref("Holder"),
            since: { type: "string", "x-openstack": { "min-ver": "2.5" } },
          },
        },
        Holder: {
          type: "object",
          properties: { node: { anyOf: [ref("Node"), { type: "null" }] } },
        },
      },
    ],
  ])("%s compile", async (_why, schemas) => {
    expect(compile(await emitted(documentOf(schemas)))).toEqual([]);
  });
});

test("what a part of allOf requires of another is required", async () => {
  const files = await emitted(
    documentOf({
      Base: { type: "object", properties: { id: string, name: string } },
      Full: {
        allOf: [ref("Base"), { type: "object", properties: { size: { type: "integer" } } }],
        required: ["id"],
      },
    }),
  );
  const use = `import type { Full } from "./types.js";
export const full: Full = { id: "1" };
// @ts-expect-error: id is required
export const none: Full = {};
`;
  expect(compile({ ...files, "use.ts": use })).toEqual([]);
});

test("a document without schemas is a module all the same", async () => {
  expect(compile(await emitted(documentOf({})))).toEqual([]);
});
