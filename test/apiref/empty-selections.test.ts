import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const files = {
  "index.rst": "Images\n======\n\n.. include:: images.inc\n",
  "a.txt": "alpha\nbeta gamma\ndelta\nalpha again\nend\n",
  "b.py": "class A:\n    def f(self):\n        pass\n\nasync def g():\n    pass\n",
  "empty.txt": "",
  "pages.txt": "a\r\nb\fc\n",
  "broken.txt": "\ufffd",
};

/** What is said of options in `marked` without its brackets, and the words that have it. */
function found(marked: string): readonly (readonly [string, string])[] {
  const text = `${marked.replaceAll(/[⟦⟧]/g, "")}\n`;
  const { diagnostics } = readApiReference(memoryTree({ ...files, "images.inc": text }));
  return diagnostics.flatMap(({ code, span, message }) =>
    /^(?:selection-without-lines|malformed-directive)$/.test(code) && span
      ? [[text.slice(span.start, span.end), message.replace(/^the option /, "")] as const]
      : [],
  );
}

const there = "names lines that are not there: there";

// Each row was built by Sphinx 5.3, which warns of it.
test.each([
  // file and options                           why                           what is said
  [
    "a.txt\n   :start-after: ⟦zeta⟧",
    "no such words",
    '"start-after" of literalinclude finds no line with these words',
  ],
  [
    "a.txt\n   :start-at: ⟦Alpha⟧",
    "in capitals",
    '"start-at" of literalinclude finds no line with these words',
  ],
  [
    "a.txt\n   :end-at: zeta\n   :start-after: ⟦eta z⟧",
    "the start is looked for first",
    '"start-after" of literalinclude finds no line with these words',
  ],
  [
    "a.txt\n   :start-after: gamma\n   :end-at: ⟦beta⟧",
    "only before that",
    '"end-at" of literalinclude finds no line with these words',
  ],
  [
    "a.txt\n   :start-at: delta\n   :end-before: ⟦delta⟧",
    "only in the first line left",
    '"end-before" of literalinclude finds no line with these words',
  ],
  ["a.txt\n   :lines: ⟦4-9⟧", "too many", `"lines" of literalinclude ${there} are 5`],
  [
    "a.txt\n   :lines: 2\n   :start-after: ⟦zeta⟧",
    "the first is told",
    '"start-after" of literalinclude finds no line with these words',
  ],
  [
    "a.txt\n   :end-before: beta\n   :lines: ⟦2⟧",
    "of those that are left",
    `"lines" of literalinclude ${there} is one`,
  ],
  ["empty.txt\n   :lines: ⟦1-⟧", "an empty file", `"lines" of literalinclude ${there} are 0`],
  ["pages.txt\n   :lines: ⟦4⟧", "three for Python", `"lines" of literalinclude ${there} are 3`],
  [
    "a.txt\n   :lines: ⟦3-1⟧",
    "backwards",
    '"lines" of literalinclude takes lines such as 1,3-5,7-',
  ],
  [
    "a.txt\n   :lines: ⟦1,⟧",
    "a comma too many",
    '"lines" of literalinclude takes lines such as 1,3-5,7-',
  ],
  ["a.txt\n   :lines: ⟦-⟧", "no line", '"lines" of literalinclude takes lines such as 1,3-5,7-'],
  [
    "a.txt\n   :lines: ⟦1-2-3⟧",
    "two hyphens",
    '"lines" of literalinclude takes lines such as 1,3-5,7-',
  ],
  [
    "a.txt\n   :lineno-match:\n   :lines: ⟦1,3⟧",
    "a gap",
    '"lines" of literalinclude leaves lines out, which lineno-match does not allow',
  ],
  [
    "a.txt\n   :lines: 1-2\n   :emphasize-lines: ⟦3⟧",
    "marked of those left",
    `"emphasize-lines" of literalinclude ${there} are 2`,
  ],
  [
    "b.py\n   :pyobject: ⟦h⟧",
    "no such function",
    '"pyobject" of literalinclude finds no such object',
  ],
  [
    "a.txt\n   :start-at: beta\n   :⟦start-after⟧: beta",
    "two at once",
    'literalinclude takes "start-after" or "start-at", not both',
  ],
  [
    "b.py\n   :diff: a.txt\n   :⟦pyobject⟧: A",
    "a part of what is compared",
    'literalinclude takes "pyobject" or "diff", not both',
  ],
])("%j: %s", (marked, _why, said) => {
  expect(found(`.. literalinclude:: ${marked}`)).toEqual([[/⟦([^⟧]*)⟧/.exec(marked)?.[1], said]]);
});

