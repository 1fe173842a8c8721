import { type Diagnostic, type Outcome, report } from "../diagnostics/diagnostic.js";
import { noOperation } from "../diagnostics/rules/no-operation.js";
import type { SourceId } from "../diagnostics/span.js";
import type { Block, Inclusion, RstDocument } from "../rst/blocks.js";
import type { KnownPart } from "../rst/known-parts.js";
import { contextOf, type DocumentContext, type MarkdownContext } from "../rst/inline/context.js";
import type { SourceTree } from "../source/tree.js";
import { type ChapterPlace, chaptersOf, type Found, introduction } from "./chapters.js";
import { readApiDocument, readDocuments, rootDocument } from "./documents.js";
import { checkHistory } from "./history/check-history.js";
import { findHistory } from "./history/find-history.js";
import { findOperations } from "./operations/find-operations.js";
import { groupBy } from "../collections/groups.js";
import { Tracker } from "../source/tracker.js";
import { emptyMemory, type Memories, type ReadingMemory } from "./reading-memory.js";
import { ignoresOf, withSamples } from "./ignores.js";
import { Library } from "./library.js";
import type { ApiReference, Prose } from "./model.js";
import { codeLanguages } from "./published/code-languages.js";
import { latePathRows } from "./published/late-path-rows.js";
import { rawMarkups } from "./published/raw-markup.js";
import { toctreeFindings } from "./published/toctrees.js";
import { repeatedTerms } from "./published/terms.js";
import { misplacedTransitions } from "./published/transitions.js";
import { leftOutBy, settingsOf, usualLanguage } from "./files/sphinx-settings.js";
import { checkProse } from "./checks/prose-checks.js";
import { outsideProse, placeOfSection } from "./prose/outside-prose.js";
import { proseOf } from "./prose/prose.js";
import { titleOf } from "./prose/titles.js";
import { remembering, undecodable } from "./checks/undecodable.js";
import { firstWords, unreachedFiles, unreadStanzas } from "./checks/unreached.js";
import { unusedEntries } from "./checks/unused-entries.js";

/**
 * Reads the whole of an API reference: what its sources say, each fact with its place. What `memory`
 * has of the last time is taken over where its causes are the same, and it is left what the next
 * time may take over.
 */
export function readApiReference(
  source: SourceTree,
  memory: ReadingMemory = emptyMemory(),
): Outcome<ApiReference> {
  const tracker = new Tracker();
  const remembered = remembering(source);
  const tree = tracker.track(remembered.tree);
  const after: ReadingMemory = emptyMemory();
  const layout = JSON.stringify([tree.sourceFolder, tree.documents, tree.fragments]);
  const before = memory.layout === layout ? memory : emptyMemory();
  const documents = readDocuments(tree, (id) =>
    knownDocument(tree, id, { tracker, before, after }),
  );
  const contexts = contextsOf(documents.value);
  after.layout = layout;
  after.substitutions = substitutionsKey(contexts.all);
  // What a substitution stands for is worked out once for each, with all that it refers to.
  if (before.documents.size > 0 && before.substitutions !== after.substitutions)
    return readApiReference(source, Object.assign(memory, emptyMemory()));
  const checks = checkProse(
    tree,
    tracker.track(source),
    documents.value,
    contexts.all.substitutions,
  );
  const library = new Library(tree, contexts.all, { checks, tracker, before, after });
  const operations = findOperations(documents.value, contexts.of, library, { before, after });
  const { found, seen } = operations;
  const places = chaptersOf(found);
  const root = documents.value.find((document) => document.source === rootDocument(tree));
  const includes = includesOf(documents.value);
  const reached = new Set(
    documents.value.flatMap((document) => [
      document.source,
      ...document.includes.map((include) => include.source),
    ]),
  );
  const unreached = unreachedFiles(tree, reached);
  const value: ApiReference = {
    ...(root ? opening(root, contexts.of(root), places) : { title: undefined, description: "" }),
    chapters: places.map(({ chapter }) => chapter),
    entries: [...library.parameters.values()].flatMap((entries) => [...entries.values()]),
    prose: documents.value.flatMap((document) =>
      proseAround(document, contexts.of(document), found, places),
    ),
    unreached: unreached.files,
    ignores: withSamples(
      documents.value.flatMap(ignoresOf),
      found.map(({ operation }) => operation),
    ),
    methods: [...seen.values()].reduce((sum, spans) => sum + spans.length, 0),
    history: findHistory(source, documents.value),
  };
  const diagnostics = [
    ...documents.diagnostics,
    ...operations.diagnostics,
    ...checks.inDocuments(),
    ...library.diagnostics,
    ...unreached.diagnostics,
    ...[...reached].flatMap((source) =>
      unreadStanzas(tree, source, seen.get(source) ?? [], includes.get(source) ?? []),
    ),
    ...(found.length === 0 ? [nothingFound(tree, [...reached])] : []),
    ...published(tree, documents.value),
    ...latePathRows(found.map(({ operation }) => operation)),
    ...unusedEntries(tree, value.entries, value.chapters),
    ...(value.history === undefined
      ? []
      : checkHistory(source, value.history, value.entries, value.chapters)),
    ...undecodable(remembered),
  ];
  Object.assign(memory, after);
  return { value, diagnostics: inChapters(withoutRepeats(diagnostics), value) };
}

