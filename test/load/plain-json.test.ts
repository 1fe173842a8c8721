import { expect, test } from "vitest";
import { plainJson } from "../../generator/load/plain-json.js";
import { readSourceFile } from "../../generator/load/source-file.js";

test.each<[text: string, value: unknown, why: string]>([
  ['{"a": {"b": [1, "c"]}}', { a: { b: [1, "c"] } }, "an object"],
  ['\n [{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }], "the same name in two objects"],
  ['{"a": "\\"b\\": 1, ", "c": "x:\\\\"}', { a: '"b": 1, ', c: "x:\\" }, "signs inside of strings"],
  ['{\t"a" \t: "b"}', { a: "b" }, "tabs, which are no white space of YAML"],
])("%s is read as JSON: %j (%s)", (text, value) => {
  expect(plainJson(text)).toEqual({ value });
});

test.each([
  ['{"a": 1, "a": 2}', "a name twice: one of them is lost"],
  ['{"x": {"a": {"b": 1}, "a": {"c": 2}}}', "a name twice, deeper"],
  ["{a: 1}", "YAML"],
  ['"text"', "no document"],
  [`${"[".repeat(600)}${"]".repeat(600)}`, "deeper than people write"],
])("%s is left to the reader of YAML: %s", (text) => {
  expect(plainJson(text)).toBeUndefined();
});

test("a place is found in JSON as it is in YAML", () => {
  const text = '{"paths": {"/boxes": {"get": {}}}}';
  const read = readSourceFile("api.json", text);
  const span =
    read.kind === "file" ? read.file.spanOf(["paths", "/boxes", "get"], "name") : undefined;
  expect(span && text.slice(span.start, span.end)).toBe('"get"');
});
