import type { Block, Directive, Line } from "../blocks.js";
import { markedText } from "../inline/marked-text.js";
import type { StrictInline } from "../inline/strict-inline.js";
import { normaliseName } from "../names.js";

/**
 * One time that docutils gives an identifier (`document.set_id`), before it is known which one:
 * what was given before decides.
 */
export interface IdRequest {
  /**
   * `name`: made of the name, a number where there is none or it is taken; `index`: `index-N`,
   * counted by themselves; `term`: made of the term of a glossary.
   */
  readonly kind: "name" | "index" | "term";
  /** As docutils compares names; a term as it is written. */
  readonly name?: string;
  /** Nothing on the page has it: links out of the docs, and messages. It is taken all the same. */
  readonly hidden?: true;
}

/** Is told, in the order in which docutils reads, what asks for an identifier. */
export interface IdSink {
  /** A block begins. */
  enter(block: Block): void;
  /** `at` is the block that has the identifier on the page, or holds the words that have it. */
  ask(request: IdRequest, at: Block): void;
}

const unnamed: IdRequest = { kind: "name" };
/** A message of docutils, and the words that it is about. */
const problem: readonly IdRequest[] = [{ kind: "name", hidden: true }, unnamed];
/** Roles of Sphinx that make an entry of the index (`sphinx.roles`, `sphinx.domains`). */
const indexing: ReadonlySet<string> = new Set(["rfc", "pep", "index", "envvar"]);

/** What the inline markup of `lines` asks for. */
export function inlineRequests(lines: readonly Line[]): readonly IdRequest[] {
  return markedText(lines)?.nodes.flatMap(askedBy) ?? [];
}

function askedBy(node: StrictInline): readonly IdRequest[] {
  switch (node.kind) {
    case "endless":
      return problem;
    case "named":
      return [{ kind: "name", name: normaliseName(node.name), hidden: true }];
    case "target":
      return [{ kind: "name", name: normaliseName(node.name) }];
    case "footnote":
      return [unnamed];
    case "role":
      if (node.fault !== undefined) return problem;
      return indexing.has(node.role.toLowerCase()) ? [{ kind: "index" }] : [];
    case "reference":
    case "alias":
    case "substitution":
      return [];
  }
}

/** Directives that name their node before they read their text, as docutils' `BaseAdmonition`. */
const namedFirst: ReadonlySet<string> = new Set(
  `note warning tip important attention caution danger error hint seealso admonition container
  compound topic sidebar`.split(/\s+/),
);
const titled: ReadonlySet<string> = new Set(
  "admonition rubric centered topic sidebar table list-table csv-table".split(" "),
);

/** What a directive asks for beside its argument, its blocks and its `:name:`. */
export type DirectiveRequests = (directive: Directive) => readonly IdRequest[];

/** Reads `blocks` in the order of docutils; `more` knows the directives of the caller. */
export function askForIds(
  blocks: readonly Block[],
  sink: IdSink,
  more: DirectiveRequests = () => [],
): void {
  for (const block of blocks) visit(block, sink, more);
}

/** All that is asked for in `blocks`, where no page is known yet. */
export function requestsOf(blocks: readonly Block[]): readonly IdRequest[] {
  const requests: IdRequest[] = [];
  askForIds(blocks, { enter: () => undefined, ask: (request) => requests.push(request) });
  return requests;
}

