import { describe, expect, it, test } from "vitest";
import { readFragment } from "../../generator/rst/read-document.js";
import { outline } from "./outline.js";
import { read } from "./reading.js";

describe("constructs", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["two lines are one paragraph", "a\nb\n\nc", ["paragraph a / b", "paragraph c"]],
    [
      "overlined and underlined are different levels",
      "===\n A\n===\n\nB\n===\n\nC\n---\n\nD\n===\n",
      ["section 1 A", "  section 2 B", "    section 3 C", "  section 2 D"],
    ],
    ["a shorter line is text", "Title\n==\n", ["paragraph Title / =="]],
    ["hyphens between blank lines", "a\n\n----\n\nb", ["paragraph a", "transition", "paragraph b"]],
    [
      "argument, options, body",
      ".. rest_parameters:: p.yaml\n   :file: x\n\n   - a: b\n   - c: d\n",
      ["rest_parameters(p.yaml) :file:x", "  body - a: b / - c: d"],
    ],
    [
      "the argument on the next line",
      ".. rest_method::\n   GET /images\n",
      ["rest_method(GET /images)"],
    ],
    [
      "a body without a blank line is argument, for the caller to sort out",
      ".. rest_parameters:: p.yaml\n   - a: b\n",
      ["rest_parameters(p.yaml / - a: b)"],
    ],
    [
      "a body after a blank line is never argument",
      ".. rest_method::\n\n   GET /images\n",
      ["rest_method()", "    body GET /images"].map((line) => line.replace("    ", "  ")),
    ],
    ["a space before the colons", ".. toctree ::\n\n   a\n", ["toctree()", "  body a"]],
    [
      "words behind a note's colons are its text",
      ".. note:: a\n   b\n\n   - c\n",
      ["note()", "  paragraph a / b", "  bullets", "    item", "      paragraph c"],
    ],
    [
      "a directive within an item of a list",
      "- a\n\n  .. rest_method:: GET /x\n",
      ["bullets", "  item", "    paragraph a", "    rest_method(GET /x)"],
    ],
    [
      "a directive within a block quote",
      "  .. rest_method:: GET /x\n",
      ["quote", "  rest_method(GET /x)"],
    ],
    [
      "letters and brackets count items",
      "(c) a\n(d) b\n",
      ["enumerated 3", "  item", "    paragraph a", "  item", "    paragraph b"],
    ],
    ["a Roman number", "iv. a\n", ["enumerated 4", "  item", "    paragraph a"]],
    ["an initial is no list", "A. Einstein\nwrote", ["paragraph A. Einstein / wrote"]],
    [
      "a term and its definition",
      "a\n  b\nc\n  d\n",
      ["term a", "  paragraph b", "term c", "  paragraph d"],
    ],
    [
      "options of a command",
      "-a, --all  b\n--c=D\n    e\n",
      ["term -a, --all", "  paragraph b", "term --c=D", "  paragraph e"],
    ],
    ["fields", ":a b: c\n:d:\n   e\n", ["field a b", "  paragraph c", "field d", "  paragraph e"]],
    [
      "a literal block",
      "a::\n\n   b\n     c\n\nd",
      ["paragraph a:", "literal-block b /   c", "paragraph d"],
    ],
    ["a lone pair of colons is not shown", "::\n\n   b\n", ["literal-block b"]],
    [
      "a space before the colons takes both away",
      "a ::\n\n   b\n",
      ["paragraph a", "literal-block b"],
    ],
    [
      "a literal block marked line by line",
      "a::\n\n> b\n> c\n",
      ["paragraph a:", "literal-block > b / > c"],
    ],
    [
      "nothing in a literal block is markup",
      "::\n\n   .. rest_method:: GET /x\n",
      ["literal-block .. rest_method:: GET /x"],
    ],
    ["a doctest", ">>> a\nb\n", ["literal-block >>> a / b"]],
    ["lines that stay lines", "| a\n| b\n", ["line-block a / b"]],
    ["a comment", ".. a\n   .. rest_method:: GET /x\n", ["comment a / .. rest_method:: GET /x"]],
    [
      "two dots and nothing comment nothing",
      "..\n\n   a\n",
      ["comment ", "quote", "  paragraph a"],
    ],
    ["a target over two lines", ".. _A  b: http://x\n   /y\n", ["target a b -> http://x/y"]],
    ["a target with a colon in its name", ".. _`a: b`: http://x\n", ["target a: b -> http://x"]],
    ["an anonymous target", "__ http://x\n", ["target  -> http://x"]],
    ["a substitution", ".. |a| replace:: b\n", ["substitution a", "  replace()", "    body b"]],
    [
      "a simple table; an empty first cell goes on with the row above",
      "===  ===\nA    B\n===  ===\na    b\n     c\nd    e\n===  ===\n",
      [
        "table",
        "  paragraph A | paragraph B",
        "  paragraph a | paragraph b / c",
        "  paragraph d | paragraph e",
      ],
    ],
    [
      "a grid table",
      "+---+---+\n| A | B |\n+===+===+\n| a | b |\n|   | c |\n+---+---+\n",
      ["table", "  paragraph A | paragraph B", "  paragraph a | paragraph b / c"],
    ],
    [
      "a list-table",
      ".. list-table:: T\n   :header-rows: 1\n\n   * - A\n     - B\n   * - a\n     - b\n",
      [
        "list-table(T) :header-rows:1",
        "  table T",
        "    paragraph A | paragraph B",
        "    paragraph a | paragraph b",
      ],
    ],
    [
      "a csv-table",
      '.. csv-table:: T\n   :header: A, "B, C"\n\n   a, "b ""c"""\n',
      [
        'csv-table(T) :header:A, "B, C"',
        "  table T",
        "    paragraph A | paragraph B, C",
        '    paragraph a | paragraph b ""c""',
      ],
    ],
    [
      "a value of a csv-table that goes on in further lines",
      '.. csv-table:: T\n\n   "a\n     b", "c\n\n   d"\n   "e", f\n',
      [
        "csv-table(T)",
        "  table T",
        "    paragraph a / b | paragraph c paragraph d",
        "    paragraph e | paragraph f",
      ],
    ],
    ["tabs go on to the eighth column", "a\n\tb\n        c\n", ["term a", "  paragraph b / c"]],
    ["a footnote", ".. [1] a\n", ["field [1]", "  paragraph a"]],
  ])("%s", (_why, text, expected) => {
    const got = read(text);
    expect(got.outline).toEqual(expected);
    expect(got.codes).toEqual([]);
  });

  test("a csv-table whose signs are left empty has the usual ones", () => {
    const { outline } = read(".. csv-table:: T\n   :delim:\n   :quote:\n\n   a, b\n");
    expect(outline.at(-1)).toBe("    paragraph a | paragraph b");
  });

  it("an item goes on left of its first words", () => {
    const got = read("1.  a\n  b\n");
    expect(got.outline).toEqual(["enumerated 1", "  item", "    paragraph a / b"]);
    expect(got.codes).toEqual(["block-without-blank-line"]);
  });
});

