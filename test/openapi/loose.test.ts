import { expect, test } from "vitest";
import type { OpenApiDocument, SchemaObject } from "../../generator/openapi/document.js";
import { loosePlaces } from "../../generator/openapi/write/loose.js";

function documentOf(schema: SchemaObject, more: Partial<OpenApiDocument> = {}): OpenApiDocument {
  const content = { "application/json": { schema } };
  return {
    openapi: "3.1.1",
    info: { title: "Boxes", version: "1" },
    paths: {
      "/boxes": {
        get: {
          operationId: "listBoxes",
          responses: { "200": { description: "OK", content } },
          "x-restanza": { source: { file: "boxes.inc", title: "List Boxes" } },
        },
      },
    },
    ...more,
  };
}

test.each<[string, SchemaObject, readonly string[]]>([
  // why                              schema                                   loose
  ["nothing said", {}, [""]],
  ["words are no type", { description: "Anything." }, [""]],
  ["a type", { type: "string" }, []],
  ["a list of anything", { type: "array" }, ["[]"]],
  ["a list of objects", { type: "array", items: { type: "object" } }, ["[].*"]],
  ["an object of anything", { type: "object" }, ["*"]],
  ["an object with nothing in it", { type: "object", additionalProperties: false }, []],
  ["a map of strings", { type: "object", additionalProperties: { type: "string" } }, []],
  ["a map of anything", { type: "object", additionalProperties: {} }, ["*"]],
  ["members", { type: "object", properties: { a: {}, b: { type: "null" } } }, ["a"]],
  ["an enumeration", { enum: [1] }, []],
  ["one of several", { anyOf: [{ type: "string" }, {}] }, [""]],
  [
    "an object by its branches",
    { type: "object", oneOf: [{ type: "object", required: [] }] },
    ["*"],
  ],
])("%s", (_why, schema, expected) => {
  expect(loosePlaces(documentOf(schema)).map(({ path }) => path)).toEqual(expected);
});

test("follows a component once, also in a circle, and leaves faults out", () => {
  const components = {
    schemas: {
      Box: {
        type: "object",
        properties: { inner: { $ref: "#/components/schemas/Box" }, label: {} },
      } satisfies SchemaObject,
      Fault: {},
    },
  };
  const document = documentOf(
    { anyOf: [{ $ref: "#/components/schemas/Box" }, { $ref: "#/components/schemas/Fault" }] },
    { components, "x-restanza": { service: "boxes", faults: { "404": "Fault" } } },
  );
  expect(loosePlaces(document)).toEqual([
    {
      operationId: "listBoxes",
      source: { file: "boxes.inc", title: "List Boxes" },
      part: "response 200",
      path: "label",
    },
  ]);
});

test("tells documented operations of one method and path apart, and parameters from bodies", () => {
  const body = { content: { "application/json": {} } };
  const document = documentOf(
    {},
    {
      paths: {
        "/boxes/{id}/action": {
          post: {
            operationId: "act",
            parameters: [{ name: "id", in: "path", schema: {} }],
            responses: {},
            "x-restanza": {
              operations: ["open", "close"].map((operationId) => ({
                operationId,
                summary: operationId,
                tag: "boxes",
                source: { file: "boxes.inc", title: operationId },
                parameters: [],
                requestBody: body,
                responses: {
                  "202": { description: "OK", headers: { Location: { schema: {} } } },
                },
              })),
            },
          },
        },
      },
    },
  );
  expect(loosePlaces(document).map(({ operationId, part }) => `${operationId}: ${part}`)).toEqual([
    "open: path id",
    "open: request",
    "open: response 202 header Location",
    "close: request",
    "close: response 202 header Location",
  ]);
});
