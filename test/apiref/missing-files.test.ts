import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const files = {
  "docs/source/index.rst": "Images\n======\n\n.. include:: sub/images.inc\n",
  "docs/source/a.png": "\ufffdPNG",
  "docs/source/a b.png": "",
  "docs/source/t.csv": "1,2",
  "docs/source/sub/b.svg": "",
  "docs/source/sub/t.csv": "1,2",
  "docs/beside.json": "{}",
};

/** What is found in `marked` without its brackets, in a file that the document in another folder includes. */
function found(marked: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const text = marked.replaceAll(/[⟦⟧]/g, "");
  const tree = memoryTree({ ...files, "docs/source/sub/images.inc": text, ...more });
  return readApiReference(tree).diagnostics.flatMap(({ code, span, message }) =>
    code === "no-operation" || code === "raw-markup"
      ? []
      : [`${text.slice(span?.start, span?.end)}: ${message.replace("the ", "")}`],
  );
}

// Each was built by Sphinx 5.3, which warns of the same.
test.each<[string, string, string]>([
  // text                                       why                          message
  [".. image:: ⟦none.svg⟧", "an image", 'image "none.svg"'],
  [".. image:: ⟦/b.svg⟧", "not in the source folder", 'image "/b.svg"'],
  [".. image:: ⟦none.*⟧", "no image of any ending", 'image "none.*"'],
  [".. figure:: ⟦none.png⟧\n\n   Words", "a figure", 'image "none.png"'],
  [".. IMAGE:: ⟦none.png⟧\n   :alt: a", "in capitals", 'image "none.png"'],
  [".. |a| image:: ⟦none.png⟧", "a substitution", 'image "none.png"'],
  [".. literalinclude:: ⟦none.json⟧", "a sample outside of operations", 'sample "none.json"'],
  [".. literalinclude:: a.png\n   :diff: ⟦none.json⟧", "its other side", 'sample "none.json"'],
  [".. csv-table::\n   :file: ⟦a.csv⟧", "a table", 'table "a.csv"'],
  [".. csv-table::\n   :file: ⟦sub/t.csv⟧", "beside the document only", 'table "sub/t.csv"'],
  [
    ".. csv-table::\n   :file: ⟦/sub/t.csv⟧",
    "the way from the document, taken from here",
    'table "/sub/t.csv"',
  ],
  [".. raw:: html\n   :file: ⟦../none.html⟧", "HTML", 'raw file "../none.html"'],
  ["See ⟦:download:`none.json`⟧.", "a download", 'file "none.json"'],
  ["See ⟦:download:`the words <none.json>`⟧.", "with words of its own", 'file "none.json"'],
  ["See ⟦:download:`the \\<none.json>`⟧.", "an escaped bracket", 'file "the <none.json>"'],
])("%j: %s", (marked, _why, said) => {
  const words = /⟦([^⟧]*)⟧/.exec(marked)?.[1] ?? "";
  expect(found(marked)).toEqual([`${words}: ${said} does not exist`]);
});

test.each([".. image:: ⟦b.*⟧", ".. literalinclude:: ⟦b.svg⟧", "A ⟦:download:`b.svg`⟧."])(
  "%j is only beside this file",
  (marked) => {
    const [said = "", more] = found(marked);
    expect(said).toMatch(/"b\.(?:\*|svg)" is only found beside docs\/source\/sub\/images\.inc/);
    expect(more).toBeUndefined();
  },
);

test.each(["none.json", "b.svg"])("a sample of an operation, %s, is told once", (path) => {
  const before = "A\n=\n\n.. rest_method:: GET /a\n\nNormal response codes: 200\n\n";
  expect(found(`${before}.. literalinclude:: ⟦${path}⟧\n`)).toHaveLength(1);
});

test.each([
  [".. image:: a.png", "beside the document; its bytes are no text"],
  [".. image:: sub/b.svg\n\n.. image:: /sub/b.svg", "in another folder"],
  [".. image:: sub/b.*\n\n.. figure:: a.*", "of any ending"],
  [".. image:: a\\ b.png", "an escaped space"],
  [".. image:: a\n   .png", "spaces are none"],
  [".. image:: https://a.b/c.png\n\n.. image:: data:image/png;base64,a", "no files"],
  [".. image:: sub", "Sphinx takes a folder"],
  [".. literalinclude:: ../beside.json", "outside of the source folder"],
  [".. literalinclude:: ../../../none.json", "outside of the tree"],
  [".. csv-table::\n   :file: ../t.csv", "from this file"],
  [".. csv-table::\n   :file: /t.csv", "Sphinx takes the one beside this file"],
  [".. raw:: html\n   :url: none.html", "an address"],
  [".. raw:: html\n   :file: /none.html", "of the machine"],
  ["A :download:`a.png`, :download:`words <a.png>`, :download:`!a`", "files"],
  ["A :download:`x <https://a.b/c>`", "an address"],
  ["``:download:`x```, :code:`x`", "code"],
  [".. csv-table::\n   :file: /../t.csv", "one step up from this file"],
])("nothing in %j: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  [".. literalinclude:: _static/app.conf.sample", "'_static/app'", 0],
  [".. literalinclude:: _static/app.conf.sample", "'_static'", 1],
  [".. literalinclude:: _static/app.conf.sample", "'_static/app.conf.sample'", 0],
])("%j, where conf.py has %s", (text, said, count) => {
  expect(found(text, { "docs/source/conf.py": `sample = ${said}\n` })).toHaveLength(count);
});

test("a description, which any document may show", () => {
  const page =
    "A\n=\n\n.. rest_method:: GET /a\n\nNormal response codes: 200\n\n.. rest_parameters:: parameters.yaml\n\n   - a: a\n";
  const tree = memoryTree({
    "a.png": "",
    "index.rst": page,
    "sub/b.rst": "B\n=\n",
    "parameters.yaml":
      "a:\n  description: |\n    .. image:: a.png\n\n    .. image:: b.png\n  in: query\n  required: false\n  type: string\n",
  });
  expect(
    readApiReference(tree).diagnostics.flatMap(({ code, message }) =>
      code === "missing-file" ? [message] : [],
    ),
  ).toEqual(['the image "b.png" does not exist']);
});

test("a fragment alone, whose document nobody knows", () => {
  const text = ".. image:: none.png\n\n.. image:: /none.png\n\n.. raw:: html\n   :file: none\n";
  const { diagnostics } = readApiReference(memoryTree({ "images.inc": text }));
  expect(
    diagnostics.flatMap(({ code, message }) => (code === "missing-file" ? [message] : [])),
  ).toEqual(['the image "/none.png" does not exist', 'the raw file "none" does not exist']);
});
