import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  Baseline,
  type Known,
  knownWords,
  readBaseline,
} from "../../generator/diagnostics/baseline.js";

const a: Known = { code: "no-status-code", file: "a.inc", words: ".. rest_method:: GET /a" };
const b: Known = { code: "no-status-code", file: "b.inc", words: ".. rest_method:: GET /a" };

function baselineOf(...known: readonly Known[]): Baseline {
  const baseline = new Baseline();
  for (const each of known) baseline.add(each);
  return baseline;
}

test("a finding is known as often as it is listed, in its own file", () => {
  const baseline = baselineOf(a, a);
  expect([a, b, a, a].map((each) => baseline.hides(each))).toEqual([true, false, true, false]);
});

test("what is fixed drops out, one of two as well; what was not looked at stays", () => {
  const baseline = baselineOf(a, a, b);
  baseline.meet(a);
  expect(baseline.withoutFixed(() => true).text).toBe(baselineOf(a).text);
  expect(baseline.withoutFixed((file) => file === "a.inc").text).toBe(baselineOf(b, a).text);
});

test("the file has a line for each, in one order, and ends alike when it is empty", () => {
  expect(baselineOf(b, a, a).text).toBe(
    '{\n  "version": 1,\n  "findings": [\n' +
      '    {"code":"no-status-code","file":"a.inc","words":".. rest_method:: GET /a","count":2},\n' +
      '    {"code":"no-status-code","file":"b.inc","words":".. rest_method:: GET /a"}\n' +
      "  ]\n}\n",
  );
  expect(baselineOf().text).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
});

test("what was written is read as it was, whatever the words", () => {
  const known = fc.record({ code: fc.string(), file: fc.string(), words: fc.string() });
  fc.assert(
    fc.property(fc.array(known), (all) => {
      const { text } = baselineOf(...all);
      expect(readBaseline(text)?.text).toBe(text);
    }),
  );
});

test.each([
  ["", "nothing"],
  ["<<<<<<< HEAD", "a conflict"],
  ["[]", "another form"],
  ['{"version":2,"findings":[]}', "a later version"],
  ['{"version":1,"findings":[{"code":"a"}]}', "an entry without its words"],
  ['{"version":1,"findings":[{"code":"a","file":"","words":"","count":0}]}', "a count of none"],
])("%s is no baseline: %s", (text) => expect(readBaseline(text)).toBeUndefined());

test("words are kept on one line and within bounds", () => {
  expect(knownWords("  a\n   b ")).toBe("a b");
  expect(knownWords("x".repeat(500))).toHaveLength(120);
});
