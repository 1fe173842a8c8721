import { expect, test } from "vitest";
import { readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** The line of each fault of a table, and what is said of it. */
function found(lines: readonly string[], before = ""): readonly (readonly [string, string])[] {
  const text = `${lines.map((line) => (line === "" ? "" : before + line)).join("\n")}\n`;
  const { diagnostics } = readDocument(memoryTree({ "a.rst": text }), "a.rst");
  return diagnostics.flatMap(({ code, span, message }) =>
    code === "malformed-table" && span
      ? [[text.slice(span.start, span.end), message.replace("the table ", "")] as const]
      : [],
  );
}

const gap = "has words in the gap between its columns";
const end = "does not end as it begins";

// Each was read by docutils 0.19, which shows an error in its place.
test.each<[string, readonly string[], string, string]>([
  ["words in a gap", ["==  ==", "a   b", "==  ==", "cde d", "==  =="], "cde d", gap],
  ["in a second line", ["==  ==", "a   b", " xyz", "==  =="], "xyz", gap],
  ["below hyphens", ["==  ==  ==", "abcdefg  h", "------  --", "==  ==  =="], "abcdefg  h", gap],
  [
    "a shorter border",
    ["==  ==", "a   b", "==  =", "c   d", "==  =="],
    "==  =",
    "has a border that is not as long as its first",
  ],
  [
    "a border without a gap",
    ["==  ==", "a   b", "===="],
    "====",
    "has a border that is not as long as its first",
  ],
  [
    "a row above one that hyphens close",
    ["==  ==  ==", "abcdef  h", "a span  b", "------  --", "==  ==  =="],
    "abcdef  h",
    gap,
  ],
  [
    "another sign for an edge",
    ["+---+", "| a x", "+---+"],
    "| a x",
    "has a line without its right edge",
  ],
  ["no end", ["==  ==", "a   b"], "==  ==", end],
  ["no blank line behind it", ["==  ==", "a   b", "==  ==", "c   d"], "==  ==", end],
  [
    "a hyphen for a value",
    ["==  ==", "a   b", "-", "==  =="],
    "-",
    "has a line that does not end with its last column",
  ],
  [
    "hyphens that end too early",
    ["==  ==  ==", "a", "---  ---", "==  ==  =="],
    "---  ---",
    "has a line that does not end with its last column",
  ],
  [
    "a border beside a column",
    ["==  ==", "a   b", "== ===", "c   d", "==  =="],
    "== ===",
    "has a line whose parts are not its columns",
  ],
  [
    "no right edge",
    ["+---+---+", "| a | b", "+---+---+"],
    "| a | b",
    "has a line without its right edge",
  ],
  [
    "a longer line",
    ["+---+---+", "| a | bc |", "+---+---+"],
    "| a | bc |",
    "has a line without its right edge",
  ],
  ["no bottom", ["+---+---+", "| a | b |", "+---+   |"], "+---+---+", end],
  [
    "rows below the last border",
    ["+---+---+", "| a | b |", "+---+---+", "| c | d |"],
    "+---+---+",
    end,
  ],
  [
    "an edge that breaks off",
    [
      "+---+---+---+",
      "| a     | b |",
      "+---+---+   |",
      "| c | d |   |",
      "+---+---x---+",
      "| e | f | g |",
      "+---+---+---+",
    ],
    "+---+---+---+",
    "has a cell whose borders do not meet",
  ],
  [
    "two headings",
    ["+---+", "| a |", "+===+", "| b |", "+===+", "| c |", "+---+"],
    "+===+",
    "has a second line of = signs",
  ],
])("%s", (_why, lines, at, said) => {
  expect(found(lines)).toEqual([[at, said]]);
  expect(found(lines, "  ")).toEqual([[at, said]]);
});

test.each([
  ["words beyond the last column", ["==  ==", "a   b and more", "==  =="]],
  ["a first column without words", ["==  ==", "a   b", "    c", "", "    d", "==  =="]],
  [
    "hyphens that join columns",
    ["==  ==  ==", "a span  b", "------  --", "c   d   e", "==  ==  =="],
  ],
  ["hyphens that join all", ["==  ==", "abcdef", "------", "c   d", "==  =="]],
  ["wider words below hyphens", ["==  ==", "abcdefgh", "------", "c   d", "==  =="]],
  ["a blank line within", ["==  ==", "a   b", "", "c   d", "==  =="]],
  ["words behind its end", ["==  ==", "a   b", "==  ==", "c   d", "==  ==", "e"]],
  ["words before its first row, which are lost", ["==  ==", "  xx", "--  --", "a   b", "==  =="]],
  ["more words beyond the last column", ["==  ==", "a   b", "    cdefg", "==  =="]],
  ["wide signs, which are not counted", ["==  ==", "\u4e2d\u6587\u4e2d b", "==  =="]],
  ["a tab, likewise", ["==  ==", "a\tb", "==  =="]],
  [
    "cells over columns and rows",
    ["+---+---+", "| a | b |", "|   +---+", "|   | c |", "+---+---+", "| d     |", "+-------+"],
  ],
  ["a heading", ["+---+---+", "| a | b |", "+===+===+", "| c | d |", "+---+---+"]],
  ["a plus sign in a cell", ["+---+---+", "| + | b |", "+---+---+"]],
  ["one border alone, an empty table", ["+---+---+"]],
])("nothing in a table with %s", (_why, lines) => {
  expect(found(lines)).toEqual([]);
});
