import { expect, test } from "vitest";
import { upgradeSchema } from "../../generator/load/upgrade-schema.js";

test.each([
  [{ type: "string", nullable: true }, "the ordinary case", { type: ["string", "null"] }],
  [{ type: "string", nullable: false }, "which says nothing", { type: "string" }],
  [
    { type: "string", nullable: true, enum: ["a"] },
    "an enum would not let null pass",
    { type: ["string", "null"], enum: ["a", null] },
  ],
  [
    { nullable: true, allOf: [{ $ref: "#/a" }], description: "A." },
    "the way to say it of a reference",
    { description: "A.", anyOf: [{ allOf: [{ $ref: "#/a" }] }, { type: "null" }] },
  ],
  [
    { type: "object", nullable: true, oneOf: [{ $ref: "#/a" }] },
    "a choice would not let null pass",
    { anyOf: [{ type: "object", oneOf: [{ $ref: "#/a" }] }, { type: "null" }] },
  ],
  [{ nullable: true, description: "Any." }, "anything may be null", { description: "Any." }],
  [{ $ref: "#/a", nullable: true }, "siblings of a reference are ignored in 3.0", { $ref: "#/a" }],
  [
    { minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
    "limits were marked",
    { exclusiveMinimum: 1, maximum: 9 },
  ],
  [
    { type: "integer", exclusiveMinimum: true },
    "without a limit a mark says nothing",
    { type: "integer" },
  ],
  [{ type: "string", example: "a" }, "examples became a list", { type: "string", examples: ["a"] }],
  [
    { type: "string", format: "byte" },
    "3.1 calls it an encoding",
    { type: "string", contentEncoding: "base64" },
  ],
])("%j (%s)", (schema, _why, upgraded) => {
  expect(upgradeSchema(schema)).toEqual(upgraded);
});
