import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** More than a call takes arguments. */
const MANY = 140_000;
const stanza = "Images\n======\n\n.. rest_method:: GET /images\n\n";
const rows = ".. rest_parameters:: parameters.yaml\n\n";

test.each<[string, string, Readonly<Record<string, string>>]>([
  // where each finding is made                         code                      sources
  [
    "while a document is read",
    "malformed-target",
    { "index.rst": stanza + ".. _a\n".repeat(MANY) },
  ],
  ["in its words", "link-without-target", { "index.rst": stanza + "[1]_\n".repeat(MANY) }],
  [
    "in the words of a file of parameters",
    "link-without-target",
    {
      "index.rst": `${stanza}${rows}  - a: a\n`,
      "parameters.yaml": `a:\n  in: query\n  type: string\n  description: |\n${"    [1]_\n".repeat(MANY)}`,
    },
  ],
])("more findings than a call has arguments, %s", (_where, code, files) => {
  const { diagnostics } = readApiReference(memoryTree(files));
  expect(diagnostics.filter((each) => each.code === code)).toHaveLength(MANY);
});
