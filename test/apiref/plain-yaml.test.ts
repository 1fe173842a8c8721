import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import { parsing, readPlain } from "../../generator/apiref/files/plain-yaml.js";
import { casesOf } from "../cases-of.js";

/** All that readers ask of a node; the last place in a range, behind comments, is nobody's. */
function plain(node: unknown): unknown {
  if (isPair(node)) return [plain(node.key), plain(node.value)];
  if (isMap(node) || isSeq(node)) {
    const { anchor, range, items } = node;
    return {
      kind: isMap(node) ? "map" : "list",
      anchor,
      start: range?.[0],
      items: items.map(plain),
    };
  }
  if (isScalar(node)) {
    const { value, type, source, anchor, range } = node;
    return { value, type, source, anchor, range: range?.slice(0, 2) };
  }
  return isAlias(node) ? { alias: node.source, range: node.range?.slice(0, 2) } : node;
}

function parsed(text: string) {
  const { contents, errors } = parseDocument(text, parsing);
  return { nodes: plain(contents), errors: errors.map(({ message }) => message) };
}

const entry = "a:\n  in: body\n  type: string\n";

test.each([
  [entry, "an entry"],
  [`# about\n\n${entry}\n  # more\n\n# end\n`, "comments and empty lines around"],
  ["a-b:c.d:\n  description: |\n    One.\n\n      * two\n\n\n    three\n  in: query\n", "a text"],
  ["a:\n  description: |\n    One.\n", "a text at the end of the file"],
  ["a: &x\n  in: body\nb:\n  <<: *x\n  min_version: 2.10\n", "anchors, aliases, and a version"],
  ["a:\n  required: True\n  enum: 12\n  in: a (b), c's [d] {e}\n", "words and whole numbers"],
  [`${entry}b:\n  in: "x: y"\n  enum:\n    - 1\n    - a\n${entry}`, "an entry for the parser"],
  ["a:\n  in: body # there\n", "a comment behind a word"],
  ["a:\n    in: body\n    description: >\n      One\n      line.\n", "another indentation"],
])("%j is read as the yaml package reads it (%s)", (text, _why) => {
  const made = readPlain(text);
  expect(made).toBeDefined();
  expect({ nodes: plain(made), errors: [] }).toEqual(parsed(text));
});

describe("what only the parser of the whole knows is left to it", () => {
  test.each([
    ["a:\n\tin: body\n", "a tab"],
    ["a:\r\n  in: body\r\n", "line ends of Windows"],
    ["- a\n", "a list"],
    ["--- \na:\n  in: body\n", "a mark between documents"],
    ["a:\n  in: 'x\nb:\n  in: y'\n", "a quote that another entry ends"],
    ['a:\n  <<: [*x]\nb:\n  in: "y"\n', "an alias in a list"],
    ["", "nothing"],
  ])("%j (%s)", (text, _why) => expect(readPlain(text)).toBeUndefined());
});

/** Lines as files have them, and such as mean something else than they look. */
const usual = ["  in: body", "  required: true", "  d: |", "    text", "      more", "", "# note"];
const odd =
  `  in: 'body'~  in: body # c~  in: body #c~  required: True~  in: null~  in: 2.10~  in: 12
  in: 007~  in: 1e3~  in: 0x1f~  in: a: b~  in: a:b~  in: a#b~  in: -~  in: - x~  in: *x~  in: .5
  in: [a, b]~  in: {a: b}~  in: a [b]~  in: yes~  in:~  <<: *x~  <<: *y~  d: >~  d: |-~  d: | # c
    text: x~    # no comment~   odd~  # comment~     ~  ~       ~  true: x~? a~---~...~%X~  in: x${" "}
  in: @x~  in: é~    - item~- item~  in: "a~  b"~'q':~a: b~  in : x~  in:  x~  a b: c~ b: c~b:c~<<: *x`
    .split(/[~\n]/)
    .filter((line) => line !== "");
const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...usual) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
);
const head = fc.constantFrom(
  "a:",
  "b:",
  "a: &x",
  "b-c:d:",
  "a: &x ",
  "null:",
  "a.b/c:",
  "# note",
  "",
);
const entries = fc.array(fc.tuple(head, fc.array(line, { maxLength: 7 })), { maxLength: 4 });

test("whatever stands there, both read the same, or the parser reads it alone", () => {
  let read = 0;
  fc.assert(
    fc.property(entries, fc.boolean(), (all, ended) => {
      const text = all.flat(2).join("\n") + (ended ? "\n" : "");
      const made = readPlain(text);
      if (made === undefined) return;
      read += 1;
      expect({ nodes: plain(made), errors: [] }).toEqual(parsed(text));
    }),
    { numRuns: casesOf(3000), endOnFailure: true },
  );
  expect(read).toBeGreaterThan(casesOf(3000) / 30);
});
