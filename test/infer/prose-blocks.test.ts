import { expect, test } from "vitest";
import { proseBlocks, type ProseBlock } from "../../generator/infer/words/prose-blocks.js";

const text = (words: string): ProseBlock => ({ kind: "text", text: words });
const bullets = (...items: readonly string[]): ProseBlock => ({ kind: "bullets", items });

test.each<[string, string, readonly ProseBlock[]]>([
  // why                             prose                              blocks
  ["nothing", "", []],
  ["a sentence over two lines", "One\ntwo.", [text("One two.")]],
  ["two paragraphs", "One.\n\nTwo.", [text("One."), text("Two.")]],
  ["bullets right below a line", "These:\n- a\n- b", [text("These:"), bullets("a", "b")]],
  ["bullets apart from each other", "- a\n\n- b\n", [bullets("a", "b")]],
  ["each sign of a bullet", "- a\n* b\n+ c", [bullets("a", "b", "c")]],
  ["an item over two lines", "- a\n  b\n- c", [bullets("a b", "c")]],
  ["an item of two paragraphs", "- a\n\n  b\n- c", [bullets("a b", "c")]],
  ["a list inside an item", "- a\n  - b\n- c", [bullets("a - b", "c")]],
  ["text behind bullets", "- a\n\nThen.", [bullets("a"), text("Then.")]],
  ["two lists with text between", "- a\n\nOr:\n\n- b", [bullets("a"), text("Or:"), bullets("b")]],
  ["a hyphen without a blank is no bullet", "-a", [text("-a")]],
  ["blanks everywhere", "  a \t  b  ", [text("a b")]],
])("%s", (_why, prose, blocks) => {
  expect(proseBlocks(prose)).toEqual(blocks);
});
