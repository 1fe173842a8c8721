import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { misplacedTransition } from "../../diagnostics/rules/misplaced-transition.js";
import type { Block } from "../../rst/blocks.js";

/**
 * Transitions that divide nothing (docutils' `misc.Transitions`): first in a document or section, next to another,
 * or with nothing behind them up to the end of the document.
 */
export function misplacedTransitions(
  blocks: readonly Block[],
  isEnd = true,
): readonly Diagnostic[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const isLast = isEnd && index === blocks.length - 1;
    if (block.kind === "section") return misplacedTransitions(block.blocks, isLast);
    if (block.kind !== "transition") return [];
    const fault =
      before === undefined
        ? "first"
        : before.kind === "transition"
          ? "twice"
          : isLast
            ? "last"
            : undefined;
    return fault === undefined ? [] : [report(misplacedTransition, block.span, { fault })];
  });
}
