import { expect, test } from "vitest";
import { readParametersFile } from "../../generator/apiref/files/parameters-file.js";
import type { ParameterEntry } from "../../generator/apiref/model.js";

function read(text: string): {
  entry: (name: string) => ParameterEntry | undefined;
  codes: string[];
} {
  const { value, diagnostics } = readParametersFile("parameters.yaml", text, (lines) => ({
    markdown: lines.map((line) => line.text).join("\n"),
    passages: lines.map((line) => ({
      value: line.text,
      span: { source: line.source, start: line.start, end: line.start + line.text.length },
    })),
  }));
  // Entries are cut down to what a test is about: what else they lack is told in a test of its own.
  const codes = diagnostics.map(({ code }) => code);
  return {
    entry: (name) => value.get(name),
    codes: codes.filter((code) => code !== "incomplete-parameter-entry"),
  };
}

/** What is told of entries that say no more than such lines, as `code: words`. */
function told(text: string, wanted: string): readonly string[] {
  const prose = () => ({ markdown: "", passages: [] });
  return readParametersFile("parameters.yaml", text, prose).diagnostics.flatMap(
    ({ code, message }) => (code === wanted ? [message] : []),
  );
}

test.each<[string, string, readonly string[]]>([
  // entries                                         why                      told
  ["a: {in: body, type: string}", "both said", []],
  ["a: {in: body}", "no type", ['the entry "a" has no type']],
  ["a: {description: words}", "nothing", ['the entry "a" has no in and no type']],
  ["a: &a {in: body, type: string}\nb: {<<: *a}", "both merged", []],
])("%j: %s", (text, _why, expected) => {
  expect(told(text, "incomplete-parameter-entry")).toEqual(expected);
});

test.each<[string, string, number]>([
  // places and names             why                                                    told
  ["header b, path a, query a, body a", "places in order", 0],
  ["body a, body B, body c", "capitals aside", 0],
  ["body a, header b", "a place too late", 1],
  ["body b, body a, body c", "a name too late, and the next is right again", 1],
  ["body b, form a, body c", "a place that is none is passed by", 0],
])("%s: %s", (written, _why, count) => {
  const entries = written.split(", ").map((each) => each.split(" "));
  const text = entries.map(([place, name]) => `${name}: {in: ${place}, type: string}\n`).join("");
  expect(told(text, "unsorted-parameter-entry")).toHaveLength(count);
});

test.each([
  // keys                              why                                   what is read                    findings
  ["min_version: 2.10", "not 2.1", { minVersion: "2.10" }, []],
  ["min_version: 2.100", "not 2.1", { minVersion: "2.100" }, []],
  ["min_version: '2.20'", "in quotes", { minVersion: "2.20" }, []],
  ["max_version: null", "null is no version", { maxVersion: undefined }, []],
  ["required: true", "the ordinary case", { required: true }, []],
  ["required: False", "capitals", { required: false }, []],
  ["required: no", "as in YAML 1.1", { required: false }, []],
  ["required: ture", "a slip", { required: true }, ["misspelt-value"]],
  ["requried: true", "a slip in the key", { required: true }, ["misspelt-key"]],
  ["require: false", "a slip in the key", { required: false }, ["misspelt-key"]],
  ["required:", "shown as required", { required: true }, ["empty-required"]],
  ["required: ''", "the same in quotes", { required: true }, ["empty-required"]],
  ["required: ~", "null is no word", { required: true }, ["empty-required"]],
  ["format:", "nothing said", { required: undefined, format: undefined }, []],
  ["in: Body", "capitals", { in: "body" }, ["misspelt-value"]],
  ["in: boddy", "a slip", { in: "body" }, ["misspelt-value"]],
  ["in: form", "no place", { in: undefined }, ["unknown-place"]],
  ["type: key-only, no value expected", "any words", { type: "key-only, no value expected" }, []],
  ["enum: [on, off]", "strings, not booleans", { enum: ["on", "off"] }, []],
  [
    "type: string\n  enum: [1.10, true, 0x1, ~]",
    "values of a text as they stand",
    { enum: ["1.10", "true", "0x1", null] },
    [],
  ],
  ["type: integer\n  enum: [1, 2]", "values of a number", { enum: [1, 2] }, []],
  ["default: 0", "a number", { default: 0 }, []],
  ["default: |\n    none\n", "a text without its line end", { default: "none" }, []],
  ["items: {type: string}", "a word of JSON Schema", { extra: { items: { type: "string" } } }, []],
  ["__proto__: {a: 1}", "a hostile key", {}, []],
])("%j (%s)", (keys, _why, said, codes) => {
  const file = read(`name:\n  ${keys}\n`);
  expect(file.entry("name")).toMatchObject(said);
  expect(file.codes).toEqual(codes);
});

test("merges give what the entry does not say; null clears", () => {
  const text = `base: &base
  in: query
  min_version: 2.10
  type: string
wide:
  <<: *base
  min_version: null
  type: integer
`;
  const { entry, codes } = read(text);
  expect(entry("wide")).toMatchObject({ in: "query", minVersion: undefined, type: "integer" });
  expect(codes).toEqual([]);
});

test("of two entries of one name the last counts", () => {
  const { entry, codes } = read("name:\n  in: query\nname:\n  in: body\n");
  expect([entry("name")?.in, codes]).toEqual(["body", ["duplicate-parameter-entry"]]);
});

test.each([
  ["|", "  one\n    - two\n\n  three", "one\n  - two\n\nthree"],
  [">", "  one\n  two", "one\ntwo"],
  ["one", "  two", "one\ntwo"],
])("the lines of a description keep their places (%s)", (head, body, said) => {
  const indented = body.replaceAll(/^(?=.)/gm, "  ");
  const text = `name:\n  description: ${head}\n${indented}\n  in: body\n`;
  const description = read(text).entry("name")?.description;
  expect(description?.markdown.trimEnd()).toBe(said);
  for (const { value, span } of description?.passages ?? []) {
    expect(text.slice(span.start, span.end)).toBe(value);
  }
});

test.each([
  ["a cycle", "a: &a [*a]\n", ["unreadable-parameter-entry"]],
  ["an entry merged into itself", "a: &a\n  <<: *a\n  in: body\n", ["incomplete-parameter-entry"]],
  [
    "merges of merges",
    bomb((name, other) => `${name}: &${name} {<<: [${other}, ${other}]}`),
    ["incomplete-parameter-entry", "unsorted-parameter-entry"],
  ],
  ["deep nesting", `x:\n  items: ${"[".repeat(20_000)}\n`, ["invalid-yaml"]],
  [
    "a bomb",
    bomb((name, other) => `${name}: &${name} {extra: [${other}, ${other}, ${other}]}`),
    ["incomplete-parameter-entry"],
  ],
  ["no YAML at all", "\t- :\n}{", ["invalid-yaml"]],
  ["a list", "- a\n- b\n", ["invalid-yaml"]],
  ["nothing", "", []],
])("bad input ends with its findings: %s", (_why, text, expected) => {
  const { diagnostics } = readParametersFile("parameters.yaml", text, wordless);
  expect([...new Set(diagnostics.map(({ code }) => code))].toSorted()).toEqual(expected);
});

/** Descriptions do not matter. */
function wordless() {
  return { markdown: "", passages: [] };
}

/** Forty entries, each of which holds the one before twice or more. */
function bomb(entry: (name: string, other: string) => string): string {
  const lines = ["e0: &e0 {in: body}"];
  for (let index = 1; index < 40; index += 1) lines.push(entry(`e${index}`, `*e${index - 1}`));
  return `${lines.join("\n")}\n`;
}
