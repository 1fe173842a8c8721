import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const page = "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n";

/** The words of references that lead nowhere, in the file that says `words`. */
function dead(words: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const files: Readonly<Record<string, string>> = {
    "index.rst": ".. include:: images.inc\n",
    "images.inc": `${page}${words}\n`,
    ...more,
  };
  return readApiReference(memoryTree(files)).diagnostics.flatMap(({ code, span }) =>
    code === "link-without-target" && span
      ? [files[span.source]?.slice(span.start, span.end) ?? ""]
      : [],
  );
}

test.each<[string, string, readonly string[]]>([
  // words                                           why                             dead
  ["`nowhere`_ and nowhere_", "names", ["`nowhere`_", "nowhere_"]],
  ["`Images`_ and images_", "a title, capitals aside", []],
  ["`in two\nlines`_", "a name over two lines", ["`in two\nlines`_"]],
  ["x_.\n\n.. _x: http://a", "a target", []],
  ["x_.\n\n.. _x:\n\nHere.", "a label", []],
  ["_`x y` and `x y`_", "a target in the text", []],
  ["`x <http://a>`_ and x_", "a link gives its words a meaning", []],
  ["`x <http://a>`__ and x_", "an anonymous link does not", ["x_"]],
  ["`x<http://a>`_", "no space before the bracket", ["`x<http://a>`_"]],
  ["`x <y_>`_", "a link to another name", ["`x <y_>`_"]],
  ["`x <images_>`_ and x_", "to one that is there", []],
  ["some_name and ``some_`` and some_\\ name", "no references but the last", ["some_"]],
  ["http://a/b_ and http://a/b_c", "docutils reads a name in the address", ["b_"]],
  ["`this`__", "an anonymous link without its target", ["`this`__"]],
  ["`this`__\n\n__ http://a", "with it", []],
  ["`a`__ b_\n\n__ http://x\n\n.. _b: http://y", "a name beside it", []],
  ["`a`__ `b`__\n\n__ http://x", "one target for two", ["`a`__", "`b`__"]],
  ["`images\\ `_", "an escaped space before the end", []],
  ["`x `__. A ``b``.", "a space before the end", ["`x `__"]],
  ["`x `_ and y", "and none behind it", ["`x `_"]],
  ["[1]_", "a footnote", ["[1]_"]],
  ["[1]_\n\n.. [1] a", "one that is there", []],
  ["[#]_ [#]_\n\n.. [#] a", "two references to one numbered footnote", ["[#]_"]],
  ["[1]_ [2]_\n\n.. [#] a", "a number that docutils gives", []],
  ["[*]_", "a symbol", ["[*]_"]],
  ["[*]_\n\n.. [*] a", "one that is there", []],
  ["[#a]_ [#b]_\n\n.. [#a] a", "labels", ["[#b]_"]],
  ["[A]_ [B]_\n\n.. [A] a", "citations", ["[B]_"]],
  ["[A] and a[1]_", "no references", []],
  [".. _a: b_", "a target that leads on to nothing", ["b_"]],
  [".. _a: `b c`_", "in backquotes", ["`b c`_"]],
  [".. _a: images_\n\na_", "to a title", []],
  [".. _a: b_\n.. _b: a_", "round in a circle, told once", ["b_"]],
  [".. _a: http://b/c_", "an address", []],
  [".. _a: b\\_", "an escaped underscore", []],
  [".. |a| replace:: b\n\n|a|_ |a|__", "links by substitutions", ["|a|_", "|a|__"]],
  ["::\n\n  x_ [1]_", "code", []],
  ["`The a b`_\n\nThe ``a`` *b*\n~~~~~~~~~~~", "a title as it is shown", []],
  ["`The a * b`_\n\nThe a * b\n~~~~~~~~~", "a sign in it that is no mark", []],
  ["contents_", "a table of contents that is not there", ["contents_"]],
  ["contents_\n\n.. contents::", "one that is", []],
  ["`my x`_\n\n.. note::\n   :name: My x\n\n   a", "what an option names", []],
  ["x_\n\n.. note::\n   :class: x\n\n   a", "another option", ["x_"]],
])("%j: %s", (words, _why, expected) => {
  expect(dead(words)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ["x_", "names are known in their own document only", ["x_"]],
  ["[A]_", "citations in all", []],
  ["[1]_", "footnotes are not", ["[1]_"]],
])("%j, which another document defines: %s", (words, _why, expected) => {
  expect(dead(words, { "other.rst": ".. _x: http://a\n\n.. [A] a\n\n.. [1] b\n" })).toEqual(
    expected,
  );
});

test("a description may define what its document refers to", () => {
  const rows = "x_ y_\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: p.yaml\n\n  - name: name\n";
  const description =
    "name:\n  description: |\n    Words.\n\n    .. _x: http://a\n  in: query\n  type: string\n";
  expect(dead(rows, { "p.yaml": description })).toEqual(["y_"]);
});

test("conf.py may define targets for all documents", () => {
  const conf = 'rst_epilog = """\n.. _Guide: http://a\n"""\n';
  expect(dead("guide_ and other_", { "conf.py": conf })).toEqual(["other_"]);
});

test.each<[string, readonly string[]]>([
  ["`nowhere`_", ["`nowhere`_"]],
  ["images_ and x_ and [1]_ and [#]_", []],
  ["x_ [2]_\n\n    .. _x: http://b", ["[2]_"]],
  ["[#c]_ [#d]_", ["[#d]_"]],
  ["[A]_ [B]_\n\n    .. [A] a", ["[B]_"]],
])("a description says %j: its document is not known, so any may define it", (words, expected) => {
  const rows =
    "x_ [1]_ [#]_\n\n.. [1] a\n.. [#] b\n.. [#c] d\n.. _x: http://a\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: p.yaml\n\n  - name: name\n";
  const description = `name:\n  description: |\n    ${words}\n  in: query\n  type: string\n`;
  expect(dead(rows, { "p.yaml": description })).toEqual(expected);
});

test("a part of the docs knows its own names", () => {
  const { diagnostics } = readApiReference(
    memoryTree({ "images.inc": `${page}images_ nowhere_\n` }),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual(['the link "nowhere" leads nowhere']);
});
