import { expect, test } from "vitest";
import { withScripts } from "../../../generator/cli/init/scripts.js";

test.each([
  // before, after, why
  [
    '{\n\t"files": [ "a" ]\n}\n',
    '{\n\t"files": [ "a" ],\n\t"scripts": {\n\t\t"a": "b",\n\t\t"c": "\\"d\\""\n\t}\n}\n',
    "tabs; what stands before stays as it is",
  ],
  [
    '{\r\n    "scripts": {\r\n        "x": "y"\r\n    }\r\n}',
    '{\r\n    "scripts": {\r\n        "x": "y",\r\n        "a": "b",\r\n        "c": "\\"d\\""\r\n    }\r\n}',
    "ends of lines, and no last one",
  ],
  ['{"scripts":{"x":"y"}}', '{"scripts":{"x":"y", "a": "b", "c": "\\"d\\""}}', "all on one line"],
  [
    '{"name":"x"}',
    '{"name":"x", "scripts": { "a": "b", "c": "\\"d\\"" }}',
    "on one line, and no scripts",
  ],
  [
    '{\n  "scripts": {}\n}',
    '{\n  "scripts": {\n    "a": "b",\n    "c": "\\"d\\""\n  }\n}',
    "no script yet",
  ],
  ["{}", '{\n  "scripts": {\n    "a": "b",\n    "c": "\\"d\\""\n  }\n}', "nothing at all"],
  ['\uFEFF{"a":1}', '\uFEFF{"a":1, "scripts": { "a": "b", "c": "\\"d\\"" }}', "a byte-order mark"],
])("%j becomes %j (%s)", (before, after, _why) => {
  expect(withScripts(before, { a: "b", c: '"d"' })).toBe(after);
});
