import { readCodeItem, readCodes } from "../apiref/stanzas/codes/codes-prose.js";
import type { Block, ListItem } from "../rst/blocks.js";

/** Whether a list stands below a label of codes that names none itself: `Error codes:`. */
export function isCodeList(block: Block, before: Block | undefined): boolean {
  return isList(block) && before?.kind === "paragraph" && kindBelow(before) !== undefined;
}

/**
 * What of such a list a document has no place for: items that are no code, and those that hold more
 * than its reason, such as a list of cases. `undefined` where that is nothing.
 */
export function restOfCodeList(block: Block, before: Block | undefined): Block | undefined {
  const kind = before?.kind === "paragraph" ? kindBelow(before) : undefined;
  if (kind === undefined) return undefined;
  const isRead = (blocks: readonly Block[]): boolean => {
    const [first, ...more] = blocks;
    if (first?.kind !== "paragraph" || readCodeItem(first.lines, kind).length === 0) return false;
    // A code by itself, and its reason below it.
    return more.length === 0 || (more.length === 1 && more[0]?.kind === "paragraph");
  };
  const rest = (items: readonly ListItem[]) => items.filter(({ blocks }) => !isRead(blocks));
  switch (block.kind) {
    case "bullet-list":
    case "enumerated-list": {
      const items = rest(block.items);
      return items.length === 0 ? undefined : { ...block, items };
    }
    case "block-quote": {
      const blocks = block.blocks.flatMap((inner) =>
        isList(inner) ? (restOfCodeList(inner, before) ?? []) : isRead([inner]) ? [] : [inner],
      );
      return blocks.length === 0 ? undefined : { ...block, blocks };
    }
    default:
      return undefined;
  }
}

function isList({ kind }: Block): boolean {
  return kind === "bullet-list" || kind === "enumerated-list" || kind === "block-quote";
}

function kindBelow({ lines }: Extract<Block, { kind: "paragraph" }>) {
  return readCodes(lines)?.pending;
}
