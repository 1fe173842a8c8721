import { descriptionBlocks } from "../apiref/description.js";
import { kindOfDirective } from "../apiref/events.js";
import type { Operation } from "../apiref/model.js";
import { isLabel } from "../apiref/labels.js";
import { isStrong, plainWords } from "../apiref/events.js";
import type { Scope } from "../apiref/operations/operation-scope.js";
import { titleOf } from "../apiref/prose/titles.js";
import { saysCodes } from "../apiref/stanzas/codes/codes-prose.js";
import { readCodesTable } from "../apiref/stanzas/codes/codes-table.js";
import { kindOfTable, saysParameters } from "../apiref/stanzas/parameter-table.js";
import type { SiteId, SiteNote } from "../emit/site/source.js";
import type { Block, Section } from "../rst/blocks.js";
import { isCodeList, restOfCodeList } from "./code-items.js";
import { placeOfStanza } from "./operation-names.js";
import type { PageIds } from "./ids/page-ids.js";
import { innerIds, isMethod } from "./ids/nested.js";

/** What of the section of an operation the document has no place for. */
export interface OperationRest {
  readonly ids: readonly SiteId[];
  readonly notes: readonly SiteNote[];
  /** Sections within it that are operations of their own: a heading has slipped. */
  readonly others: readonly Section[];
}

/** Reads the section of an operation; `write` makes CommonMark of what is left of it. */
export function restOfOperation(
  section: Section,
  scope: Scope | undefined,
  said: Operation,
  page: PageIds,
  write: (blocks: readonly Block[]) => string,
): OperationRest {
  const own = page.ofSection(section);
  const ids: SiteId[] = [
    ...own.heading.map((id): SiteId => ({ id, at: "heading" })),
    ...own.button.map((id): SiteId => ({ id, at: "button" })),
    ...own.detail.map((id): SiteId => ({ id, at: "detail" })),
  ];
  const notes: SiteNote[] = [];
  const others: Section[] = [];
  const described = new Set(scope === undefined ? [] : descriptionBlocks(scope));
  const shown = new Set(said.samples.filter(isJson).map(({ span }) => placeOfStanza(span)));
  const visit = (blocks: readonly Block[], at: SiteId["at"], title: string | undefined): void => {
    const left: Block[] = [];
    const flush = (): void => {
      const markdown = write(left.splice(0));
      if (markdown !== "") notes.push({ side: sideOf(at), markdown });
    };
    const heading = title !== undefined && { title };
    for (const [index, block] of blocks.entries()) {
      if (block.kind === "section") {
        flush();
        if (block.blocks.some(isMethod)) {
          others.push(block);
          continue;
        }
        const words = titleOf(block);
        const part = partOf(words) ?? (at === "heading" ? "prose" : at);
        for (const id of page.ofSection(block).heading) ids.push({ id, at: part, title: words });
        const before = notes.length;
        visit(block.blocks, part, words);
        if (partOf(words) === undefined) addHeading(notes, before, part, words);
        continue;
      }
      for (const id of innerIds(block, page))
        ids.push({ id, at: at === "heading" ? "prose" : at, ...heading });
      if (described.has(block) || isSaid(block, blocks[index - 1], blocks[index + 1], shown))
        continue;
      if (!isCodeList(block, blocks[index - 1])) {
        left.push(block);
        continue;
      }
      flush();
      const rest = restOfCodeList(block, blocks[index - 1]);
      if (rest !== undefined) notes.push({ side: "response", markdown: write([rest]) });
    }
    flush();
  };
  visit(section.blocks, "heading", undefined);
  return { ids, notes, others };
}

function addHeading(notes: SiteNote[], from: number, at: SiteId["at"], title: string): void {
  const [first] = notes.slice(from, from + 1);
  const markdown = `**${title.replaceAll("*", "\\*")}**`;
  if (first === undefined) return;
  notes[from] = { ...first, side: sideOf(at), markdown: `${markdown}\n\n${first.markdown}` };
}

/** The part of an operation that a heading speaks of. */
function partOf(title: string): "request" | "response" | "example" | undefined {
  if (/\b(?:examples?|samples?)\b/i.test(title)) return "example";
  if (/\bresponses?\b|\bstatus\b/i.test(title)) return "response";
  return /\b(?:requests?|parameters?)\b/i.test(title) ? "request" : undefined;
}

function sideOf(at: SiteId["at"]): SiteNote["side"] {
  return at === "request" || at === "response" ? at : "both";
}

function isJson({ sample }: Operation["samples"][number]): boolean {
  return sample.kind === "json" || sample.kind === "broken" || sample.kind === "missing";
}

/** Whether the document says what a block says: stanzas, codes, samples, and the labels above them. */
function isSaid(
  block: Block,
  before: Block | undefined,
  after: Block | undefined,
  samples: ReadonlySet<string>,
): boolean {
  switch (block.kind) {
    case "directive": {
      const kind = kindOfDirective(block);
      if (kind === "method" || kind === "list" || kind === "status") return true;
      if (kind !== undefined) return samples.has(placeOfStanza(block.span));
      return block.blocks.length === 1 && isTableSaid(block.blocks[0], before);
    }
    case "literal-block":
      return samples.has(placeOfStanza(block.span));
    case "paragraph":
      if (saysCodes(block.lines)) return true;
      return leadsTo(after, samples) && isCaption(plainWords(block.lines), isStrong(block.lines));
    case "table":
      return isTableSaid(block, before);
    case "comment":
      return true;
    default:
      return false;
  }
}

/** Whether words above a sample or a list only name it: they are the name of the example, or nothing. */
function isCaption(words: string, strong: boolean): boolean {
  if (!isLabel(words, strong)) return false;
  return strong || words.split(" ").length < 3;
}

function isTableSaid(block: Block | undefined, before: Block | undefined): boolean {
  if (block?.kind !== "table") return false;
  const label = before?.kind === "paragraph" ? plainWords(before.lines) : "";
  const says = saysParameters(block.title ?? "") || (label.length < 120 && saysParameters(label));
  return readCodesTable(block, undefined) !== undefined || kindOfTable(block, says) === "read";
}

/** Whether a list or a sample follows, for which a label above it speaks. */
function leadsTo(block: Block | undefined, samples: ReadonlySet<string>): boolean {
  if (block?.kind === "literal-block") return samples.has(placeOfStanza(block.span));
  if (block?.kind !== "directive") return false;
  const kind = kindOfDirective(block);
  return kind === "list" || kind === "status" || samples.has(placeOfStanza(block.span));
}
