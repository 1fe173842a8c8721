import { expect, test } from "vitest";
import { joinExamples } from "../../generator/openapi/write/examples.js";

const media = (examples: Readonly<Record<string, unknown>>) => ({
  schema: {},
  examples: Object.fromEntries(
    Object.entries(examples).map(([name, value]) => [name, { value }] as const),
  ),
});

type Values = Readonly<Record<string, number>>;

test.each<[readonly Values[], Values, string]>([
  [[{ lock: 1 }, { unlock: 2 }], { lock: 1, unlock: 2 }, "each has its name"],
  [
    [{ inline: 1 }, { inline: 2 }, { inline: 3 }],
    { inline: 1, "inline-2": 2, "inline-3": 3 },
    "one name",
  ],
  [[{ inline: 1 }, { inline: 1 }], { inline: 1 }, "the same of the same name is one"],
  [[{ lock: 1 }, { unlock: 1 }], { lock: 1, unlock: 1 }, "of other names it is two"],
])("the examples of %j are %j: %s", (members, expected) => {
  const { examples = {} } = joinExamples(members.map(media));
  expect(
    Object.fromEntries(Object.entries(examples).map(([name, { value }]) => [name, value])),
  ).toEqual(expected);
});

test("bodies without examples have none together", () => {
  expect(joinExamples([{ schema: {} }, { schema: {} }])).toEqual({});
});
