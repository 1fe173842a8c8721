import { RememberedBy } from "../../collections/remembered.js";
import type { Block, Section } from "../blocks.js";
import type { Flat, Heading } from "../reader.js";

/**
 * Puts what follows each heading into its section; a section ends before a heading of its own level
 * or above. Sections that are made already find their place so, and what follows them is not theirs.
 */
export function nest(flat: readonly Flat[]): Block[] {
  interface Open {
    readonly heading: Heading;
    readonly blocks: Block[];
  }
  const top: Block[] = [];
  const open: Open[] = [];
  const close = (): void => {
    const done = open.pop();
    if (done === undefined) return;
    const { heading, blocks } = done;
    const section = sections.of(heading, blocks, () => sectionOf(heading, blocks));
    (open.at(-1)?.blocks ?? top).push(section);
  };
  for (const block of flat) {
    if (block.kind === "heading") {
      while ((open.at(-1)?.heading.level ?? 0) >= block.level) close();
      open.push({ heading: block, blocks: [] });
    } else {
      if (block.kind === "section")
        while ((open.at(-1)?.heading.level ?? 0) >= block.level) close();
      (open.at(-1)?.blocks ?? top).push(block);
    }
  }
  while (open.length > 0) close();
  return top;
}

/** Where a heading was taken over with all that follows it, its section is the one that it was. */
const sections = new RememberedBy<Section>();

function sectionOf({ title, titleSpan, level, span }: Heading, blocks: Block[]): Section {
  let end = span.end;
  for (const block of blocks) {
    if (block.span.source === span.source) end = Math.max(end, block.span.end);
  }
  return { kind: "section", title, titleSpan, level, span: { ...span, end }, blocks };
}
