import { expect, test } from "vitest";
import { read } from "./reading.js";

test.each<readonly [string, string, readonly string[], readonly string[]]>([
  [
    "its sections stand where it does, and what follows is not theirs",
    "A\n=\n\n.. only:: html\n\n   a\n\n   B\n   -\n\n   b\n\nc\n\nC\n-\n\nd\n",
    [
      "section 1 A",
      "  paragraph a",
      "  section 2 B",
      "    paragraph b",
      "  paragraph c",
      "  section 2 C",
      "    paragraph d",
    ],
    [],
  ],
  [
    "one within another",
    "A\n=\n\n.. only:: html\n\n   B\n   -\n\n   .. only:: not latex\n\n      C\n      ~\n\n      D\n      -\n\n      d\n\n   c\n",
    [
      "section 1 A",
      "  section 2 B",
      "    section 3 C",
      "  section 2 D",
      "    paragraph d",
      "  paragraph c",
    ],
    [],
  ],
  [
    "one that ends the file, with a heading of the outermost level",
    "A\n=\n\nB\n-\n\n.. only:: html\n\n   C\n   =\n\n   D\n   -\n\n   .. rest_method:: GET /d",
    ["section 1 A", "  section 2 B", "section 1 C", "  section 2 D", "    rest_method(GET /d)"],
    [],
  ],
  [
    "adornments of its own, which mean nothing outside",
    "A\n=\n\n.. only:: html\n\n   B\n   ~\n\n   C\n   ^\n\nD\n-\n\nE\n~\n",
    ["section 1 A", "  section 2 B", "    section 3 C", "  section 2 D", "    section 3 E"],
    [],
  ],
  [
    "a level that is skipped before it, not in it",
    "A\n=\n\nB\n-\n\nC\n~\n\nD\n=\n\n.. only:: html\n\n   E\n   ~\n\n   F\n   =\n\n   G\n   ~\n",
    [
      "section 1 A",
      "  section 2 B",
      "    section 3 C",
      "section 1 D",
      "  section 2 E",
      "section 1 F",
      "  section 2 G",
    ],
    [],
  ],
  [
    "no headings: a directive as any other",
    ".. only:: html\n\n   a\n",
    ["only(html)", "  paragraph a"],
    [],
  ],
  [
    "a heading in a note of it",
    ".. only:: html\n\n   .. note::\n\n      A\n      =\n",
    ["only(html)", "  note()", "    section 1 A"],
    ["heading-inside-block"],
  ],
  [
    "in a note",
    ".. note::\n\n   .. only:: html\n\n      A\n      =\n",
    ["note()", "  section 1 A"],
    ["heading-inside-block"],
  ],
])("only: %s", (_why, text, outline, codes) => {
  const got = read(text);
  expect(got.outline).toEqual(outline);
  expect(got.codes).toEqual(codes);
});

test("only: an included file goes on with its levels", () => {
  const got = read({
    "index.rst": "A\n=\n\n.. only:: html\n\n   B\n   -\n\n   .. include:: c.inc\n",
    "c.inc": "C\n~\n\n.. only:: html\n\n   D\n   -\n\n   d\n",
  });
  expect(got.outline).toEqual([
    "section 1 A",
    "  section 2 B",
    "    section 3 C",
    "  section 2 D",
    "    paragraph d",
  ]);
  expect(got.codes).toEqual([]);
});

test("only: each section ends with its last line", () => {
  const text = "A\n=\n\n.. only:: html\n\n   B\n   -\n\n   b\n\nc\n\nC\n-\n";
  const [outer] = read(text).value.blocks;
  const sections = outer?.kind === "section" ? [outer, ...outer.blocks] : [];
  const said = sections.map(({ span }) => text.slice(span.start, span.end));
  expect(said).toEqual([text.trimEnd(), "B\n   -\n\n   b", "c", "C\n-"]);
});
