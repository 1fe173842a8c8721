import type { Scope } from "../apiref/operations/operation-scope.js";
import { entriesOfToctree } from "../apiref/documents.js";
import { titleOf } from "../apiref/prose/titles.js";
import { transitionIn } from "../apiref/prose/transitions.js";
import type { OperationBlock, SiteBlock, SiteId, ToctreeBlock } from "../emit/site/source.js";
import type { Block, Directive, Section } from "../rst/blocks.js";
import { contextOf, type DocumentContext } from "../rst/inline/context.js";
import { codeSpan } from "../rst/markdown/escape-markdown.js";
import { toMarkdown } from "../rst/markdown/to-markdown.js";
import type { SourceTree } from "../source/tree.js";
import { innerIds, isMethod } from "./ids/nested.js";
import { type NamedOperation, type OperationsByPlace, placeOfStanza } from "./operation-names.js";
import { restOfOperation } from "./operation-parts.js";
import { nameOfDocument, type Page } from "./places.js";
import { unplacedReasons, unplacedRows } from "./unplaced-rows.js";

/** What the blocks of a page are made with. */
export interface Making {
  readonly tree: SourceTree;
  readonly page: Page;
  readonly context: DocumentContext;
  readonly operations: OperationsByPlace;
  /** By the directive of the stanza. */
  readonly scopes: ReadonlyMap<Directive, Scope>;
  /** What the document describes things with. */
  readonly described: ReadonlySet<string>;
  /** The titles of documents, by their names. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The blocks of the page of one document. */
export function siteBlocks(making: Making): readonly SiteBlock[] {
  const { document } = making.page;
  const context = contextOf(document, making.context);
  return withoutRepeats(blocksOf(document.blocks, { ...making, context }), new Set());
}

/** Each identifier once: os-api-ref repeats some, and a browser goes to the first. */
function withoutRepeats(blocks: readonly SiteBlock[], seen: Set<string>): readonly SiteBlock[] {
  const isNew = (id: string): boolean => !seen.has(id) && seen.add(id).has(id);
  return blocks.map((block): SiteBlock => {
    if (block.kind === "toctree") return block;
    if (block.kind === "prose")
      return block.ids === undefined ? block : { ...block, ids: block.ids.filter(isNew) };
    const ids = block.ids.filter(({ id }) => isNew(id));
    if (block.kind === "operation") return { ...block, ids };
    return { ...block, ids, blocks: withoutRepeats(block.blocks, seen) };
  });
}

/** The blocks of a part; a run of text is one, but what has identifiers stands alone. */
function blocksOf(blocks: readonly Block[], making: Making): readonly SiteBlock[] {
  const made: SiteBlock[] = [];
  let run: Block[] = [];
  let carried: readonly string[] = [];
  const flush = (): void => {
    const markdown = toMarkdown(run, making.context);
    const ids = [...carried, ...run.flatMap((block) => innerIds(block, making.page.ids))];
    run = [];
    // What shows nothing, such as a label, leaves its identifiers to what comes next.
    carried = markdown === "" ? ids : [];
    if (markdown !== "") made.push({ kind: "prose", markdown, ...(ids.length > 0 && { ids }) });
  };
  for (const block of blocks) {
    if (block.kind === "section") {
      flush();
      made.push(...sectionOf(block, making, carried));
      carried = [];
    } else if (isToctree(block)) {
      flush();
      made.push(...toctreeOf(block, making));
    } else if (isMethod(block)) {
      flush();
      made.push(...operationsOf(block, making).flatMap((each) => operationBlock(each, [], [])));
    } else if (innerIds(block, making.page.ids).length > 0) {
      flush();
      run.push(block);
      flush();
    } else run.push(block);
  }
  flush();
  const last = made.at(-1);
  if (carried.length > 0) made.splice(-1, 1, ...withIds(last, carried));
  return made;
}

/** A block with identifiers of what stood behind it and shows nothing. */
function withIds(last: SiteBlock | undefined, ids: readonly string[]): readonly SiteBlock[] {
  if (last === undefined || last.kind === "toctree")
    return [...(last ? [last] : []), { kind: "prose", markdown: "", ids }];
  if (last.kind === "prose") return [{ ...last, ids: [...(last.ids ?? []), ...ids] }];
  return [{ ...last, ids: [...last.ids, ...ids.map((id): SiteId => ({ id, at: "prose" }))] }];
}

function sectionOf(
  section: Section,
  making: Making,
  before: readonly string[],
): readonly SiteBlock[] {
  const methods = section.blocks.filter(isMethod);
  const carried = before.map((id): SiteId => ({ id, at: "prose" }));
  if (methods.length > 0) return operationSection(section, methods, making, carried);
  const ids: readonly SiteId[] = [
    ...making.page.ids.ofSection(section).heading.map((id): SiteId => ({ id, at: "heading" })),
    ...carried,
  ];
  const title = titleOf(section);
  if (isLeftOut(section, making)) return [];
  const blocks = blocksOf(section.blocks, making);
  const chapter = chapterOf(section, making);
  return chapter === undefined
    ? [{ kind: "section", level: section.level, title, ids, blocks }]
    : [{ kind: "chapter", chapter, title, ids, blocks }];
}

/**
 * The chapter that a section is: the innermost that holds all operations of its own which one
 * chapter has, and none of another.
 */
function chapterOf(section: Section, making: Making): string | undefined {
  const chapters = chaptersIn(section, making);
  const [chapter] = chapters;
  if (chapters.size !== 1 || chapter === undefined) return undefined;
  const holding = section.blocks.filter(
    (block): block is Section => block.kind === "section" && chaptersIn(block, making).size > 0,
  );
  const [only] = holding;
  const deeper = holding.length === 1 && only !== undefined && !only.blocks.some(isMethod);
  return deeper ? undefined : chapter;
}

/** Whether a section is about operations, none of which the document has. */
function isLeftOut(section: Section, making: Making): boolean {
  const operations = operationsIn(section, making);
  return operations.length > 0 && operations.every(({ model, said }) => !model && !said.callback);
}

function operationsIn(section: Section, making: Making): readonly NamedOperation[] {
  return section.blocks.flatMap((block) => {
    if (block.kind === "section") return operationsIn(block, making);
    return isMethod(block) ? operationsOf(block, making) : [];
  });
}

function chaptersIn(section: Section, making: Making): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of section.blocks) {
    if (block.kind === "section") for (const each of chaptersIn(block, making)) found.add(each);
    if (!isMethod(block)) continue;
    for (const { chapter } of operationsOf(block, making))
      if (chapter !== undefined) found.add(chapter);
  }
  return found;
}

