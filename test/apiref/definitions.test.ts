import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

const page = "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n";

/** The findings of `code`, each as its file, its words and what it says. */
function found(
  code: string,
  words: string,
  more: Readonly<Record<string, string>> = {},
): readonly { readonly source: string; readonly words: string; readonly message: string }[] {
  const files: Readonly<Record<string, string>> = {
    "index.rst": ".. include:: images.inc\n",
    "images.inc": `${page}${words}\n`,
    ...more,
  };
  return readApiReference(memoryTree(files)).diagnostics.flatMap(({ code: each, span, message }) =>
    each === code && span
      ? [
          {
            source: span.source,
            words: files[span.source]?.slice(span.start, span.end) ?? "",
            message,
          },
        ]
      : [],
  );
}

test.each<[string, string, readonly string[]]>([
  // words                                              why                               second targets
  [".. _a: http://a\n.. _a: http://b", "two addresses", [".. _a: http://b"]],
  [".. _a: http://a\n.. _A: http://a", "one address", []],
  [".. _a:\n\nX\n\n.. _a:\n\nY", "two places", [".. _a:"]],
  [".. _a: b_\n.. _a: c_\n.. _b:\n.. _c:\n\nX", "two names", [".. _a: c_"]],
  ["`x <http://a>`_ and `x <http://b>`_", "links", ["`x <http://b>`_"]],
  ["`x <http://a>`_ and `X <http://a>`_", "to one address", []],
  ["`x <http://a>`__ and `x <http://b>`__", "anonymous links", []],
  ["`x <http://b>`_\n\n.. _x: http://a", "a link and a target", [".. _x: http://a"]],
  ["_`x` and _`x`", "in the text", ["_`x`"]],
  [".. [1] a\n.. [1] b", "footnotes", [".. [1] b"]],
  [".. [#] a\n.. [#] b\n.. [*] c\n.. [*] d", "footnotes without names", []],
  [".. note::\n   :name: x\n\n   a\n\n.. _x:\n\nb", "an option", [".. _x:"]],
  [".. _images:\n\nx", "a title gives way", []],
])("%j: %s", (words, _why, expected) => {
  expect(found("duplicate-target", words).map((each) => each.words)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  [".. _a:\n\nB\n-\n\nx", "a label", [".. _a:"]],
  [".. _a: http://a", "a target that is an address is known in its document", []],
  [".. _a: b_\n.. _b: http://b", "so is one that leads on", []],
  [".. _p:\n\nx", "so is a label of no heading", []],
  [".. _b:\n\nB\n-\n\nx", "another label", []],
  [".. [C] x", "a citation", [".. [C] x"]],
  [".. [1] x", "footnotes are known in their document", []],
])("%j, which another document defines: %s", (words, _why, expected) => {
  const all = found("duplicate-target", words, {
    "index.rst":
      ".. _a:\n\nOther\n=====\n\n.. [C] x\n\n.. [1] x\n\n.. _p:\n\nP.\n\n.. toctree::\n\n   own\n",
    "own.rst": ".. include:: images.inc\n",
  });
  expect(all.map((each) => each.words)).toEqual(expected);
  for (const { message } of all) expect(message).toMatch(/ is defined in index\.rst, too$/);
});

test("a file that two documents include defines its labels in both, told once", () => {
  const more = { "other.rst": ".. include:: images.inc\n" };
  const words = ".. _a:\n\nB\n-\n\nx";
  expect(found("duplicate-target", words, more)).toHaveLength(1);
});

test("a file that one document includes twice defines nothing anew", () => {
  const index = ".. include:: images.inc\n\n.. include:: images.inc\n";
  const words = ".. _a:\n\nB\n-\n\nx\n\n.. |s| replace:: t";
  expect(found("duplicate-target", words, { "index.rst": index })).toEqual([]);
  expect(found("misdefined-substitution", words, { "index.rst": index })).toEqual([]);
});

test.each<[string, string, readonly [string, string][]]>([
  // words                                   why                           place and message
  [
    ".. |a| replace:: b\n.. |a| replace:: b",
    "even if to the same words",
    [["|a|", "|a| is defined twice, and only the last definition counts"]],
  ],
  [".. |a| replace:: b\n.. |A| replace:: c", "capitals tell them apart", []],
  [".. |a| replace:: x |a|", "itself", [["|a|", "|a| stands for itself"]]],
  [
    ".. |f| replace:: |b|\n.. |b| replace:: |c| |g|\n.. |g| replace:: x\n.. |c| replace:: |d|\n.. |d| replace:: |b|\n.. |e| replace:: |d|",
    "a circle, and one that leads into it",
    [["|b|", "|b| stands for itself"]],
  ],
  [".. |a| replace:: |b|\n.. |b| replace:: c", "a chain", []],
  [".. |a| replace::", "nothing", [["|a|", "|a| is defined as nothing"]]],
  [
    ".. |a| replace:: b\n\n   c",
    "paragraphs",
    [["|a|", "|a| is defined as more than one paragraph"]],
  ],
  [
    ".. |a| b",
    "no directive",
    [[".. |a| b", 'this defines no substitution: expected ".. |name| replace:: words"']],
  ],
  [".. |a| Replace:: x |a|", "capitals of the directive aside", [["|a|", "|a| stands for itself"]]],
  [".. |a| replace:: |b| |c|\n.. |c| replace:: x", "what nothing defines is no circle", []],
  [
    ".. |a| replace:: |b|\n.. |b| replace:: |c|\n.. |c| replace:: x\n.. |d| replace:: |d| |a|",
    "a circle beside a chain of three",
    [["|d|", "|d| stands for itself"]],
  ],
  [".. |a| unicode:: 0xA9\n.. |b| image:: b.png", "others", []],
  [".. | a", "a comment", []],
])("%j: %s", (words, _why, expected) => {
  const all = found("misdefined-substitution", words);
  expect(all.map((each) => [each.words, each.message])).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  [".. _a:http://x", "no space", [".. _a:http://x"]],
  [".. _a http://x", "no colon", [".. _a http://x"]],
  [".. __ http://x", "an anonymous one without", [".. __ http://x"]],
  [".. _`a: http://x", "a backquote that nothing ends", [".. _`a: http://x"]],
  [".. _: http://x", "no name", [".. _: http://x"]],
  [".. __: http://x\n\n`x`__", "an anonymous one", []],
  [".. _a\n   b: http://x", "a name over two lines", []],
  [".. _`a: b`: http://x", "a colon in the name", []],
  [".. _ a", "a comment", []],
  [".. restanza", "a comment", []],
])("%j: %s", (words, _why, expected) => {
  expect(found("malformed-target", words).map((each) => each.words)).toEqual(expected);
});

test("definitions by the thousand are read in one go", () => {
  const many = Array.from({ length: 12_000 }, (_, n) => `.. |a${n}| replace:: |a${n + 1}| |b|\n`);
  expect(found("misdefined-substitution", `${many.join("")}.. |b| replace:: |a0|`)).toHaveLength(1);
});
