import { describe, expect, test } from "vitest";
import type { OpenApiDocument, SchemaObject } from "../../generator/openapi/document.js";
import { readModel } from "../../generator/openapi/read/read-model.js";

const text: SchemaObject = { type: "string" };
const box: SchemaObject = { type: "object", properties: { id: text, lid: text } };
const boxes: SchemaObject = { type: "array", items: box };
const link: SchemaObject = { type: "object", properties: { href: text } };
const links: SchemaObject = { type: "array", items: link };

/** What is read of an operation that answers so; its query has `fields` unless it says otherwise. */
function fieldsOf(properties: Readonly<Record<string, SchemaObject>>, said = "fields") {
  const document: OpenApiDocument = {
    openapi: "3.1.0",
    info: { title: "Boxes", version: "1" },
    paths: {
      "/boxes": {
        get: {
          operationId: "listBoxes",
          parameters: [{ name: "fields", in: "query", schema: text, explode: false }],
          responses: {
            "200": {
              description: "",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Answer" } } },
            },
          },
          "x-restanza": { fields: said },
        },
      },
    },
    components: { schemas: { Answer: { type: "object", properties }, Box: box } },
  };
  return readModel(document).chapters[0]?.operations[0];
}

describe("the place of what a request chooses members of", () => {
  test.each<[string, Readonly<Record<string, SchemaObject>>, string | undefined]>([
    ["the only member", { boxes }, "boxes"],
    ["the only member, of an unknown kind", { boxes: {} }, "boxes"],
    ["a reference", { box: { $ref: "#/components/schemas/Box" } }, "box"],
    ["beside pages", { boxes, next: text, boxes_links: links, total_count: text }, "boxes"],
    ["the list beside an object", { boxes, seal: box }, "boxes"],
    ["everything, where plain values stand in it", { id: text, lid: box, links }, undefined],
    [
      "everything, where a plain value may be null",
      { id: { anyOf: [text, { type: "null" }] }, lids: boxes },
      undefined,
    ],
  ])("%s", (_, properties, resource) => {
    expect(fieldsOf(properties)?.fields).toEqual({ parameter: "fields", resource });
  });

  test.each<[string, Readonly<Record<string, SchemaObject>>, string?]>([
    ["several lists, of which nobody knows which", { boxes, lids: boxes }],
    ["an answer of which nothing is known", {}],
    ["a parameter that the operation lacks", { boxes }, "members"],
  ])("none: %s", (_, properties, said) => {
    expect(fieldsOf(properties, said)?.fields).toBeUndefined();
  });

  test("a list of the parameter may be one text", () => {
    expect(fieldsOf({ boxes })?.parameters).toMatchObject([{ name: "fields", joined: true }]);
  });
});
