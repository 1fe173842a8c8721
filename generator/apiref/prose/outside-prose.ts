import type { Block, RstDocument, Section } from "../../rst/blocks.js";
import type { MarkdownContext } from "../../rst/inline/context.js";
import type { Prose } from "../model.js";
import { proseOf } from "./prose.js";

/**
 * The prose of `document` that no operation and no chapter description has: one piece for the text
 * of each section, in the order of the docs. `taken` are the places of sections read elsewhere;
 * `owned` those that are operations, with all below them. Places, not sections: a file that is
 * included twice makes two sections of one text.
 */
export function outsideProse(
  document: RstDocument,
  context: MarkdownContext,
  taken: ReadonlySet<string>,
  owned: ReadonlySet<string>,
): readonly Prose[] {
  const found: Prose[] = [];
  const visit = (blocks: readonly Block[], read: boolean, title?: string): void => {
    const own = blocks.filter((block) => block.kind !== "section");
    if (!read && own.length > 0) {
      const prose = proseOf(own, context);
      if (prose.markdown !== "") found.push(title === undefined ? prose : { ...prose, title });
    }
    for (const block of blocks) {
      if (block.kind === "section" && !owned.has(placeOfSection(block)))
        visit(block.blocks, taken.has(placeOfSection(block)), block.title);
    }
  };
  visit(document.blocks, false);
  return found;
}

/** Where a section stands in the sources, as a key. */
export function placeOfSection(section: Section): string {
  return `${section.titleSpan.source}:${section.titleSpan.start}`;
}
