import type { Block, Directive } from "../../rst/blocks.js";
import type { PageIds } from "./page-ids.js";

/** Whether a block is the stanza of an operation. */
export function isMethod(block: Block): block is Directive {
  return block.kind === "directive" && block.name.toLowerCase() === "rest_method";
}

/** The blocks that a block holds, sections aside. */
export function heldBy(block: Block): readonly Block[] {
  switch (block.kind) {
    case "directive":
    case "block-quote":
      return block.blocks;
    case "bullet-list":
    case "enumerated-list":
    case "definition-list":
      return block.items.flatMap((item) => item.blocks);
    case "field-list":
      return block.fields.flatMap((field) => field.blocks);
    case "table":
      return [...block.header, ...block.rows].flat().flatMap((cell) => cell.blocks);
    default:
      return [];
  }
}

/** The identifiers that stand at a block or in it, in the order of the page. */
export function innerIds(block: Block, page: PageIds): readonly string[] {
  return [...page.ofBlock(block), ...heldBy(block).flatMap((inner) => innerIds(inner, page))];
}