/** What only those find who make pages of the docs. */
function published(tree: SourceTree, documents: readonly RstDocument[]): readonly Diagnostic[] {
  const conf = settingsOf(tree);
  const leftOut = leftOutBy(tree, conf);
  const usual = usualLanguage(conf);
  return [
    ...toctreeFindings(tree, documents, leftOut),
    ...repeatedTerms(documents),
    ...documents
      .filter(({ source }) => !leftOut(source))
      .flatMap(({ source, blocks }) => [
        ...misplacedTransitions(blocks),
        ...rawMarkups(blocks),
        ...codeLanguages(tree, source, blocks, usual),
      ]),
  ];
}

function knownDocument(
  tree: SourceTree,
  id: SourceId,
  { tracker, before, after }: Memories & { readonly tracker: Tracker },
): Outcome<RstDocument> {
  const last = before.documents.get(id);
  const isSame = last !== undefined && tracker.areSame(last.reads);
  if (isSame) {
    after.documents.set(id, last);
    return last.outcome;
  }
  const parts = new Map<string, KnownPart>();
  const digestOf = (source: SourceId): string => tracker.digestOf(tree.read(source));
  const knownParts = { before: last?.parts ?? new Map(), after: parts, digestOf };
  const { value: outcome, reads } = tracker.reads(() => readApiDocument(tree, id, knownParts));
  after.documents.set(id, { reads, outcome, parts });
  return outcome;
}

/** All that substitutions may go by; nothing where there are none. */
function substitutionsKey({ targets, substitutions }: DocumentContext): string {
  return substitutions.size === 0 ? "" : JSON.stringify([[...targets], [...substitutions]]);
}

/** The includes of each file that is no document: a document is read whole anyway. */
function includesOf(
  documents: readonly RstDocument[],
): ReadonlyMap<SourceId, readonly Inclusion[]> {
  const known = new Set(documents.map(({ source }) => source));
  const all = documents.flatMap((document) => document.includes);
  return groupBy(
    all.filter(({ source }) => !known.has(source)),
    ({ source }) => source,
  );
}

interface Contexts {
  /** What prose of any document may refer to: labels are global in Sphinx. */
  readonly all: DocumentContext;
  of(document: RstDocument): MarkdownContext;
}

function contextsOf(documents: readonly RstDocument[]): Contexts {
  const all: DocumentContext = {
    targets: new Map(documents.toReversed().flatMap((each) => [...each.targets])),
    substitutions: new Map(documents.toReversed().flatMap((each) => [...each.substitutions])),
  };
  const known = new Map<RstDocument, MarkdownContext>();
  return {
    all,
    of(document) {
      const context = known.get(document) ?? contextOf(document, all);
      known.set(document, context);
      return context;
    },
  };
}

/** The title of the docs, and what they say before their first chapter. */
function opening(
  root: RstDocument,
  context: MarkdownContext,
  places: readonly ChapterPlace[],
): Pick<ApiReference, "title" | "description"> {
  const first = root.blocks.find((block) => block.kind === "section");
  const sections = new Set(places.map((place) => place.section));
  const own = (blocks: readonly Block[]): readonly Block[] =>
    withoutContents(introduction(blocks)).filter(
      (block) => block.span.source === root.source && block.kind !== "field-list",
    );
  if (first?.kind !== "section")
    return { title: undefined, description: proseOf(own(root.blocks), context).markdown };
  const chapter = sections.has(first) && first.span.source === root.source;
  const text = chapter ? [] : [...own(root.blocks), ...own(first.blocks)];
  return { title: titleOf(first), description: proseOf(text, context).markdown };
}

/** Without tables of contents and the label above each, `Contents:`. */
function withoutContents(blocks: readonly Block[]): readonly Block[] {
  const toctree = (block: Block | undefined): boolean =>
    block?.kind === "directive" && block.name === "toctree";
  return blocks.filter((block, index) => {
    const label =
      block.kind === "paragraph" &&
      block.lines.at(-1)?.text.endsWith(":") &&
      toctree(blocks[index + 1]);
    return !toctree(block) && !label;
  });
}

function proseAround(
  document: RstDocument,
  context: MarkdownContext,
  found: readonly Found[],
  places: readonly ChapterPlace[],
): readonly Prose[] {
  const owned = new Set(found.flatMap(({ section }) => (section ? [placeOfSection(section)] : [])));
  const taken = new Set(
    places.flatMap(({ chapter, section }) =>
      section?.span.source === chapter.source ? [placeOfSection(section)] : [],
    ),
  );
  return outsideProse(document, context, taken, owned);
}

function nothingFound(tree: SourceTree, reached: readonly SourceId[]): Diagnostic {
  const [source] = reached;
  const reading = source === undefined ? undefined : tree.read(source);
  const span =
    source !== undefined && reading?.kind === "text" ? firstWords(source, reading.text) : undefined;
  return report(noOperation, span, { files: reached.length });
}

/** Names the chapter that each finding stands in. */
function inChapters(
  diagnostics: readonly Diagnostic[],
  { chapters }: ApiReference,
): readonly Diagnostic[] {
  const names = new Map(chapters.map((chapter) => [chapter.source, chapter.name]));
  return diagnostics.map((finding) => {
    const chapter = finding.span && names.get(finding.span.source);
    return chapter === undefined ? finding : { ...finding, chapter };
  });
}

/** Files that several documents include are read several times; a finding is told once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set<string>();
  return diagnostics.filter(({ code, message, span }) => {
    const key = `${code}\n${message}\n${span?.source}:${span?.start}:${span?.end}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
