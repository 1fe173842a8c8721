import { expect, test } from "vitest";
import { readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { raw } from "./corpora.js";

const block = (above: string): string =>
  `no blank line stands between this line and the ${above} above it`;
const inside = "this line stands further in than the paragraph that it follows";
const noCode = (why: string): string => `"::" announces a block of code, and ${why}`;

/** What is found about layout in `marked` without its brackets, and the words between them. */
function found(marked: string): { readonly words: readonly string[]; said: readonly string[] } {
  const text = marked.replaceAll(/[⟦⟧]/g, "");
  const tree = memoryTree({
    "images.rst": "Images\n======\n\n.. include:: images.inc\n",
    "images.inc": text,
    "more.inc": "More.\n",
  });
  const found = readDocument(tree, "images.rst", raw).diagnostics.filter(
    ({ code }) => code !== "heading-level",
  );
  return {
    words: found.map(({ span }) => `${span?.source}: ${text.slice(span?.start, span?.end)}`),
    said: found.map(({ message }) => message),
  };
}

// Each row was read by docutils 0.19 and Sphinx 5.3: what they warn of is found, once.
test.each<[string, string, ...(readonly string[])]>([
  // text                                      why                              found
  ["* one\n* two\n⟦three⟧", "a bullet list", block("bullet list")],
  ["* one\n ⟦two⟧", "not as far in as the item", block("bullet list")],
  ["* one\n ⟦two⟧\n* three", "told once", block("bullet list")],
  ["*   one\n  ⟦two⟧", "the words of the item stand at 4", block("bullet list")],
  ["* one\n\n two\n⟦* three⟧", "a quotation between", block("quotation")],
  ["* one\n\n two\n⟦back⟧", "a quotation behind", block("quotation")],
  ["- a\n⟦+ b⟧", "another sign, another list", block("bullet list")],
  ["* a\n\n  * b\n  ⟦c⟧\n* d", "a list in a list", block("bullet list")],
  [".. note::\n\n   * a\n   ⟦b⟧", "a list in a note", block("bullet list")],
  ["*\n\n  a\n⟦back⟧", "an item that begins on the next line", block("bullet list")],
  ["1. one\n2. two\n⟦three⟧", "an enumerated list", block("enumerated list")],
  ["1. a\n   more\n⟦1. b⟧\n   more", "the next would be 2", block("enumerated list")],
  ["term\n  words\n⟦back⟧", "a definition list", block("definition list")],
  [":a: b\n⟦back⟧", "a field list", block("field list")],
  ["-a  words\n--b=c  words\n⟦back⟧", "an option list", block("option list")],
  ["| a\n| b\n⟦back⟧", "a line block", block("line block")],
  ["para\n\n  quoted\n⟦back⟧", "a quotation", block("quotation")],
  ["para\n\n    deep\n  ⟦less⟧", "a quotation in a quotation", block("quotation")],
  ["Title\n-----\n  quoted\n⟦back⟧", "a quotation behind a heading", block("quotation")],
  ["code::\n\n  x\n⟦back⟧", "code", block("block of code")],
  ["code::\n\n> a\n> b\n⟦back⟧", "quoted code", block("quoted block of code")],
  [".. note:: a\n   b\n⟦back⟧", "a note", block("markup")],
  [".. a comment\n   b\n⟦back⟧", "a comment", block("markup")],
  [".. _label:\n⟦back⟧", "a target", block("markup")],
  [".. _label:\n⟦Title⟧\n-----", "a heading behind a target", block("markup")],
  ["__ http://a\n⟦back⟧", "an anonymous target", block("markup")],
  [".. |a| replace:: b\n⟦back |a|⟧", "a substitution", block("markup")],
  [".. [1] a\n⟦back [1]_⟧", "a footnote", block("markup")],
  ["+---+---+\n| a | b |\n+---+---+\n⟦back⟧", "a grid table", block("table")],
  ["== ==\na  b\n== ==\nc  d\n== ==\n⟦back⟧", "a simple table", block("table")],
  ["one\ntwo\n  ⟦three⟧", "a paragraph of two lines", inside],
  ["one\ntwo\n  ⟦three⟧\nback", "told once", inside],
  ["- one\n  two\n    ⟦three⟧", "in an item", inside],
  ["one\ntwo::\n  ⟦three⟧", "code, taken for such all the same", inside],
  ["code⟦::⟧\n\nback", "no code", noCode("none follows")],
  ["code⟦::⟧", "the end", noCode("none follows")],
  ["- a⟦::⟧\n\n- b", "the end of an item", noCode("none follows")],
  ["code⟦::⟧\n  x\n\nback", "a definition to docutils", noCode("no blank line stands before it")],
  [
    "code⟦::⟧\n\n.. note:: x\n   y",
    "two dots are a quotation mark to docutils",
    noCode('Sphinx shows the line ".. note::" below it as code'),
  ],
])("%j: %s", (marked, _why, ...said) => {
  const words = marked.match(/(?<=⟦)[^⟧]+(?=⟧)/g)?.map((each) => `images.inc: ${each}`);
  expect(found(marked)).toEqual({ words, said });
});

test.each([
  ["* one\n* two\n\nthree", "a blank line"],
  ["* one\n\n  * two\n* three", "the outer list goes on"],
  ["* one\n\n two", "a quotation to docutils, which says nothing"],
  ["- a\n    b", "a definition in an item"],
  ["*\n  a\n* b", "words below the sign"],
  ["text:\n- a\n- b", "no list at all: text"],
  ["1. a\n\n1. b", "two lists"],
  ["1. a\n1. b", "text"],
  ["a) x\nb) y\nc) z", "letters"],
  ["h. x\ni. y\nj. z", "letters that are figures, too"],
  ["#. one\ntwo\n\n#. three", "text, and a list"],
  ["A. Einstein\nwas here.", "a name"],
  ["term\n  words\nterm\n  words", "two definitions"],
  [":a: b\n   c\n:d: e", "two fields"],
  ["-a  words\n\n--b  words", "two options"],
  ["| a\n  goes on\n| b", "a line that goes on"],
  ["..\n\n  quoted", "an empty comment"],
  [".. note:: a\n.. note:: b", "markup behind markup"],
  [".. include:: more.inc\n.. include:: more.inc\nback", "an included file ends itself"],
  ["code::\n\n  x\n\nback", "code"],
  ["code::\n\n> a\n> b\n\nback", "quoted code"],
  ["code::\n\n- a\n- b", "a list as quoted code"],
  ["colons \\::\n\nback", "escaped colons"],
  ["- a::\n\n    x\n- b", "code in an item"],
  ["== ==\na  b\n== ==\n\nback", "a table"],
])("nothing in %j: %s", (text) => {
  expect(found(text).said).toEqual([]);
});
