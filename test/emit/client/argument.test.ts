import { describe, expect, test } from "vitest";
import { bodyArgument } from "../../../generator/emit/client/operations/argument.js";
import type { SchemaObject } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import { documentOf } from "./emitted.js";

const box: SchemaObject = { type: "object", properties: { size: { type: "integer" } } };
const boxed = { $ref: "#/components/schemas/Box" };
const none: SchemaObject = { type: "null" };

/** What the function of an operation asks for of a body with these members. */
function argumentOf(
  properties: Readonly<Record<string, SchemaObject>>,
  { path = "/boxes/{id}/action", method = "post", more = {}, action = "", type = "json" } = {},
) {
  const names = Object.keys(properties);
  const schema = { type: "object", properties, required: names, ...more } as const;
  const model = readModel(
    documentOf(
      {
        [path]: {
          [method]: {
            operationId: "act",
            ...(action !== "" && { "x-openstack": { "action-name": action } }),
            requestBody: { required: true, content: { [`application/${type}`]: { schema } } },
            responses: { "202": { description: "" } },
          },
        },
      },
      { components: { schemas: { Box: box } } },
    ),
  );
  const [operation] = model.chapters.flatMap(({ operations }) => operations);
  const argument = operation && bodyArgument(operation, model.schemas);
  return argument?.kind === "action"
    ? [argument.kind, argument.action, argument.otherwise]
    : argument?.kind === "fixed"
      ? [argument.kind, argument.action, argument.value]
      : [argument?.kind];
}

describe("of an action the function asks for its value", () => {
  test.each<[string, Record<string, SchemaObject>, readonly unknown[]]>([
    // why                                    members                             asked for
    ["null is fixed", { stop: none }, ["fixed", "stop", null]],
    ["a constant null, too", { stop: { const: null } }, ["fixed", "stop", null]],
    [
      "nothing fits into what is closed",
      { stop: { type: "object", additionalProperties: false } },
      ["fixed", "stop", {}],
    ],
    ["what has members", { move: boxed }, ["action", "move", undefined]],
    ["a list", { move: { type: "array", items: boxed } }, ["action", "move", undefined]],
    ["a text", { move: { type: "string" } }, ["action", "move", undefined]],
    ["what may be null", { move: { anyOf: [boxed, none] } }, ["action", "move", null]],
    [
      "a null of some microversions",
      { move: { anyOf: [boxed, { ...none, "x-openstack": { "max-ver": "2.5" } }] } },
      ["action", "move", undefined],
    ],
    ["null as one of its types", { move: { type: ["string", "null"] } }, ["action", "move", null]],
    ["an object of which nothing is known", { move: { type: "object" } }, ["action", "move", {}]],
    [
      "a map, in which somebody puts something",
      { move: { type: "object", additionalProperties: { type: "string" } } },
      ["action", "move", undefined],
    ],
    ["no type", { move: {} }, ["action", "move", undefined]],
    ["two members", { move: none, force: none }, ["whole"]],
    ["an object without a name of its own", { move: box }, ["whole"]],
    ["no members", {}, ["whole"]],
  ])("%s", (_why, members, asked) => {
    expect(argumentOf(members)).toEqual(asked);
  });

  test.each([
    // why                                          place                                              whole
    ["a member that may lack", { more: { required: [] } }, true],
    ["more members than are documented", { more: { additionalProperties: true } }, true],
    ["another media type", { type: "xml" }, true],
    ["a resource in its wrapper", { path: "/boxes" }, true],
    ["a resource among other ones of its path", { path: "/moves", action: "move" }, true],
    ["a change", { path: "/boxes/{id}", method: "put", action: "move" }, true],
    ["an item", { path: "/boxes/{id}", action: "move" }, true],
    ["the member that tells from others", { path: "/boxes/{id}/steps", action: "move" }, false],
    ["actions in the plural", { path: "/boxes/{id}/actions" }, false],
    ["a slash at the end", { path: "/boxes/{id}/action/" }, false],
  ])("%s", (_why, place, whole) => {
    expect(argumentOf({ move: boxed }, place)[0]).toBe(whole ? "whole" : "action");
  });
});
