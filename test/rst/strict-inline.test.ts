import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { isPlain } from "../../generator/rst/plain-inline.js";
import { readStrictly } from "../../generator/rst/strict-inline.js";

/** What docutils 0.19 says of `text`: its kinds in order, each with the words it is about. */
function read(text: string): readonly string[] {
  return readStrictly(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

test.each<[string, string, readonly string[]]>([
  // text                           why                                            what docutils finds
  ["an *open word", "emphasis", ["endless *"]],
  ["an **open word", "strong", ["endless **"]],
  ["an ``open word", "a literal", ["endless ``"]],
  ["an `open word", "interpreted text", ["endless `"]],
  ["an |open word", "a substitution", ["endless |"]],
  ["an _`open word", "an inline target", ["endless _`"]],
  ["*open", "where the text begins", ["endless *"]],
  ["*", "nothing but a mark", ["endless *"]],
  ["-*open", "behind a delimiter", ["endless *"]],
  ["“*open", "behind a quote", ["endless *"]],
  ["a *b and *c", "each that begins", ["endless *", "endless *"]],
  ["***x", "strong, and then emphasis where the text goes on", ["endless **", "endless *"]],
  ["****", "strong around nothing", ["endless **", "endless **"]],
  ["``x``s", "a word goes on behind it", ["endless ``"]],
  ["**x**s and *y*", "one end does not serve both", ["endless **"]],
  ["*x *", "a space before the mark", ["endless *"]],
  ["*x\\*", "an escaped mark ends nothing", ["endless *"]],
  ["``x\\``", "a literal knows no escapes", []],
  ["*x*\\ s", "an escaped space joins", []],
  ["*x*.", "punctuation behind it", []],
  ["*one\ntwo*", "over the end of a line", []],
  ["2 * 3 ** 4 | 5", "with a space behind it", []],
  ["2*3 a|b c`d", "inside words", []],
  ["x* y** z`", "behind words", []],
  ["\"*\" (*) '**' <`> [|]", "quoted", []],
  ['"*x', "quoted on one side only", ["endless *"]],
  ["\\*x \\`y \\|z", "escaped", []],
  ["``*args`` and ``|``", "inside literals", []],
  ["``*x", "inside a literal without end", ["endless ``", "endless *"]],
  ["__init__ and _x_", "names", []],
  ["||", "two bars", []],
  ["`x`_ `x y`__", "phrases", ["reference `x`_", "reference `x y`__"]],
  ["`x <http://a>`_ `y <http://a>`__", "addresses", ["named `x <http://a>`_"]],
  ["`x<http://a>`_", "no space before the address", ["reference `x<http://a>`_"]],
  ["`x \\<a>`_", "an escaped bracket", ["reference `x \\<a>`_"]],
  ["_`x y`", "a target", ["target _`x y`"]],
  [
    "[1]_ [#]_ [#a]_ [*]_ [A.1]_",
    "footnotes",
    ["1", "#", "#a", "*", "A.1"].map((label) => `footnote [${label}]_`),
  ],
  ["x[1]_ [1] [a b]_", "no footnotes", []],
  [":a:`x` `x`:a:", "roles", ["role :a:`x`", "role `x`:a:"]],
  ["`x <y_>`_ `x <y_>`__", "other names", ["alias `x <y_>`_", "reference `x <y_>`__"]],
  ["`x <http://y_>`_ `x <y\\_>`_", "addresses", ["named `x <http://y_>`_", "named `x <y\\_>`_"]],
  ["a-b_ (c.d__)", "names", ["reference a-b_", "reference c.d__"]],
  ["=a-b_ a_b a__b_ _a_ ___", "only what may begin there", ["reference b_"]],
  ["|a| |b|_", "substitutions", ["substitution |a|", "substitution |b|_", "reference |b|_"]],
  [":a:`x", "a role without end", ["endless `"]],
])("%j: %s", (text, _why, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ["what nothing ends", " *a **b ``c `d |e _`f"],
  ["ends that end nothing", " *a*s ``b``s"],
  ["roles without a name", ":a"],
  ["brackets", "[1"],
  ["phrases", " `a <b `_"],
  ["spaces", "`a" + " ".repeat(30) + "<b"],
])("a hundred thousand times %s is read in one go", (_what, text) => {
  expect(readStrictly(text.repeat(100_000 / text.length)).length).toBeLessThan(100_000);
});

test("what is plain holds nothing to find", () => {
  const parts = ["``", "**", "*", "`", " ", "a", "(", ")", ".", "``a``", "**b**", "\n", "|", "]_"];
  assert(
    property(array(constantFrom(...parts), { maxLength: 12 }), (words) => {
      const text = words.join("").trim();
      expect(isPlain(text) ? readStrictly(text) : []).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  expect(isPlain("**Use** ``a`` (``b``), 2 * 3.")).toBe(true);
});

test.each([
  // text       why
  ["``a ``", "a space before the end"],
  ["x``a``", "a word before it"],
  ["``a``s", "a word behind it"],
  ["(``)``", "quoted"],
  ["``a", "no end"],
  ["*a*", "emphasis is left to the strict reader"],
  ["a |b", "a bar"],
  ["[1]_", "a footnote"],
  ["\\``a``", "escaped"],
])("%j is not surely plain: %s", (text) => {
  expect(isPlain(text)).toBe(false);
});
