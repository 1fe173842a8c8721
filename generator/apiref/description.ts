import type { Block } from "../rst/blocks.js";
import { codeOfField, codesLabels } from "./stanzas/codes/codes-label.js";
import { readCodeItem, readCodes } from "./stanzas/codes/codes-prose.js";
import { readCodesTable } from "./stanzas/codes/codes-table.js";
import { isStrong, kindOfDirective, plainWords } from "./events.js";
import type { Status } from "./model.js";
import { kindOfTable, saysParameters } from "./stanzas/parameter-table.js";
import type { Scope } from "./operations/operation-scope.js";

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
  let pending: Status["kind"] | undefined;
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
      const below = pending !== undefined && readCodeItem(block.lines, pending).length > 0;
      if (!below) pending = codes?.pending;
      if (codes !== undefined || below) continue;
    } else if (listsParameters(block, kept.at(-1))) {
      dropLabel(kept);
      break;
    } else if (saysCodes(block, pending)) {
      pending = undefined;
      continue;
    }
    kept.push(block);
  }
  return kept;
}

/** Whether a list or table lists codes: below a label, or by its own words. */
function saysCodes(block: Block, pending: Status["kind"] | undefined): boolean {
  switch (block.kind) {
    case "bullet-list":
    case "enumerated-list":
    case "block-quote":
      return pending !== undefined;
    case "definition-list":
      return pending !== undefined || block.items.some(({ term }) => readCodes([term]));
    case "field-list":
      return block.fields.some(
        ({ name }) => codesLabels(name).length > 0 || codeOfField(name) !== undefined,
      );
    case "directive":
      return block.blocks.some((inner) => inner.kind === "table" && saysCodes(inner, pending));
    case "table":
      return readCodesTable(block, pending) !== undefined;
    default:
      return false;
  }
}

/** Whether a table is read as a list of parameters. */
function listsParameters(block: Block, above: Block | undefined): boolean {
  if (block.kind === "directive") return block.blocks.some((each) => listsParameters(each, above));
  if (block.kind !== "table") return false;
  const label = above?.kind === "paragraph" ? plainWords(above.lines) : "";
  return kindOfTable(block, label.length < 120 && saysParameters(label)) === "read";
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
