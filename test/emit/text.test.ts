import { expect, test } from "vitest";
import { jsdoc } from "../../generator/emit/text.js";

/** What stands in the block, by lines of at most 30 columns. */
function lines(words: string): readonly string[] {
  return jsdoc(words, 0, 33)
    .split("\n")
    .slice(1, -2)
    .map((line) => line.slice(3));
}

const long = "A first line of more columns than there are";

test.each([
  [
    "a paragraph is filled from its long line on",
    `Short line.\nThe next.\n${long}\nand a last\none.`,
    ["Short line.", "The next.", "A first line of more columns", "than there are and a last one."],
  ],
  ["lines that fit stay as they are", "Short line.\nAnother.", ["Short line.", "Another."]],
  [
    "a blank line ends it",
    `${long}\n\nNext.`,
    ["A first line of more columns", "than there are", "", "Next."],
  ],
  [
    "an item is filled with its own lines, which hang",
    `- ${long}\n  and more\n- next`,
    ["- A first line of more columns", "  than there are and more", "- next"],
  ],
  [
    "a numbered item, a heading, a quotation, a table and a tag are no prose",
    ["1. one", "# Title", "> said", "| a | b |", "@see it"]
      .map((next) => `${long}\n${next}`)
      .join("\n\n"),
    ["1. one", "# Title", "> said", "| a | b |", "@see it"].flatMap((next, index) => [
      ...(index === 0 ? [] : [""]),
      "A first line of more columns",
      "than there are",
      next,
    ]),
  ],
  [
    "a hard break ends the line",
    `${long}\\\nbelow`,
    ["A first line of more columns", "than there are\\", "below"],
  ],
  [
    "code is as it was, however long, and what follows it begins a line",
    `\`\`\`\n${long}\nnext\n\`\`\`\n${long}\nnext`,
    ["```", long, "next", "```", "A first line of more columns", "than there are next"],
  ],
  [
    "an indented block is code",
    `So:\n\n    ${long}\n    next`,
    ["So:", "", `    ${long}`, "    next"],
  ],
])("jsdoc: %s", (_why, words, expected) => {
  expect(lines(words)).toEqual(expected);
});

test.each([
  ["within the page", "See [Sorting](#sorting) first.", "See Sorting first."],
  ["with a query", "See [this](?expanded=a#b).", "See this."],
  [
    "elsewhere, which stays",
    "See [there](https://a.example/#b).",
    "See [there](https://a.example/#b).",
  ],
  ["that is none", "Not [a link] (#b) nor [c](d).", "Not [a link] (#b) nor [c](d)."],
])("a link %s", (_which, words, expected) => {
  expect(jsdoc(words)).toBe(`/** ${expected} */\n`);
});
