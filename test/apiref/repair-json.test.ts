import { assert, constantFrom, json, nat, property, string } from "fast-check";
import { expect, test } from "vitest";
import { repairJson } from "../../generator/apiref/files/repair-json.js";

test.each([
  // text                              why                        value                      faults
  ['{"a": [1,]}', "a trailing comma", { a: [1] }, 1],
  ['{"a": 1 "b": 2}', "a missing comma", { a: 1, b: 2 }, 1],
  ['{"a": 1,, "b": 2}', "a comma too much", { a: 1, b: 2 }, 1],
  ['{"a": 1, ....}', "an ellipsis for members", { a: 1 }, 1],
  ['{"a": [1, ...]}', "an ellipsis for elements", { a: [1] }, 1],
  ['{"a": ..., "b": 2}', "an ellipsis for a value", { b: 2 }, 1],
  ['{"a": "one\ntwo"}', "a raw line end", { a: "one\ntwo" }, 1],
  ['{"a":\u30001}', "an ideographic space", { a: 1 }, 1],
  ['{"a": 1 // one\n}', "a comment", { a: 1 }, 1],
  ["{'a': True}", "Python's notation", { a: true }, 2],
  ["{a: 1}", "a name without quotes", { a: 1 }, 1],
  ['{"a": <b>, "c": {d e}, "f": $G}', "placeholders", {}, 3],
  ['{"a": BOX-LIST, "b": TRUE, "c": [ID]}', "capitals for a value", { b: true, c: [] }, 3],
  ['{"a": [<b>, 1, {c}]}', "placeholders for elements", { a: [1] }, 2],
  ['{"a": http://b:80/c}', "a text without quotes", { a: "http://b:80/c" }, 1],
  ['{"a": b-c\n, "d": [e, f]}', "several", { a: "b-c", d: ["e", "f"] }, 3],
  ['{"a": {"b": 1}', "a bracket that is never closed", { a: { b: 1 } }, 1],
  ['{"a": 1}}', "a bracket too much", { a: 1 }, 1],
])("%j (%s)", (text, _why, value, faults) => {
  const read = repairJson(text);
  expect(read.kind === "read" && read.value).toEqual(value);
  expect(read.kind === "read" && read.repairs).toHaveLength(faults);
});

test.each([
  ["", "nothing"],
  ['{"a" => 1}', "no colon"],
  ["<b>", "a placeholder for all"],
  ["{b}", "another"],
  ['{"a": b c}', "words without quotes"],
  ['{"a": b"}', "half of the quotes"],
  ['{"a": 1} {"b": 2}', "two values"],
  ['{"a": "b}', "a string that is never closed"],
  ["[1}", "the wrong bracket"],
  ["[".repeat(5000), "nested without end"],
])("hopeless text %#", (text) => {
  expect(repairJson(text).kind).toBe("hopeless");
});

test("a key that stands twice is named, and the last one counts", () => {
  const read = repairJson('{"a": 1, "a": 2}');
  expect(read.kind === "read" && [read.value, read.repeated]).toEqual([
    { a: 2 },
    [{ name: "a", start: 9, end: 12 }],
  ]);
});

test("valid JSON gives what JSON.parse gives, and no repair", () => {
  assert(
    property(json(), nat(4), (text, spaces) => {
      const pretty = JSON.stringify(JSON.parse(text), null, spaces);
      const read = repairJson(pretty);
      expect(read.kind === "read" && JSON.stringify(read.value)).toBe(
        JSON.stringify(JSON.parse(text)),
      );
      expect(read.kind === "read" && read.repairs).toEqual([]);
    }),
  );
});

test("no text makes it fail", () => {
  const pieces = constantFrom(..."{}[],:\"'.…\\/#*\n\t 0-1eatruen\u3000__proto__".split(""));
  assert(
    property(string({ unit: pieces, maxLength: 60 }), (text) => {
      const read = repairJson(text);
      for (const { start, end } of read.kind === "read" ? read.repairs : []) {
        expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      }
    }),
  );
});
