import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../generator/openapi/canonical.js";

/** The same in the words of the platform: every object made anew, its members in order. */
function plainly(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}

test.each([
  // value                                  text                               why
  [{ b: 1, a: 2 }, '{"a":2,"b":1}', "the order of members says nothing"],
  [[2, 1], "[2,1]", "the order of a list does"],
  [{ 10: 1, 9: 2, "-": 3 }, '{"9":2,"10":1,"-":3}', "whole numbers come first, as in every object"],
  [{ "01": 1, "1": 2, "4294967295": 3 }, '{"1":2,"01":1,"4294967295":3}', "these two are names"],
  [{ a: undefined }, "{}", "what JSON cannot say is left out"],
  [[undefined, Number.NaN], "[null,null]", "but in a list it has a place"],
  [JSON.parse('{"__proto__":1}'), '{"__proto__":1}', "a name like any other"],
  ["\ud800", '"\\ud800"', "half a character stays valid JSON"],
])("%j is %s: %s", (value, text) => expect(canonicalJson(value)).toBe(text));

test("any value has the text that the platform gives it", () => {
  const key = fc.oneof(fc.string(), fc.nat().map(String));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(null, undefined, true, -0),
      fc.double(),
      fc.string(),
      fc.array(tie("tree")),
      fc.dictionary(key, tie("tree")),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      expect(canonicalJson(value)).toBe(plainly(value) ?? "null");
    }),
  );
});
