import { addTo } from "../../collections/groups.js";
import type { ApiModel, ChapterModel, OperationModel } from "../../openapi/model.js";
import { kebabCase, Names } from "../../openapi/words.js";
import type { SiteChange } from "./changes.js";
import type { ChapterBlock, OperationBlock, SiteBlock, SiteFinding, SiteSource } from "./source.js";

/** What every page of a site needs to know of the others. */
export interface Site {
  readonly model: ApiModel;
  readonly source: SiteSource;
  readonly title: string;
  /** The path of the page of a chapter, by the name of the chapter: `servers.html`. */
  readonly chapterPages: ReadonlyMap<string, string>;
  /** The chapters of each page, in the order of the docs. */
  readonly chaptersOf: ReadonlyMap<string, readonly ChapterModel[]>;
  /** What the docs have of each chapter, by its name; a file that is included twice has two. */
  readonly blocksOf: ReadonlyMap<string, readonly ChapterBlock[]>;
  /** What the docs have of each operation, by its operationId, wherever that stands. */
  readonly operationBlocks: ReadonlyMap<string, OperationBlock>;
  readonly operations: ReadonlyMap<string, PlacedOperation>;
  /** The ids of each document, by the path of its page. */
  readonly idsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** What `lint` finds in each operation, by its page and anchor: `boxes.html#show-box`. */
  readonly findingsOf: ReadonlyMap<string, readonly SiteFinding[]>;
  /** Whether a reader can choose a microversion: the document is of several. */
  readonly chooses: boolean;
  /** What is different between microversions, in the order of the operations. */
  readonly changes: readonly SiteChange[];
}

/** An operation, and where it is found. */
export interface PlacedOperation {
  readonly operation: OperationModel;
  readonly chapter: ChapterModel;
  /** The page that it is on, and its id there. */
  readonly page: string;
  readonly anchor: string;
}

/** Pages that every site may have, beside those of its documents and chapters. */
export const faultsPage = "faults.html";
export const findingsPage = "findings.html";
const ownPages = ["index", "faults", "findings", "changes", "search", "genindex"];

/** Where everything of a site stands. */
export function placeSite(
  model: ApiModel,
  source: SiteSource,
  changes: readonly SiteChange[] = [],
): Site {
  const names = new Names([...ownPages, ...source.documents.map(({ name }) => name)]);
  const chapterPages = pagesOf(model.chapters, names);
  const chaptersOf = new Map<string, ChapterModel[]>();
  for (const chapter of model.chapters)
    addTo(chaptersOf, chapterPages.get(chapter.name) ?? "", chapter);
  const blocksOf = new Map<string, ChapterBlock[]>();
  const operationBlocks = new Map<string, OperationBlock>();
  for (const block of source.documents.flatMap(({ blocks }) => [...blocksIn(blocks)])) {
    if (block.kind === "chapter") addTo(blocksOf, block.chapter, block);
    if (block.kind === "operation" && !operationBlocks.has(block.operationId))
      operationBlocks.set(block.operationId, block);
  }
  const anchorsOf = new Map<string, Names>();
  const operations = new Map(
    model.chapters.flatMap((chapter) => {
      const page = chapterPages.get(chapter.name) ?? "";
      const anchors = anchorsOf.get(page) ?? new Names();
      anchorsOf.set(page, anchors);
      return chapter.operations.map((operation) => {
        const words = kebabCase(operation.operationId) || "operation";
        const anchor = anchors.take(words, "-");
        return [operation.operationId, { operation, chapter, page, anchor }] as const;
      });
    }),
  );
  return {
    model,
    source,
    title: source.settings.project ?? model.title,
    chapterPages,
    chaptersOf,
    blocksOf,
    operationBlocks,
    operations,
    idsOf: new Map(
      source.documents.map(({ name, blocks }) => [`${name}.html`, new Set(idsIn(blocks))]),
    ),
    findingsOf: new Map(
      [...(source.findings?.ofOperations ?? [])].flatMap(([operationId, findings]) => {
        const placed = operations.get(operationId);
        return placed === undefined ? [] : [[`${placed.page}#${placed.anchor}`, findings]];
      }),
    ),
    chooses: model.microversions !== undefined && model.projected === undefined,
    changes,
  };
}

/** Chapters that follow each other under one title are one for the reader: so many operations at most. */
const mostOnPage = 60;

function pagesOf(chapters: readonly ChapterModel[], names: Names): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  let last: { readonly title: string; readonly page: string; count: number } | undefined;
  for (const { name, title, operations } of chapters) {
    if (last?.title === title && last.count + operations.length <= mostOnPage)
      last.count += operations.length;
    else {
      const free = names.has(name) ? `${name}-operations` : name;
      last = { title, page: `${names.take(free, "-")}.html`, count: operations.length };
    }
    pages.set(name, last.page);
  }
  return pages;
}

/** A page as seen from another: `v2/index.html` from `a/b.html` is `../v2/index.html`. */
export function linkTo(from: string, to: string): string {
  return `${rootOf(from)}${to}`;
}

/** What leads from a page to the folder of the site: empty, or `../` for each folder. */
export function rootOf(page: string): string {
  return "../".repeat(page.split("/").length - 1);
}

function idsIn(blocks: readonly SiteBlock[]): readonly string[] {
  return [...blocksIn(blocks)].flatMap((block) =>
    "ids" in block ? (block.ids ?? []).map((id) => (typeof id === "string" ? id : id.id)) : [],
  );
}

/** Every block of some blocks, the outer before the inner. */
export function* blocksIn(blocks: readonly SiteBlock[]): Generator<SiteBlock> {
  for (const block of blocks) {
    yield block;
    if ("blocks" in block) yield* blocksIn(block.blocks);
  }
}
