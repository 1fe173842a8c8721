import { rememberingOf } from "../../collections/remembered.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { rawMarkup } from "../../diagnostics/rules/raw-markup.js";
import type { Block } from "../../rst/blocks.js";
import { forEachText } from "../../rst/inline/context.js";

/** Markup for one kind of output, which no output of ours takes over. */
export function rawMarkups(blocks: readonly Block[]): readonly Diagnostic[] {
  return blocks.flatMap(rawIn);
}

const rawIn = rememberingOf((outer: Block): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  forEachText(
    [outer],
    () => undefined,
    (block) => {
      if (block.kind !== "directive" || block.name.toLowerCase() !== "raw") return;
      const format = block.argument[0]?.text.trim() ?? "";
      found.push(report(rawMarkup, block.span, { format }));
    },
  );
  return found;
});