test.each([
  ["a.txt\n   :start-after: beta\n   :end-before: end\n   :lines: 1-2", "all there"],
  ["a.txt\n   :end-before: alpha", "an end in the first line is passed over"],
  ["a.txt\n   :lines: 0, +2,4-", "lines as Python reads numbers"],
  ["a.txt\n   :lines: -5", "from the first on"],
  ["a.txt\n   :lineno-match:\n   :lines: 1,2-3", "no gap"],
  ["a.txt\n   :lines: 1\n   :append: x\n   :emphasize-lines: 2", "what is appended counts"],
  ["b.py\n   :pyobject: A.f", "a method"],
  ["b.py\n   :pyobject: g\n   :start-after: zeta", "more than is known is left of it"],
  ["none.txt\n   :lines: 1", "no file"],
  ["broken.txt\n   :encoding: latin-1\n   :lines: 9", "other bytes"],
  ["a.txt\n   :start-after: zeta\n      eta", "words in two lines, which are not known as written"],
])("nothing in %j: %s", (text) => {
  expect(found(`.. literalinclude:: ${text}`)).toEqual([]);
});

test.each([
  [
    ".. code-block:: text\n   :emphasize-lines: ⟦3⟧\n\n   a\n   b",
    `"emphasize-lines" of code-block ${there} are 2`,
  ],
  [
    ".. SOURCECODE:: text\n   :emphasize-lines: ⟦x⟧\n\n   a",
    '"emphasize-lines" of SOURCECODE takes lines such as 1,3-5,7-',
  ],
  [
    ".. raw:: html\n   :file: a.txt\n   :⟦url⟧: https://a.b/c",
    'raw takes "url" or "file", not both',
  ],
  [
    ".. csv-table::\n   :url: https://a.b/c\n   :⟦file⟧: a.txt",
    'csv-table takes "file" or "url", not both',
  ],
  [".. include:: a.txt\n   :start-after: ⟦zeta⟧", '"start-after" of include finds no such words'],
  [
    ".. include:: a.txt\n   :start-after: gamma\n   :end-before: ⟦beta⟧",
    '"end-before" of include finds no such words',
  ],
  [
    ".. include:: a.txt\n   :start-line: 1\n   :start-after: alpha\n   :end-before: ⟦delta⟧",
    '"end-before" of include finds no such words',
  ],
  [
    ".. include:: a.txt\n   :end-line: -3\n   :start-after: ⟦delta⟧",
    '"start-after" of include finds no such words',
  ],
])("%j", (marked, said) => {
  expect(found(marked)).toEqual([[/⟦([^⟧]*)⟧/.exec(marked)?.[1], said]]);
});

test.each([
  ".. code-block:: text\n   :emphasize-lines: 1-2,3\n\n   a\n\n   b",
  ".. include:: a.txt\n   :start-line: 1\n   :end-line: -1\n   :start-after: beta\n   :end-before: again",
  ".. include:: a.txt\n   :end-line: 2\n   :start-after: gamma",
  ".. include:: a.txt\n   :start-after: zeta\n      eta",
])("nothing in %j", (text) => {
  expect(found(text)).toEqual([]);
});
