import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { isPlain } from "../../generator/rst/inline/plain-inline.js";
import { readStrictly } from "../../generator/rst/inline/strict-inline.js";
import { casesOf } from "../cases-of.js";

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
  ["2 * 3", "times", []],
  ["a `` b", "a space behind the mark of a literal", []],
  ["a _` b", "behind that of a target", []],
  ["a | b", "behind a bar", []],
  ["a []_ b", "no label", []],
  ["``a `` *b``", "a space before the mark does not end a literal", []],
  ["`b `_ c`_", "nor a phrase", ["reference `b `_ c`_"]],
  ["`b\\ `_ c", "an escaped space is none", ["reference `b\\ `_"]],
  ["`b \\`_ c`_", "an escaped backquote ends nothing", ["reference `b \\`_ c`_"]],
  ["x:a:`b`_", "a role inside a word is none", ["reference `b`_"]],
  ['":a:`" b`', "behind a role no mark is quoted", ['role :a:`" b`']],
  ["`<b>`_", "an address alone", ["named `<b>`_"]],
  ["`a <b_c>`_", "an underscore within", ["named `a <b_c>`_"]],
  ["`a <b:c_>`_ `a <b@c_>`_", "addresses", ["named `a <b:c_>`_", "named `a <b@c_>`_"]],
  ["`a <1b:c_>`_", "no scheme begins with a digit", ["alias `a <1b:c_>`_"]],
  ["`a < b>`_", "a space in the brackets", ["reference `a < b>`_"]],
  ["`a <b>c>`_", "a bracket in the brackets", ["reference `a <b>c>`_"]],
  ["`a <b\\>c>`_", "escaped", ["named `a <b\\>c>`_"]],
  ["`a b<c>`_", "a space, but not before the address", ["reference `a b<c>`_"]],
  ["`a b>`_", "one bracket", ["reference `a b>`_"]],
  ["§*a", "behind a sign that docutils leaves out", []],
])("%j: %s", (text, _why, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each<[string, string, readonly (readonly [string, unknown?])[]]>([
  // text                     why                                what is looked up, and whether in turn
  [
    "a_ b__",
    "names",
    [
      ["a", false],
      ["b", true],
    ],
  ],
  [
    "`a b`_ `c`__",
    "phrases",
    [
      ["a b", false],
      ["c", true],
    ],
  ],
  ["|a|_ |b|__", "substitutions", [["a"], ["a", false], ["b"], ["b", true]]],
  [
    "`a\\ b`_ `a\\\nb`_ `a\\*b`_",
    "escapes",
    [
      ["ab", false],
      ["ab", false],
      ["a*b", false],
    ],
  ],
  ["`a  <b>`_ `<c>`_", "links", [["a → b"], ["c → c"]]],
  ["`a <b_>`_ `<c_>`_", "that lead on", [["a → b"], ["c → c"]]],
  ["`a <b_>`__", "without a name", [["b", false]]],
  ["_`a\\ b`", "a target", [["ab"]]],
])("%j: %s", (text, _why, expected) => {
  const found = readStrictly(text).map((node) => {
    if (node.kind === "reference") return [node.name, node.anonymous];
    if (node.kind === "named") return [`${node.name} → ${node.address}`];
    if (node.kind === "alias") return [`${node.name} → ${node.to}`];
    return "name" in node ? [node.name] : [];
  });
  expect(found).toEqual(expected);
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
    { numRuns: casesOf(3000) },
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
