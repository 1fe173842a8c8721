import { type Diagnostic, type Outcome, report } from "../diagnostics/diagnostic.js";
import { noOperation } from "../diagnostics/rules/no-operation.js";
import type { SourceId, Span } from "../diagnostics/span.js";
import type { Block, Inclusion, RstDocument } from "../rst/blocks.js";
import { contextOf, type MarkdownContext } from "../rst/inline/context.js";
import type { SourceTree } from "../source/tree.js";
import { type ChapterPlace, chaptersOf, type Found, introduction } from "./chapters.js";
import { readDocuments, rootDocument } from "./documents.js";
import { eventsOf } from "./events.js";
import { checkHistory } from "./history/check-history.js";
import { findHistory } from "./history/find-history.js";
import { groupBy } from "../collections/groups.js";
import { misplacedHeadings } from "./checks/misplaced-headings.js";
import { ignoresOf, withSamples } from "./ignores.js";
import { Library } from "./library.js";
import type { ApiReference, Prose } from "./model.js";
import { readOperation } from "./operations.js";
import { codeLanguages } from "./published/code-languages.js";
import { latePathRows } from "./published/late-path-rows.js";
import { toctreeFindings } from "./published/toctrees.js";
import { misplacedTransitions } from "./published/transitions.js";
import { leftOutBy, settingsOf, usualLanguage } from "./files/sphinx-settings.js";
import { checkProse } from "./checks/prose-checks.js";
import { scopesOf } from "./operation-scope.js";
import { outsideProse, placeOfSection } from "./prose/outside-prose.js";
import { proseOf } from "./prose/prose.js";
import { titleOf } from "./prose/titles.js";
import { remembering, undecodable } from "./checks/undecodable.js";
import { firstWords, unreachedFiles, unreadStanzas } from "./checks/unreached.js";
import { unusedEntries } from "./checks/unused-entries.js";

/** Reads the whole of an API reference: what its sources say, each fact with its place. */
export function readApiReference(source: SourceTree): Outcome<ApiReference> {
  const remembered = remembering(source);
  const { tree } = remembered;
  const documents = readDocuments(tree);
  const contexts = contextsOf(documents.value);
  const checks = checkProse(tree, source, documents.value, contexts.all.substitutions);
  const library = new Library(tree, contexts.all, checks);
  const operations = readOperations(documents.value, contexts, library);
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
  return { value, diagnostics: inChapters(withoutRepeats(diagnostics), value) };
}

/** What only those find who make pages of the docs. */
function published(tree: SourceTree, documents: readonly RstDocument[]): readonly Diagnostic[] {
  const conf = settingsOf(tree);
  const leftOut = leftOutBy(tree, conf);
  const usual = usualLanguage(conf);
  return [
    ...toctreeFindings(tree, documents, leftOut),
    ...documents
      .filter(({ source }) => !leftOut(source))
      .flatMap(({ source, blocks }) => [
        ...misplacedTransitions(blocks),
        ...codeLanguages(tree, source, blocks, usual),
      ]),
  ];
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
  readonly all: MarkdownContext;
  of(document: RstDocument): MarkdownContext;
}

function contextsOf(documents: readonly RstDocument[]): Contexts {
  const all: MarkdownContext = {
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

interface OperationsFound {
  readonly found: readonly Found[];
  /** Where each file has stanzas that were read. */
  readonly seen: ReadonlyMap<SourceId, readonly Span[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every operation of `documents`; one whose file is included twice is read where it comes first. */
function readOperations(
  documents: readonly RstDocument[],
  contexts: Contexts,
  library: Library,
): OperationsFound {
  const found: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<SourceId, Span[]>();
  const known = new Set<string>();
  for (const document of documents) {
    const context = contexts.of(document);
    const scopes = scopesOf(eventsOf(document));
    for (const each of misplacedHeadings(scopes)) diagnostics.push(each);
    for (const scope of scopes) {
      const { directive: stanza, which = 0 } = scope.method;
      const key = `${stanza.span.source}:${stanza.span.start}:${which}`;
      if (known.has(key)) continue;
      known.add(key);
      for (const { directive } of [scope.method, ...scope.examples, ...scope.inCode]) {
        const spans = seen.get(directive.span.source) ?? [];
        spans.push(directive.span);
        seen.set(directive.span.source, spans);
      }
      const outcome = readOperation(scope, document.source, context, library);
      const about = outcome.value ? { operation: outcome.value.title.value } : {};
      for (const each of outcome.diagnostics) diagnostics.push({ ...each, ...about });
      if (outcome.value) found.push({ operation: outcome.value, scope, context });
    }
  }
  return { found, seen, diagnostics };
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
  const owned = new Set(
    found.flatMap(({ scope }) => (scope.section ? [placeOfSection(scope.section)] : [])),
  );
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
