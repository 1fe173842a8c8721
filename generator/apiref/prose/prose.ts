import type { Block } from "../../rst/blocks.js";
import type { MarkdownContext } from "../../rst/inline/context.js";
import { passages } from "../../rst/markdown/passages.js";
import { toMarkdown } from "../../rst/markdown/to-markdown.js";
import type { Prose } from "../model.js";

/** The prose of no words. */
export const noProse: Prose = { markdown: "", passages: [] };

/** The prose of `blocks`, a part of the document that `context` is of, as CommonMark. */
export function proseOf(blocks: readonly Block[], context: MarkdownContext): Prose {
  if (blocks.length === 0) return noProse;
  return { markdown: toMarkdown(blocks, context), passages: passages(blocks, context) };
}
