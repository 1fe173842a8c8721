import type { Block, RstDocument, Section } from "../rst/blocks.js";
import type { MarkdownContext } from "../rst/context.js";
import type { Prose } from "./model.js";
import { proseOf } from "./prose.js";

/**
 * The prose of `document` that no operation and no chapter description has: one piece for the text
 * of each section, in the order of the docs. `taken` are the sections read elsewhere; `owned` those
 * that are operations, with all below them.
 */
export function outsideProse(
  document: RstDocument,
  context: MarkdownContext,
  taken: ReadonlySet<Section>,
  owned: ReadonlySet<Section>,
): readonly Prose[] {
  const found: Prose[] = [];
  const visit = (blocks: readonly Block[], read: boolean): void => {
    const own = blocks.filter((block) => block.kind !== "section");
    if (!read && own.length > 0) {
      const prose = proseOf(own, context);
      if (prose.passages.length > 0) found.push(prose);
    }
    for (const block of blocks) {
      if (block.kind === "section" && !owned.has(block)) visit(block.blocks, taken.has(block));
    }
  };
  visit(document.blocks, false);
  return found;
}
