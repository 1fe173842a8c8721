import type { Block, Line } from "../rst/blocks.js";
import { contextOf, type MarkdownContext } from "../rst/context.js";
import { passages } from "../rst/passages.js";
import { readFragment } from "../rst/read-document.js";
import { toMarkdown } from "../rst/to-markdown.js";
import type { Prose } from "./model.js";

const none: Prose = { markdown: "", passages: [] };

/** The prose of `blocks`, a part of the document that `context` is of, as CommonMark. */
export function proseOf(blocks: readonly Block[], context: MarkdownContext): Prose {
  if (blocks.length === 0) return none;
  return { markdown: toMarkdown(blocks, context), passages: passages(blocks, context) };
}

/** The prose of a text that stands in another file, such as a description in YAML. */
export function proseOfLines(lines: readonly Line[], docs: MarkdownContext): Prose {
  if (lines.every((line) => line.text === "")) return none;
  const { value } = readFragment(lines);
  return proseOf(value.blocks, contextOf(value, docs));
}
