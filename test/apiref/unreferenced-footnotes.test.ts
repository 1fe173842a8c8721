import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const page = "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n";

function found(words: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const files = {
    "index.rst": ".. include:: images.inc\n",
    "images.inc": `${page}${words}\n`,
    ...more,
  };
  return readApiReference(memoryTree(files)).diagnostics.flatMap(({ code, message }) =>
    code === "unreferenced-footnote" ? [message] : [],
  );
}

test.each<[string, string, readonly string[]]>([
  // words                           why                                           found
  [".. [1] a", "a footnote", ["nothing refers to [1]"]],
  ["[1]_\n\n.. [1] a\n.. [2] b", "the second of two", ["nothing refers to [2]"]],
  [".. [#] a", "one that docutils numbers", ["nothing refers to [#]"]],
  ["[#]_\n\n.. [#] a\n.. [#] b", "Sphinx counts no further", []],
  ["[#a]_\n\n.. [#a] a", "a label", []],
  [".. [*] a", "Sphinx leaves symbols", []],
  [".. [CIT] a", "a citation", ["nothing refers to [CIT]"]],
  ["``[1]_``\n\n.. [1] a", "a literal is no reference", ["nothing refers to [1]"]],
  [":[1]: a", "a field", []],
])("%j: %s", (words, _why, expected) => {
  expect(found(words)).toEqual(expected);
});

test("another document may cite, but has its own footnotes", () => {
  const other = { "other.rst": "[1]_ [CIT]_\n\n.. [1] a\n" };
  expect(found(".. [CIT] a\n.. [1] b", other)).toEqual(["nothing refers to [1]"]);
});

test("a description may refer", () => {
  const rows =
    "Request\n~~~~~~~\n\n.. rest_parameters:: p.yaml\n\n  - name: name\n\n.. [1] a\n.. [2] b";
  const p = "name:\n  description: |\n    See [1]_.\n  in: query\n  type: string\n";
  expect(found(rows, { "p.yaml": p })).toEqual(["nothing refers to [2]"]);
});
