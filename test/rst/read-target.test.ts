import { expect, test } from "vitest";
import { readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { raw } from "./corpora.js";

/** The targets of `text`, as docutils 0.19 reads it, and the words of the other blocks. */
function read(text: string): readonly string[] {
  const { value, diagnostics } = readDocument(
    memoryTree({ "images.rst": text }),
    "images.rst",
    raw,
  );
  const blocks = value.blocks.map((block) => {
    const { kind, span } = block;
    if (kind !== "target") return `${kind} ${text.slice(span.start, span.end)}`;
    const { name, url, leadsTo } = block;
    const to = leadsTo && text.slice(leadsTo.span.start, leadsTo.span.end);
    return `${name} → ${to === undefined ? url : `${leadsTo?.value} at ${to}`}`;
  });
  return [...blocks, ...diagnostics.map(({ code }) => code)];
}

const malformed = (text: string): readonly string[] => [`comment ${text}`, "malformed-target"];

test.each<[string, string, readonly string[]]>([
  // text                                why                                        blocks and findings
  [".. _a: http://x", "an address", ["a → http://x"]],
  [".. _a:\n   http://x", "an address in the next line", ["a → http://x"]],
  [".. _a: http://x\n   /y\n     /z", "an address over three lines", ["a → http://x/y/z"]],
  [".. _A  b: x", "names are compared without case and spaces", ["a b → x"]],
  [".. _a : x", "a space before the colon", ["a → x"]],
  [".. _a\n   b: http://x", "a name over two lines", ["a b → http://x"]],
  [
    ".. _a\n   b\n   c: http://x\n   /y\n\n   z",
    "over three",
    ["a b c → http://x/y", "block-quote z"],
  ],
  [".. _a\n : x", "a colon in the next line", ["a → x"]],
  [".. _a\n   b:\n   c: d", "the address begins behind the first colon", ["a b → c: d"]],
  [".. _a\\:\n   b: c", "an escaped colon", ["a: b → c"]],
  [".. _a\\\\:\n   b: c", "an escaped backslash before the colon", ["a\\ → b: c"]],
  [".. _a:b\n   c:d: e", "colons within", ["a:b c:d → e"]],
  [".. _:a: x", "a colon first", [":a → x"]],
  [".. _`a: b`: http://x", "a colon in backquotes", ["a: b → http://x"]],
  [".. _`a: c\n   d`: http://x", "over two lines", ["a: c d → http://x"]],
  [".. _`a`b`: x", "a backquote in backquotes", ["a`b → x"]],
  [".. _`a`\n   b`: x", "over two lines", ["a` b → x"]],
  [".. _`a` : x", "a space before the colon", ["a → x"]],
  [".. _\\_a: x", "an escaped underscore", ["_a → x"]],
  [".. _a: b_", "another name", ["a → b at b_"]],
  [".. _a:\n   `B  c`_", "a phrase", ["a → b c at `B  c`_"]],
  [".. _a\n   b: c_", "behind a name over two lines", ["a b → c at c_"]],
  [".. _a: b\\_", "an escaped underscore", ["a → b_"]],
  [".. _a: `b `_", "a space before the backquote", ["a → `b `_"]],
  [".. __: http://x\n   /y", "none", [" → http://x/y"]],
  ["__ http://x\n   /y", "none, in short", [" → http://x/y"]],
  [".. _a: x\n.. note:: b", "a directive behind it", ["a → x", "directive .. note:: b"]],
])("%j: %s", (text, _why, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each<[string, string]>([
  [".. _a", "no colon"],
  [".. _a\n   b", "none in the next line"],
  [".. _a\n\n   b: http://x", "one behind a blank line"],
  [".. _a:http://x", "no space behind it"],
  [".. _a:: http://x", "two colons"],
  [".. _a::", "two colons and no address"],
  [".. _a\\: x", "an escaped colon"],
  [".. _: http://x", "no name"],
  [".. __a: http://x", "an underscore first"],
  [".. __ http://x", "an anonymous one without its colon"],
  [".. _`a: http://x", "a backquote that nothing ends"],
  [".. _`a: b\n   c: http://x", "nor in the next line"],
  [".. _`a` b: x", "words behind the backquotes"],
  [".. _`a`  : x", "two spaces behind them"],
  [".. _` a`: x", "a space behind the first"],
  [".. _`a\\`: x", "an escaped backquote"],
])("%j is a comment, and that is told: %s", (text) => {
  expect(read(text)).toEqual(malformed(text));
});

test.each([".. _", ".. _ a: b", "..", ".. a: b", ".._a: b"])("%j is no target", (text) => {
  const found = read(text);
  expect(found).toEqual([`${text === ".._a: b" ? "paragraph" : "comment"} ${text}`]);
});

test.each([
  ["lines", ".. _a\n", "   b\n"],
  ["colons in quotes", ".. _`a\n", "   b: c\n"],
  ["escaped colons", ".. _a\n", "   b\\: \n"],
  ["backslashes", ".. _a\n   ", "\\"],
])("a name that a hundred thousand %s do not end is looked for once", (_what, first, more) => {
  expect(read(first + more.repeat(100_000))).toContain("malformed-target");
});
