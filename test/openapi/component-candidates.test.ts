import { expect, test } from "vitest";
import { liftComponents, type Root } from "../../generator/openapi/components/components.js";
import type { SchemaObject } from "../../generator/openapi/document.js";

/** An answer `{ config: { ldap: { … }, … } }` of an operation. */
function answer(operation: string, inside: readonly string[], ...more: readonly string[]): Root {
  const texts = (names: readonly string[]): SchemaObject => ({
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  });
  const config = texts(more);
  const ldap = texts(inside);
  return {
    name: `${operation}Response`,
    operation,
    resource: "Config",
    qualified: [],
    older: undefined,
    side: "response",
    rank: 0,
    schema: {
      type: "object",
      properties: {
        config: { ...config, properties: { ldap, ...config.properties } },
      },
    },
  };
}

test("what stands in a resource is called after none of the operations that give it", () => {
  const { schemas } = liftComponents(
    [
      answer("ShowConfig", ["a"], "one"),
      answer("CreateConfig", ["b"], "two"),
      answer("UpdateConfig", ["c"], "three"),
      answer("ResetConfig", ["d"], "four"),
      answer("CopyConfig", ["e"], "five"),
      answer("MoveConfig", ["f"], "six"),
    ],
    new Set(),
  );
  const names = Object.keys(schemas).filter((name) => name.includes("Ldap"));
  expect(names).toEqual([
    "ConfigLdap",
    "ConfigLdapDetail",
    "ConfigLdapEntry",
    "ConfigLdapAnswer",
    "ConfigLdapPart",
    "ConfigLdapPart2",
  ]);
});

/** A request of an operation that is a list of changes, each with these members. */
function patch(operation: string, ...names: readonly string[]): Root {
  return {
    name: `${operation}Request`,
    operation,
    resource: undefined,
    qualified: [],
    older: undefined,
    side: "request",
    rank: 4,
    schema: {
      type: "array",
      items: {
        type: "object",
        properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
      },
    },
  };
}

test("a change of a JSON Patch is one component, whatever it changes; another form of it is another", () => {
  const { schemas } = liftComponents(
    [
      patch("UpdateBox", "op", "path", "value"),
      patch("CloseBox", "op", "path", "value"),
      patch("UpdateLid", "op", "path", "value"),
      patch("UpdateBag", "op", "path", "from"),
    ],
    new Set(),
  );
  expect(Object.keys(schemas)).toEqual(["PatchOperation", "UpdateBagItem"]);
});
