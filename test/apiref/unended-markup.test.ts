import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const page = "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n";

/** Where marks stand that nothing ends, each as `file:` and its words, in a page that says `words`. */
function unended(words: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const files: Readonly<Record<string, string>> = {
    "index.rst": ".. include:: images.inc\n",
    "other.rst": ".. include:: images.inc\n",
    "images.inc": `${page}${words}\n`,
    ...more,
  };
  return readApiReference(memoryTree(files)).diagnostics.flatMap(({ code, span }) =>
    code === "markup-without-end" && span
      ? [`${span.source}: ${files[span.source]?.slice(span.start, span.end)}`]
      : [],
  );
}

test.each<[string, string, readonly string[]]>([
  // words                                   why                                 findings
  ["An *open word.", "a paragraph", ["*open"]],
  ["One\n*open\nword.", "its second line", ["*open"]],
  ["- a\n- *b\n- c", "an item", ["*b"]],
  ["term *x\n  ``def", "a term and its definition", ["*x", "``def"]],
  [":a: *b", "a field", ["*b"]],
  [":a *b: c\n:**d: e", "names of fields", ["*b", "**d"]],
  ["| a\n| *b", "a line block", ["*b"]],
  [".. [1] *a", "a footnote", ["*a"]],
  [".. note:: a *b", "a note", ["*b"]],
  [".. versionadded:: 1.0\n   a *b", "a version", ["*b"]],
  [".. rubric:: a *b", "a title in the text", ["*b"]],
  [".. topic:: a *b\n\n   c", "the title of a box", ["*b"]],
  [".. list-table:: a *b\n\n   * - *x\n     - y", "the title of a table, and a cell", ["*b", "*x"]],
  ["=== ===\na   b\n=== ===\n*x  y\n=== ===", "a cell", ["*x"]],
  ["Sub ``title\n~~~~~~~~~~~", "a heading", ["``title"]],
  [".. code-block:: json\n   :caption: *b\n\n   {}", "a caption", ["*b"]],
  [".. figure:: x.png\n\n   *a\n\n   b", "the caption of a figure", ["*a"]],
  [".. figure:: x.png\n\n   *a\n   *b", "a caption without more", ["*a", "*b"]],
  [".. Parsed-Literal::\n\n   *x", "a literal with markup", ["*x"]],
  [".. image:: x.png\n   :alt: *b", "other options are no text", []],
  [".. [*x] a", "nor are labels", []],
  [".. |s| replace:: *a", "a substitution", ["*a"]],
  ["A ``literal``s here.", "all of the word", ["``literal``s"]],
  ["Of ``**kwargs here.", "one finding for one fault", ["``**kwargs"]],
  ["Use:: \n\n  *x", "a literal block", []],
  [".. code-block:: text\n\n   *x ``y", "code", []],
  [".. *x", "a comment", []],
  ['2 * 3, a*, "*", ``*args``, __init__, \\*x, *x*.', "no markup", []],
])("%j: %s", (words, _why, expected) => {
  expect(unended(words)).toEqual(expected.map((each) => `images.inc: ${each}`));
});

test("descriptions in parameters and status files are looked into", () => {
  const words = `Request
~~~~~~~

.. rest_parameters:: parameters.yaml

  - name: name

.. rest_status_code:: success status.yaml

  - 200
`;
  const parameters =
    "name:\n  description: |\n    A *name and\n    ``more``.\n  in: query\n  type: string\n";
  const status = "200:\n  default: All ``well.\n";
  expect(unended(words, { "parameters.yaml": parameters, "status.yaml": status })).toEqual([
    "parameters.yaml: *name",
    "status.yaml: ``well.",
  ]);
});

const literal = 'nothing ends the literal that "``" begins';
const emphasis = 'nothing ends the emphasis that "*" begins';

test.each<[string, string, readonly string[]]>([
  // words                              why                                      messages
  ["Two ``id``s.", "a letter behind it", [`${literal}: behind the next "\`\`" stands "s"`]],
  ["An *open one.", "there is none", [emphasis]],
  ["An *open one, *too.", "the next begins another", [emphasis, emphasis]],
  ["An *open*(one).", "a bracket behind it", [emphasis]],
  [
    "``a``b and ``c``d",
    "each of two",
    ["b", "d"].map((after) => `${literal}: behind the next "\`\`" stands "${after}"`),
  ],
])("%j says what stands behind the mark that was to end it: %s", (words, _why, expected) => {
  const { diagnostics } = readApiReference(memoryTree({ "images.inc": `${page}${words}\n` }));
  expect(diagnostics.map(({ message }) => message)).toEqual(expected);
});
