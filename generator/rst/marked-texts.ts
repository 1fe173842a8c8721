import type { Block } from "./blocks.js";
import { proseOf, type ProseText } from "./context.js";
import { forEachInlineText } from "./inline-texts.js";
import { isPlain } from "./plain-inline.js";
import { readStrictly, type StrictInline } from "./strict-inline.js";

/** A text with more inline markup than literals, as docutils reads it. */
export interface MarkedText {
  readonly prose: ProseText;
  readonly nodes: readonly StrictInline[];
}

/** `words `_ : a link to those who read it, but not to docutils. */
export const spaced = /\s`__?(?!\w)/;

/** The texts of `blocks` in which docutils looks something up or finds something amiss. */
export function markedTexts(blocks: readonly Block[]): readonly MarkedText[] {
  const found: MarkedText[] = [];
  forEachInlineText(blocks, (lines) => {
    const prose = proseOf(lines);
    if (isPlain(prose.text)) return;
    const nodes = readStrictly(prose.text);
    if (nodes.length > 0 || spaced.test(prose.text)) found.push({ prose, nodes });
  });
  return found;
}
