import { expect, test } from "vitest";
import type { SchemaObject } from "../../../generator/openapi/document.js";
import { compile } from "./compile.js";
import { documentOf, emitted, misformatted } from "./emitted.js";

const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const list = (...items: readonly SchemaObject[]): SchemaObject => ({
  type: "array",
  items: { oneOf: items },
});
const text: SchemaObject = { type: "string" };
const changing: SchemaObject = {
  anyOf: [
    { type: "string", "x-openstack": { "max-ver": "2.4" } },
    { type: "integer", "x-openstack": { "min-ver": "2.5" } },
  ],
};

// Schemas that lead back to themselves, which TypeScript's aliases follow in few ways only.
test.each<[string, Record<string, SchemaObject>]>([
  ["a list of itself", { A: list(ref("A"), text) }],
  ["by another name", { A: list(ref("B"), text), B: ref("A") }],
  ["by another name, changing", { A: list(ref("A"), ref("B"), changing), B: ref("A") }],
  ["the other name first", { B: ref("C"), C: list(ref("C"), ref("B"), changing) }],
  ["by a choice, changing", { A: list(ref("B"), changing), B: { oneOf: [ref("A"), text] } }],
  ["by a list, changing", { A: list(ref("B"), changing), B: list(ref("A"), text) }],
])("%s", async (_what, schemas) => {
  const files = await emitted(documentOf(schemas));
  expect(compile(files)).toEqual([]);
  expect(misformatted(files)).toBe("");
});