function visit(block: Block, sink: IdSink, more: DirectiveRequests): void {
  const words = (lines: readonly Line[]): void => {
    for (const each of inlineRequests(lines)) sink.ask(each, block);
  };
  const inner = (blocks: readonly Block[]): void => askForIds(blocks, sink, more);
  sink.enter(block);
  switch (block.kind) {
    case "section": {
      const { title, titleSpan } = block;
      words([{ text: title, source: titleSpan.source, start: titleSpan.start }]);
      sink.ask({ kind: "name", name: nameOfTitle(title) }, block);
      return inner(block.blocks);
    }
    case "paragraph":
    case "line-block":
      return words(block.lines);
    case "block-quote":
      return inner(block.blocks);
    case "bullet-list":
    case "enumerated-list":
      for (const item of block.items) inner(item.blocks);
      return;
    case "definition-list":
      for (const { term, blocks } of block.items) {
        words([term]);
        inner(blocks);
      }
      return;
    case "field-list":
      for (const { name, blocks, span } of block.fields) {
        if (block.footnote === true) sink.ask(footnoteRequest(name), block);
        else words([{ text: name, source: span.source, start: span.start + 1 }]);
        inner(blocks);
      }
      return;
    case "table":
      for (const cell of [...block.header, ...block.rows].flat()) inner(cell.blocks);
      return;
    case "target": {
      const hidden = block.url !== "" || block.leadsTo !== undefined;
      const named = block.name !== "" && { name: block.name };
      return sink.ask({ kind: "name", ...named, ...(hidden && { hidden }) }, block);
    }
    case "directive":
      return visitDirective(block, sink, more, words);
    case "substitution":
      return words(block.directive.body);
    case "literal-block":
    case "comment":
    case "transition":
      return;
  }
}

function visitDirective(
  block: Directive,
  sink: IdSink,
  more: DirectiveRequests,
  words: (lines: readonly Line[]) => void,
): void {
  const name = block.name.toLowerCase();
  const given = block.options.find((option) => option.name === "name")?.value.trim();
  const ask = (): void => {
    if (given !== undefined && given !== "")
      sink.ask({ kind: "name", name: normaliseName(given) }, block);
  };
  if (titled.has(name)) words(block.argument);
  if (namedFirst.has(name)) ask();
  if (isVersion(name)) words(block.argument.slice(0, 1).map(withoutVersion));
  if (name === "parsed-literal" || name === "figure") words(block.body);
  const caption = block.options.find((option) => option.name === "caption");
  if (caption !== undefined && name !== "toctree")
    words([{ text: caption.value, ...caption.valueSpan }]);
  if (name === "glossary") askForTerms(block, sink, more);
  else askForIds(block.blocks, sink, more);
  for (const request of more(block)) sink.ask(request, block);
  if (name === "index" && given === undefined) sink.ask({ kind: "index" }, block);
  if (!namedFirst.has(name)) ask();
}

function isVersion(name: string): boolean {
  return /^version(?:added|changed|removed)$|^deprecated$/.test(name);
}

function withoutVersion(line: Line): Line {
  const { length } = /^\S*\s*/.exec(line.text)?.[0] ?? "";
  return { ...line, text: line.text.slice(length), start: line.start + length };
}

function askForTerms(block: Directive, sink: IdSink, more: DirectiveRequests): void {
  for (const inner of block.blocks) {
    sink.enter(inner);
    if (inner.kind !== "definition-list") continue;
    for (const { term, blocks } of inner.items) {
      for (const each of inlineRequests([term])) sink.ask(each, inner);
      sink.ask({ kind: "term", name: shown(term.text.replace(/\s+:\s.*$/, "")) }, inner);
      askForIds(blocks, sink, more);
    }
  }
}

/** `[1]`, `[#]`, `[#label]`, `[*]` and `[CITATION]`. */
function footnoteRequest(field: string): IdRequest {
  const label = field.slice(1, -1).replace(/^#|^\*$/, "");
  return label === "" ? unnamed : { kind: "name", name: normaliseName(label) };
}

/** The name of a section: its title as it is shown. */
export function nameOfTitle(title: string): string {
  return normaliseName(shown(title));
}

/** `text` without the marks of inline markup; the words of a role or link with another aim. */
function shown(text: string): string {
  if (!/[\\`*|_]/.test(text)) return text;
  return text
    .replaceAll(/:[\w.+:-]+:(?=`)/g, "")
    .replaceAll(/(?<!`)`(?!`)([^`<]+?)\s*<[^`>]*>`_{0,2}/g, "$1")
    .replaceAll(/`+_{0,2}|(?<=\w)_(?!\w)|\*+(?=\S)|(?<=\S)\*+|\\(?=.)/g, "");
}
