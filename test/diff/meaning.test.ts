import { expect, test } from "vitest";
import { compareDocuments } from "../../generator/diff/diff.js";
import { understand } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const text = { type: "string" };
const tags = { name: "tag", in: "query", schema: { type: "array", items: text } };

/** What anybody may write, as restanza reads it. */
function read({
  own = [],
  shared = [],
  request = {},
  response = { type: "object", properties: { a: text } },
}: {
  readonly own?: readonly object[];
  readonly shared?: readonly object[];
  readonly request?: object;
  readonly response?: object;
}) {
  const content = (schema: object) => ({ "application/json": { schema } });
  const put = {
    operationId: "putBox",
    parameters: own,
    requestBody: { required: true, content: content(request) },
    responses: { 200: { description: "done", content: content(response) } },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "Boxes", version: "1" },
    paths: { "/box": { parameters: shared, put } },
    components: { schemas: { Lid: { type: "object", properties: { kind: text } } } },
  };
  return understand(memoryTree({ "openapi.json": JSON.stringify(document) }), {}).value.document;
}

const lid = { $ref: "#/components/schemas/Lid" };
const kinds = (mapping: object) => ({
  oneOf: [lid],
  discriminator: { propertyName: "kind", mapping },
});
const box = (more: object = {}) => ({ type: "object", properties: { lid: text }, ...more });

type Written = Parameters<typeof read>[0];

test.each<[why: string, old: Written, now: Written, found: readonly string[]]>([
  [
    "defaults that are written down",
    { own: [tags] },
    { own: [{ ...tags, style: "form", explode: true }] },
    [],
  ],
  ["a parameter that moves to its path", { own: [tags] }, { shared: [tags] }, []],
  [
    "a constant as a choice of one",
    { response: { const: "a" } },
    { response: { enum: ["a"] } },
    [],
  ],
  [
    "branches that are one object",
    { response: box({ properties: { lid: text, size: text } }) },
    { response: { allOf: [box(), { type: "object", properties: { size: text } }] } },
    [],
  ],
  [
    "a member that may no longer be sent",
    { request: box() },
    { request: box({ properties: { lid: false } }) },
    ["breaking request-member-removed"],
  ],
  [
    "names that get a type",
    { request: box() },
    { request: box({ patternProperties: { "^x-": { type: "integer" } } }) },
    ["unknown schema-changed"],
  ],
  [
    "the value of a discriminator",
    { response: kinds({ flat: lid.$ref }) },
    { response: kinds({ round: lid.$ref }) },
    ["breaking response-enum-value-added", "addition response-enum-value-removed"],
  ],
])("by what it says, not by how it is written: %s", (_why, old, now, found) => {
  const changes = compareDocuments(read(old), read(now));
  expect(changes.map(({ verdict, id }) => `${verdict} ${id}`)).toEqual(found);
});

test("a callback that is another is told at its operation", () => {
  const asking = (state: object) => {
    const post = {
      operationId: "tell",
      requestBody: {
        content: { "application/json": { schema: { type: "object", properties: { state } } } },
      },
      responses: { "204": { description: "Heard" } },
    };
    const get = {
      operationId: "listBoxes",
      responses: { "200": { description: "OK" } },
      callbacks: { told: { "{$request.query.url}": { post } } },
    };
    const document = {
      openapi: "3.1.0",
      info: { title: "Boxes", version: "1" },
      paths: { "/boxes": { get } },
    };
    return understand(memoryTree({ "openapi.json": JSON.stringify(document) }), {}).value.document;
  };
  const found = compareDocuments(asking({ type: "string" }), asking({ type: "integer" }));
  expect(found).toMatchObject([
    {
      id: "webhook-changed",
      verdict: "unknown",
      pointer: "/callbacks/told",
      operation: { id: "listBoxes" },
    },
  ]);
  expect(
    compareDocuments(asking({ type: "string" }), asking({ type: "string", title: "State" })),
  ).toEqual([]);
});
