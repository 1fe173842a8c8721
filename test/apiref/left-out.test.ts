import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const boxes = ["one", "two", "six"].map(
  (name) => `${name}\n---\n\n.. rest_method:: GET /${name}\n\nNormal response codes: 200\n`,
);

/** What is told of each stanza that is not read, behind its words. */
function reasons(index: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const tree = memoryTree({ "boxes.inc": boxes.join("\n"), ...files, "index.rst": index });
  return readApiReference(tree)
    .diagnostics.filter(({ code }) => code === "unread-operation")
    .map(({ message }) => message.replace(/^.*?\((.*?)\): /, "$1: "));
}

const general = "it stands in a comment, a table or a block of another kind";

test.each<readonly [string, string, readonly string[]]>([
  // index.rst                                        why                     told
  [".. include:: boxes.inc", "all", []],
  [
    "A\n=\n\n.. include:: boxes.inc\n   :start-after: two",
    "the second name is in a URL, too",
    [
      'rest_method:: GET /one: the include in index.rst, line 4, leaves it out: its "start-after" is below it',
    ],
  ],
  [
    ".. include:: boxes.inc\n   :end-before: two\n\n.. include:: boxes.inc\n   :start-after: six",
    "two that leave the middle out: the first is told",
    [
      'rest_method:: GET /two: the include in index.rst, line 1, leaves it out: its "end-before" is above it',
    ],
  ],
  [".. include:: boxes.inc\n   :code: rst\n\n.. include:: boxes.inc", "shown and read", []],
  [".. include:: boxes.inc\n   :start-after: nowhere", "words that are not there cut nothing", []],
  [
    ".. include:: more.inc\n   :end-line: 2\n   :code:",
    "cut and shown: the cut is told where it is to blame",
    [
      'rest_method:: GET /five: the include in index.rst, line 1, shows the file as it stands: it has the option "code"',
      'rest_method:: GET /six: the include in index.rst, line 1, leaves it out: its "end-line" is above it',
    ],
  ],
  [
    ".. include:: more.inc\n   :end-before: nowhere",
    "in a comment",
    [`rest_method:: GET /five: ${general}`, `rest_method:: GET /six: ${general}`],
  ],
])("%j: %s", (index, _why, expected) => {
  const more = "..\n   .. rest_method:: GET /five\n   .. rest_method:: GET /six\n";
  const told = reasons(index, index.includes("more.inc") ? { "more.inc": more } : {});
  expect(told).toEqual(expected);
});

test("a document that another includes is read whole", () => {
  const told = reasons(".. include:: more.rst\n   :end-before: A\n", {
    "more.rst": "A\n=\n\n..\n   .. rest_method:: GET /five\n",
  });
  expect(told).toEqual([`rest_method:: GET /five: ${general}`]);
});
