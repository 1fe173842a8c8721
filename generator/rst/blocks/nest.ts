import type { Block } from "../blocks.js";
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
    const { title, titleSpan, level, span } = done.heading;
    let end = span.end;
    for (const block of done.blocks) {
      if (block.span.source === span.source) end = Math.max(end, block.span.end);
    }
    const section = { ...span, end };
    (open.at(-1)?.blocks ?? top).push({
      kind: "section",
      title,
      titleSpan,
      level,
      span: section,
      blocks: done.blocks,
    });
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
