import { describe, expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/*
 * Everything that os-api-ref 2.3 itself warns of, or ends in an error over: its messages in the
 * order of its source, the smallest document for each, and what is found, neither less nor more.
 */

const entry = (place = "query"): string =>
  `  description: |\n    Text.\n  in: ${place}\n  required: false\n  type: string\n`;

const files: Readonly<Record<string, string>> = {
  "good.yaml": `id:\n${entry("path")}a:\n${entry()}`,
  "empty.yaml": "# later\n",
  "broken.yaml": `a: [\nb: c: d\ne:\n${entry()}`,
  "scalar.yaml": "a: 5\n",
  "nowhere.yaml": `a:\n${entry("nowhere")}`,
  "sections.yaml": `b:\n${entry("body")}a:\n${entry()}`,
  "names.yaml": `b:\n${entry()}a:\n${entry()}`,
  "status.yaml": "200:\n  default: It worked.\n  made: It was made.\n",
};

function found(stanza: string, path = "/images"): readonly string[] {
  const document =
    `Images\n======\n\n.. rest_method:: GET ${path}\n\nNormal response codes: 200\n\n` +
    `Request\n-------\n\n${stanza}\n`;
  const { diagnostics } = readApiReference(memoryTree({ "images.rst": document, ...files }));
  return diagnostics
    .map(({ code }) => code)
    .filter((code) => code !== "unused-parameter-entry")
    .toSorted();
}

const rows = (file: string, ...list: readonly string[]): string =>
  `.. rest_parameters:: ${file}\n\n${list.map((row) => `   ${row}`).join("\n")}`;
const codes = (words: string, ...list: readonly string[]): string =>
  `.. rest_status_code:: ${words}\n\n${list.map((row) => `   ${row}`).join("\n")}`;

describe("rest_parameters", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["nothing", rows("good.yaml", "- a: a"), []],
    [
      "Parameters file not found",
      rows("none.yaml", "- a: a"),
      // Each row is told, too: what it refers to must be written.
      ["missing-file", "unknown-reference"],
    ],
    ["Error while parsing file", rows("broken.yaml", "- a: a", "- e: e"), ["invalid-yaml"]],
    ["Parameters file is empty", rows("empty.yaml", "- a: a"), ["empty-parameters-file"]],
    ["Expected a dict for a", rows("scalar.yaml", "- a: a"), ["unreadable-parameter-entry"]],
    ["not a valid value for 'in'", rows("nowhere.yaml", "- a: a"), ["unknown-place"]],
    ["Section out of order", rows("sections.yaml", "- a: a"), ["unsorted-parameter-entry"]],
    ["Parameters out of order", rows("names.yaml", "- a: a"), ["unsorted-parameter-entry"]],
    ["Invalid parameter definition", rows("good.yaml", "- a"), ["unreadable-row"]],
    ["Invalid parameter definition, of a mapping", rows("good.yaml", "a: a"), ["unreadable-row"]],
    ["(YAML) mapping values are not allowed", rows("good.yaml", "- a: b: a"), ["unreadable-row"]],
    ["No field definition for", rows("good.yaml", "- a: b"), ["unknown-reference"]],
    ["No parameters defined", ".. rest_parameters:: good.yaml\n\nText.", ["empty-list"]],
    ["No reference file defined", rows("", "- a: a"), ["no-parameters-file"]],
  ])("%s", (_message, stanza, expected) => {
    expect(found(stanza)).toEqual(expected);
  });
});

describe("rest_status_code", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["nothing", codes("success status.yaml", "- 200: made"), []],
    ["nothing, of a default", codes("success status.yaml", "- 200"), []],
    ["Parameters file none.yaml not found", codes("success none.yaml", "- 200"), ["missing-file"]],
    ["(YAML) the status file", codes("success broken.yaml", "- 200"), ["invalid-yaml"]],
    ["(TypeError) no codes", codes("success empty.yaml", "- 200"), ["empty-parameters-file"]],
    ["No parameters defined", ".. rest_status_code:: success status.yaml\n\nText.", ["empty-list"]],
    ["one argument", codes("success", "- 200"), ["no-parameters-file"]],
    ["Type sucess is not one of", codes("sucess status.yaml", "- 200"), ["unknown-status-kind"]],
    ["(TypeError) int is not iterable", codes("success status.yaml", "200"), ["unreadable-status"]],
    [
      "(YAML) mapping values are not allowed",
      codes("success status.yaml", "- 200: made: up"),
      ["unknown-reference", "unreadable-status"],
    ],
    ["(KeyError) 204", codes("success status.yaml", "- 204"), ["unknown-reference"]],
    [
      "Could not find lost for code 200",
      codes("success status.yaml", "- 200: lost"),
      ["unknown-reference"],
    ],
    [
      "Could not find of several words",
      codes("success status.yaml", "- 200: It is lost"),
      ["unknown-reference"],
    ],
    ["'none' has no items()", codes("success status.yaml", "- none"), ["unreadable-status"]],
  ])("%s", (_message, stanza, expected) => {
    expect(found(stanza)).toEqual(expected);
  });
});
