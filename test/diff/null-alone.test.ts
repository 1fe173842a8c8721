import { expect, test } from "vitest";
import { compareDocuments } from "../../generator/diff/diff.js";
import type { OpenApiDocument, SchemaObject } from "../../generator/openapi/document.js";

/* A place that takes, or gives, nothing but null says what it is: that is no lack of words. */

const content = (size: SchemaObject) => ({
  "application/json": { schema: { type: "object" as const, properties: { size } } },
});

const boxes = (size: SchemaObject): OpenApiDocument => ({
  openapi: "3.1.0",
  info: { title: "Boxes", version: "1" },
  paths: {
    "/boxes": {
      post: {
        operationId: "createBox",
        requestBody: { required: true, content: content(size) },
        responses: { "200": { description: "It is there.", content: content(size) } },
      },
    },
  },
});

const nothing: SchemaObject = { type: "null" };
const text: SchemaObject = { type: "string" };
const either: SchemaObject = { type: ["string", "null"] };

test.each<[why: string, old: SchemaObject, now: SchemaObject, said: readonly string[]]>([
  ["null is null", nothing, { type: ["null"] }, []],
  [
    "a text in the place of null",
    nothing,
    text,
    [
      "addition request-type-widened /request/size",
      "addition response-became-not-nullable /response/size",
      "breaking request-became-not-nullable /request/size",
      "breaking response-type-widened /response/size",
    ],
  ],
  [
    "a text beside null",
    nothing,
    either,
    [
      "addition request-type-widened /request/size",
      "breaking response-type-widened /response/size",
    ],
  ],
  [
    "null alone is left",
    either,
    nothing,
    [
      "addition response-type-narrowed /response/size",
      "breaking request-type-narrowed /request/size",
    ],
  ],
])("%s", (_why, old, now, said) => {
  const told = compareDocuments(boxes(old), boxes(now));
  expect(told.map(({ verdict, id, pointer }) => `${verdict} ${id} ${pointer}`).toSorted()).toEqual(
    said,
  );
});
