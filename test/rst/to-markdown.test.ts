import { describe, expect, it, test } from "vitest";
import { passages } from "../../generator/rst/markdown/passages.js";
import { readDocument } from "../../generator/rst/read-document.js";
import { contextOf, toMarkdown } from "../../generator/rst/markdown/to-markdown.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { raw } from "./corpora.js";

function convert(text: string) {
  const { value } = readDocument(memoryTree({ "x.rst": text }), "x.rst", raw);
  const context = contextOf(value);
  return {
    markdown: toMarkdown(value.blocks, context),
    said: passages(value.blocks, context),
  };
}

describe("words", () => {
  test.each([
    ["``a_b*c``", "`a_b*c`", "an inline literal"],
    ["the``a``s", "the`a`s", "a literal without room around it"],
    ["``a\nb``", "`a b`", "a literal over two lines"],
    ["``a`b``", "`` a`b ``", "a backquote in a literal"],
    ["`a`` and ``b``", "`a` and `b`", "a backquote too many"],
    ["``a` and ``b``", "`a` and `b`", "a backquote too few"],
    ["`a`", "`a`", "single backquotes mean code to their writers"],
    ["*a* and **b c**", "*a* and **b c**", "emphasis"],
    ["**``a``**", "**`a`**", "a literal in emphasis, as people write it"],
    ["2 * 3, a*b, *a", "2 * 3, a\\*b, \\*a", "asterisks that mean nothing"],
    ["snake_case, _a, __init__", "snake_case, \\_a, \\_\\_init\\_\\_", "underscores"],
    ["a\\*b\\ c", "a\\*bc", "what backslashes escape, and join"],
    ["a < b, <b>, a > b", "a < b, \\<b>, a > b", "angle brackets"],
    ["[a](b), [0]", "[a\\](b), [0]", "square brackets"],
    ["&amp; & b", "\\&amp; & b", "an ampersand"],
    ["`a <http://x>`_", "[a](http://x)", "an embedded address"],
    ["`a\n<http://x/\ny>`__", "[a](http://x/y)", "an address over two lines"],
    ["`a<http://x>`_", "[a](http://x)", "no space before the address"],
    ["`<http://x>`_", "<http://x>", "an address alone"],
    ["http://x/a_b.", "<http://x/a_b>.", "an address in the text"],
    ["(see http://x/a)", "(see <http://x/a>)", "an address in brackets"],
    [
      "A_ and `a`_\n\n.. _a: http://x",
      "[A](http://x) and [a](http://x)",
      "named links, case aside",
    ],
    [
      "`a`__ b__\n\n__ http://x\n__ http://y",
      "[a](http://x) [b](http://y)",
      "anonymous links in order",
    ],
    ["`a b`_\n\na b\n===\n", "a b\n\n### a b", "a link to a title is its words"],
    [":ref:`a <b>` :ref:`c`", "a c", "references into the docs"],
    [
      ":ref:`lab`\n\n.. _lab:\n\nThe title\n=========\n",
      "The title\n\n### The title",
      "a reference takes the title",
    ],
    [":doc:`a </b/c>`", "a", "a document"],
    [":rfc:`2616`", "[RFC 2616](https://www.rfc-editor.org/rfc/rfc2616)", "a standard"],
    [":any-doc:`a <b>` :x:`c`", "a c", "roles that nobody knows"],
    ["10\\ :sup:`9`", "109", "a superscript"],
    ["|a|\n\n.. |a| replace:: b ``c``", "b `c`", "a substitution"],
    ["|a|\n\n.. |a| replace:: |a| |a|", "|a| |a|", "a substitution of itself ends"],
    ["|p|a|q|", "|p|a|q|", "bars that mean nothing"],
    ["x|br|\\ y\n\n.. |br| raw:: html\n\n   <br>", "x|br|y", "a substitution needs room before it"],
    ["a [1]_", "a [1]", "a footnote's mark"],
    ["1. a", "1. a", "a list of one"],
    ["a\n1986. b", "a\n1986\\. b", "a number that begins a line"],
    ["a\n- b", "a\n\\- b", "a hyphen in a paragraph, which is no list"],
    ["a:\n- b\n- c", "a:\n- b\n- c", "a list that lacks its blank line"],
    ["a\n# b", "a\n\\# b", "a hash sign is no heading"],
  ])("%j → %j (%s)", (text, expected) => expect(convert(text).markdown).toBe(expected));

  test.each([
    ["`the guide`_", "the guide"],
    ["`The guide `__.", "The guide."],
  ])("%j: the target is lost, the words stay", (text, expected) => {
    expect(convert(text).markdown).toBe(expected);
  });
});

