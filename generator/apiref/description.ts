import type { Block } from "../rst/blocks.js";
import { readCodes } from "./codes-prose.js";
import { isStrong, kindOfDirective, plainWords } from "./events.js";
import type { Scope } from "./operation-scope.js";

/**
 * The blocks that describe an operation: those of its section, before and behind the stanza, up to
 * the first list, sample or heading. Paragraphs of codes are read elsewhere and left out, and so
 * is the label of the list or sample that follows.
 */
export function descriptionBlocks(scope: Scope): readonly Block[] {
  const { section, method } = scope;
  const blocks = spliced(section?.blocks ?? []);
  const at = blocks.indexOf(method.directive);
  const previous = blocks.findLastIndex((block, index) => index < at && isMethod(block));
  const kept: Block[] = [];
  let pending = false;
  for (const block of blocks.slice(previous + 1)) {
    if (block.kind === "section") break;
    if (block.kind === "directive") {
      const kind = kindOfDirective(block);
      if (block === method.directive) continue;
      if (kind === "status") continue;
      if (kind === "method" || kind === "list" || kind === "include") {
        dropLabel(kept);
        break;
      }
    }
    if (block.kind === "paragraph") {
      const codes = readCodes(block.lines);
      pending = codes?.pending !== undefined;
      if (codes) continue;
    } else if (pending && (block.kind === "bullet-list" || block.kind === "block-quote")) {
      pending = false;
      continue;
    }
    kept.push(block);
  }
  return kept;
}

function isMethod(block: Block): boolean {
  return block.kind === "directive" && kindOfDirective(block) === "method";
}

/** Block quotes that hold stanzas are indentation by mistake: their blocks stand for themselves. */
function spliced(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "block-quote") return [block];
    const inner = spliced(block.blocks);
    const stanza = inner.some((each) => each.kind === "directive" && kindOfDirective(each));
    return stanza ? inner : [block];
  });
}

function dropLabel(kept: Block[]): void {
  const last = kept.at(-1);
  if (last?.kind !== "paragraph") return;
  const words = plainWords(last.lines);
  const label = words.length < 120 && (isStrong(last.lines) || words.endsWith(":"));
  if (label) kept.pop();
}
