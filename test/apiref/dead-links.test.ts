import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { makeId } from "../../generator/rst/ids/make-id.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const page =
  "Images\n======\n\n.. _lists:\n\nList Images\n-----------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n";

/** Links that lead nowhere in a reference of two documents, whose page says `words`. */
function dead(words: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const tree = memoryTree({
    "index.rst": ".. include:: images.inc\n",
    "v2/old.rst": "Old\n===\n",
    "images.inc": `${page}${words}\n`,
    ...more,
  });
  return readApiReference(tree).diagnostics.flatMap(({ code, message }) =>
    code === "link-without-target" || code === "unknown-substitution" ? [message] : [],
  );
}

test.each<[string, string, readonly string[]]>([
  // words                                   why                                  dead
  [":ref:`lists`", "a label", []],
  [":ref:`all of them <Lists>`", "capitals aside", []],
  [":ref:`List Images`", "a heading is no label", ['the link "List Images" leads nowhere']],
  [":ref:`search`", "Sphinx has it", []],
  [":doc:`v2/old` and :doc:`/v2/old`", "a document", []],
  [":doc:`v2/new`", "none", ['the link "v2/new" leads nowhere']],
  ["`x <#list-images>`_ `y <#lists>`__", "anchors of a heading and a label", []],
  ["`x <#list-images-detail>`_", "an anchor of os-api-ref", []],
  ["`x <#list-pictures>`_", "none", ['the link "#list-pictures" leads nowhere']],
  ["`x <v2/old.html>`_ `y <v2/old.html#old>`_", "another page and its heading", []],
  ["`x <v2/new.html>`_", "no such page", ['the link "v2/new.html" leads nowhere']],
  ["`x <v2/old.html#new>`_", "no such heading", ['the link "v2/old.html#new" leads nowhere']],
  ["`x <v2/old.html#id3>`_", "an anchor that docutils numbers", []],
  ["`x <#old>`_", "a heading of another page", ['the link "#old" leads nowhere']],
  ["`x <../index.html>`_ `y </a.html>`_", "pages outside the reference", []],
  ["`x <search.html?q=a>`_ `y <_static/a.html>`_ `z <genindex.html>`_", "of Sphinx", []],
  ["`x <https://a/b.html#c>`_", "elsewhere", []],
  ["some_name_ here", "a bare name", ['the link "some_name" leads nowhere']],
  ["``:ref:`nowhere```", "a literal", []],
  ["|release| of |a|\n\n.. |a| replace:: b", "Sphinx's own, and one that is defined", []],
  ["a |thing|", "none", ["nothing says what |thing| stands for"]],
])("%j: %s", (words, _why, expected) => {
  expect(dead(words)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ["intersphinx_mapping = {}", "labels may be those of other projects", []],
  ["extensions = []", "they may not", ['the link "theirs" leads nowhere']],
])("conf.py says %j: %s", (conf, _why, expected) => {
  expect(dead(":ref:`theirs`", { "conf.py": conf })).toEqual(expected);
});

test("pages may be made by a setting", () => {
  expect(dead("`x <old.html>`_", { "conf.py": "html_extra_path = ['extra']" })).toEqual([]);
});

test("descriptions of parameters are looked into", () => {
  const rows = "Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - name: name\n";
  const parameters = (words: string) =>
    `name:\n  description: |\n    ${words}\n  in: query\n  type: string\n`;
  expect(dead(rows, { "parameters.yaml": parameters("See :ref:`lists`.") })).toEqual([]);
  expect(dead(rows, { "parameters.yaml": parameters("See :ref:`list`.") })).toEqual([
    'the link "list" leads nowhere',
  ]);
});

test("a part of the docs does not know the labels of the rest", () => {
  const files = { "images.inc": `${page}:ref:\`elsewhere\`\n` };
  expect(readApiReference(memoryTree(files)).diagnostics).toEqual([]);
});

test.each([
  // title                            anchor                          why
  ["List Images", "list-images", "docutils' make_id"],
  ["``x`` (since 2.53)", "x-since-2-53", "markup and signs"],
  ["3 things", "things", "no digit first"],
])("%j becomes %j: %s", (title, anchor) => {
  expect(makeId(title)).toBe(anchor);
});