describe("defects", () => {
  test.each<readonly [string, string, readonly string[], string, string]>([
    [
      "a directive below text",
      "a\n.. rest_method:: GET /x\n",
      ["paragraph a", "rest_method(GET /x)"],
      "directive-without-blank-line",
      ".. rest_method::",
    ],
    [
      "no space behind the colons",
      ".. rest_method::GET /x\n",
      ["rest_method(GET /x)"],
      "misspelt-directive",
      ".. rest_method::",
    ],
    [
      "no space behind the dots",
      "..rest_method:: GET /x\n",
      ["rest_method(GET /x)"],
      "misspelt-directive",
      "..rest_method::",
    ],
    [
      "one colon",
      ".. rest_method: GET /x\n",
      ["rest_method(GET /x)"],
      "misspelt-directive",
      ".. rest_method:",
    ],
    [
      "one colon, and a text below",
      ".. note:\n\n   a\n",
      ["note()", "  paragraph a"],
      "misspelt-directive",
      ".. note:",
    ],
    [
      "a title below text",
      "a\nTitle\n=====\nb",
      ["paragraph a", "section 1 Title", "  paragraph b"],
      "heading-without-blank-line",
      "Title",
    ],
    ["a line too short", "Titles\n=====\n", ["section 1 Titles"], "heading-adornment", "====="],
    ["lines that differ", "====\nTitle\n=====\n", ["section 1 Title"], "heading-adornment", "===="],
    [
      "a level out of order keeps its text to itself",
      "A\n=\n\nB\n-\n\nC\n=\n\nD\n~\n\nx\n\nE\n=\n",
      [
        "section 1 A",
        "  section 2 B",
        "section 1 C",
        "  section 2 D",
        "    paragraph x",
        "section 1 E",
      ],
      "heading-level",
      "D",
    ],
    [
      "a heading in a note",
      ".. note::\n\n   Title\n   =====\n\n   b\n",
      ["note()", "  section 1 Title", "    paragraph b"],
      "heading-inside-block",
      "Title",
    ],
    [
      "a table without an end",
      "===  ===\na    b\n",
      ["paragraph ===  === / a    b"],
      "malformed-table",
      "===  ===",
    ],
    ["nested without end", `${"- ".repeat(101)}a`, [], "nesting-too-deep", "a"],
  ])("%s", (_why, text, expected, code, words) => {
    const got = read(text);
    if (expected.length > 0) expect(got.outline).toEqual(expected);
    expect(got.codes).toEqual([code]);
    expect(got.words).toEqual([words]);
  });

  test.each([
    [".. note: is this for readers?", "an English word with one colon may be a comment"],
    [".. note: for writers\n   alone", "its text begins beside the colon"],
    [".. note:", "nothing below it is a note"],
    [".. code:\n\n   a", "a word that is no note may be a comment"],
    [".. vector::push", "no directive of this name"],
    [".. -*- rst -*-", "an editor's mode line"],
  ])("%j stays a comment (%s)", (text) => {
    const got = read(text);
    expect(got.value.blocks.map((block) => block.kind)).toEqual(["comment"]);
    expect(got.codes).toEqual([]);
  });
});

describe("what links may lead to", () => {
  it("is titles, labels and targets, labels sharing what follows", () => {
    const { value } = read(
      ".. _a:\n.. _b: http://x\n\n.. _c:\n\nTitle\n=====\n\n.. _d:\n\ntext\n\n.. _e: http://y\n",
    );
    expect(Object.fromEntries(value.targets)).toEqual({
      a: { kind: "url", url: "http://x" },
      b: { kind: "url", url: "http://x" },
      c: { kind: "place", title: "Title" },
      title: { kind: "place", title: "Title" },
      d: { kind: "place", title: "d" },
      e: { kind: "url", url: "http://y" },
    });
  });
});

it("reads lines of another text as a fragment of it", () => {
  const { value } = readFragment([
    { text: "- a", source: "p.yaml", start: 40 },
    { text: "  b", source: "p.yaml", start: 50 },
  ]);
  expect(outline(value.blocks)).toEqual(["bullets", "  item", "    paragraph a / b"]);
  expect(value.blocks[0]?.span).toEqual({ source: "p.yaml", start: 40, end: 53 });
});
