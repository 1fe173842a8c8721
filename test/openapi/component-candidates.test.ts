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