function operationsOf(block: Directive, { operations }: Making): readonly NamedOperation[] {
  return operations.get(placeOfStanza(block.span)) ?? [];
}

/** A section with stanzas: an operation for each; the first has what else stands there. */
function operationSection(
  section: Section,
  methods: readonly Directive[],
  making: Making,
  before: readonly SiteId[],
): readonly SiteBlock[] {
  const [first, ...more] = methods.flatMap((method) =>
    operationsOf(method, making).map((operation) => ({ method, operation })),
  );
  if (first === undefined) return [plainSection(section, making)];
  const { ids, notes, others } = restOfOperation(
    section,
    making.scopes.get(first.method),
    first.operation.said,
    making.page.ids,
    (blocks) => toMarkdown(blocks, making.context),
  );
  return [
    ...operationBlock(
      first.operation,
      [...ids, ...before],
      [
        ...notes,
        ...unplacedRows(first.operation.said, making.described),
        ...unplacedReasons(first.operation.said, making.described),
      ],
      section,
    ),
    ...more.flatMap(({ operation }) => operationBlock(operation, [], [])),
    ...others.flatMap((other) => sectionOf(other, making, [])),
  ];
}

function operationBlock(
  { said, model }: NamedOperation,
  ids: readonly SiteId[],
  notes: OperationBlock["notes"] & object,
  section?: Section,
): readonly SiteBlock[] {
  if (model !== undefined) {
    const { operationId } = model;
    const prose = [said.description.markdown, ...notes.map(({ markdown }) => markdown)];
    const transition = transitionIn(prose.join("\n\n"));
    return [
      {
        kind: "operation",
        operationId,
        ids,
        ...(notes.length > 0 && { notes }),
        ...(transition && { transition }),
      },
    ];
  }
  // Left out by the user, or not in the microversion that was asked for.
  if (!said.callback) return [];
  // What the service calls has no place in the model: its words stay.
  const call = codeSpan(`${said.method.value} ${said.url.value}`);
  const words = [call, said.description.markdown, ...notes.map(({ markdown }) => markdown)];
  const markdown = words.filter(Boolean).join("\n\n");
  const level = section?.level ?? 2;
  const blocks: readonly SiteBlock[] = [{ kind: "prose", markdown }];
  return [{ kind: "section", level, title: said.title.value, ids, blocks }];
}

function plainSection(section: Section, making: Making): SiteBlock {
  const { heading, button, detail } = making.page.ids.ofSection(section);
  const ids = [...heading, ...button, ...detail].map((id): SiteId => ({ id, at: "heading" }));
  const blocks = blocksOf(
    section.blocks.filter((block) => !isMethod(block)),
    making,
  );
  return { kind: "section", level: section.level, title: titleOf(section), ids, blocks };
}

function isToctree(block: Block): block is Directive {
  return block.kind === "directive" && block.name.toLowerCase() === "toctree";
}

/** A toctree that shows: links out are none of the site's documents, and stay links. */
function toctreeOf(directive: Directive, making: Making): readonly SiteBlock[] {
  const { tree, page, titles } = making;
  if (directive.options.some(({ name }) => name === "hidden")) return [];
  const caption = directive.options.find(({ name }) => name === "caption")?.value;
  const listed = entriesOfToctree(tree, page.document.source, directive);
  const entries = listed.flatMap(({ title, documents }): ToctreeBlock["entries"] =>
    documents.map((source) => {
      const document = nameOfDocument(tree, source);
      return { document, title: title ?? titles.get(document) ?? document };
    }),
  );
  const out = listed.filter(({ named }) => /^[a-z]+:\/\//.test(named));
  const links = out.map(
    ({ title, named }) => `- [${(title ?? named).replaceAll(/[[\]]/g, "\\$&")}](<${named}>)`,
  );
  return [
    ...(entries.length > 0
      ? [{ kind: "toctree" as const, ...(caption !== undefined && { caption }), entries }]
      : []),
    ...(links.length > 0 ? [{ kind: "prose" as const, markdown: links.join("\n") }] : []),
  ];
}