describe("blocks", () => {
  test.each([
    ["* a\n* b\n\n  - c\n", "- a\n- b\n\n  - c", "lists in lists"],
    ["#. a\n#. b\n\n   c\n", "1. a\n\n2. b\n\n   c", "numbered items, one with two paragraphs"],
    ["a\n  b\n``c``\n  d\n", "- **a**: b\n- `c`: d", "terms and definitions"],
    ["a::\n\n   b\n    c\n", "a:\n\n```\nb\n c\n```", "a literal block"],
    [".. code-block:: json\n\n   {}\n", "```json\n{}\n```", "code in a language"],
    ["::\n\n   ```\n", "````\n```\n````", "a fence in code"],
    [".. note:: a\n", "> **Note:** a", "a note"],
    [".. Warning::\n\n   a\n\n   - b\n", "> **Warning:** a\n>\n> - b", "a warning with a list"],
    [".. note::\n\n   - b\n", "> **Note:**\n>\n> - b", "a note that begins with a list"],
    [".. versionadded:: 2.1\n", "**New in version 2.1.**", "a version alone"],
    [".. versionchanged:: 2.1 a\n", "**Changed in version 2.1:** a", "a version and words"],
    [
      ".. deprecated:: 2.1\n\n   a\n",
      "**Deprecated since version 2.1:** a",
      "a version and a paragraph",
    ],
    [".. versionadded:: 2.1\n   a\n", "**New in version 2.1:** a", "words on the next line"],
    ["| a\n| b\n", "a\\\nb", "lines that stay lines"],
    ["a\n\n  b\n", "a\n\n> b", "a quotation"],
    ["a\n\n  - b\n", "a\n\n- b", "an indented list is a list"],
    [
      "===  ===\nA    B\n===  ===\na|b  c\n===  ===\n",
      "| A | B |\n| --- | --- |\n| a\\|b | c |",
      "a table",
    ],
    [
      "===  ===\na    b\n===  ===\n",
      "|  |  |\n| --- | --- |\n| a | b |",
      "a table without a header",
    ],
    [".. comment\n\na\n\n.. _b: http://x\n", "a", "comments and targets are dropped"],
    [".. rest_method:: GET /x\n\na\n", "a", "what is not text is dropped"],
    [".. unknown:: x\n\n   a\n", "a", "an unknown directive that holds text"],
    ["a\n\n----\n\nb\n", "a\n\n---\n\nb", "a transition"],
  ])("%j → %j (%s)", (text, expected) => expect(convert(text).markdown).toBe(expected));
});

it("gives the words of each paragraph and item with the place that said them", () => {
  const text =
    "A ``b``\n*c* `d <http://x>`_.\n\n- e\n\n  f\n\n.. versionadded:: 2.1 g\n\n::\n\n   code\n";
  const said = convert(text).said;
  expect(said.map(({ value, span }) => [value, text.slice(span.start, span.end)])).toEqual([
    ["A b c d.", "A ``b``\n*c* `d <http://x>`_."],
    ["e", "e"],
    ["f", "f"],
    ["New in version 2.1: g", "2.1 g"],
  ]);
});
