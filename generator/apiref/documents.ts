import { type Diagnostic, type Outcome, report } from "../diagnostics/diagnostic.js";
import { missingDocument } from "../diagnostics/rules/missing-document.js";
import type { SourceId } from "../diagnostics/span.js";
import type { Block, Directive, Line, RstDocument } from "../rst/blocks.js";
import type { KnownParts } from "../rst/known-parts.js";
import { rawDirectives, readDocument } from "../rst/read-document.js";
import { leavesRoot, resolvePath } from "../source/paths.js";
import type { SourceTree } from "../source/tree.js";
import { apiDirectives } from "./events.js";
import { spanInLine } from "./prose/lines.js";

/** Directives whose body the readers of this stage take apart themselves. */
const raw: ReadonlySet<string> = new Set([...rawDirectives, ...apiDirectives]);

/**
 * Every document of `tree`, in the order of the docs: as the tables of contents list them,
 * beginning at the root document, then those that no table lists.
 */
export function readDocuments(
  tree: SourceTree,
  read: (id: SourceId) => Outcome<RstDocument> = (id) => readApiDocument(tree, id),
): Outcome<readonly RstDocument[]> {
  const diagnostics: Diagnostic[] = [];
  const known = new Map<SourceId, RstDocument>();
  for (const id of tree.documents) {
    const outcome = read(id);
    for (const each of outcome.diagnostics) diagnostics.push(each);
    known.set(id, outcome.value);
  }
  const ordered = new Set<RstDocument>();
  const root = rootDocument(tree);
  const waiting: SourceId[] = root === undefined ? [] : [root];
  while (waiting.length > 0) {
    const document = known.get(waiting.pop() ?? "");
    if (!document || ordered.has(document)) continue;
    ordered.add(document);
    const entries = toctreesOf(document.blocks).flatMap((directive) =>
      resolveEntries(tree, document.source, directive, diagnostics),
    );
    for (const each of entries.reverse()) waiting.push(each);
  }
  return {
    value: [...ordered, ...[...known.values()].filter((each) => !ordered.has(each))],
    diagnostics,
  };
}

/** One document of an API reference, with the directives of os-api-ref as they stand. */
export function readApiDocument(
  tree: SourceTree,
  id: SourceId,
  parts?: KnownParts,
): Outcome<RstDocument> {
  return readDocument(tree, id, raw, parts);
}

/** `index.rst` of the source folder, else the first document. */
export function rootDocument(tree: SourceTree): SourceId | undefined {
  const index = tree.sourceFolder === "" ? "index.rst" : `${tree.sourceFolder}/index.rst`;
  return tree.documents.includes(index) ? index : tree.documents[0];
}

/** The toctrees of `blocks`, in the order of the text. */
export function toctreesOf(blocks: readonly Block[]): readonly Directive[] {
  return blocks.flatMap((block) => {
    if (block.kind === "section" || block.kind === "block-quote") return toctreesOf(block.blocks);
    if (block.kind !== "directive") return [];
    return block.name === "toctree" ? [block] : toctreesOf(block.blocks);
  });
}

/** What one line of a toctree lists. */
export interface TocEntry {
  readonly line: Line;
  /** Its own words, where it has any. */
  readonly title: string | undefined;
  /** What it names, as it is written. */
  readonly named: string;
  /** Documents of the tree: none for a link out, `self` and what is not there, some for a pattern. */
  readonly documents: readonly SourceId[];
}

/** The entries of a toctree: `name`, `Title <name>`, `/from/the/source/folder`, patterns, links out. */
export function entriesOfToctree(
  tree: SourceTree,
  document: SourceId,
  directive: Directive,
): readonly TocEntry[] {
  return [...directive.argument, ...directive.body].flatMap((line) => {
    const text = line.text.trim();
    if (text === "") return [];
    const [, words, between] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? [];
    const named = between ?? text;
    const title = words === "" ? undefined : words;
    const entry = { line, title, named };
    if (leadsOut(named) || named === "self") return [{ ...entry, documents: [] }];
    const wanted = withEnding(resolvePath(tree, document, named));
    const documents = isPattern(directive, named)
      ? tree.documents.filter((id) => id !== document && fitsGlob(wanted, id))
      : tree.documents.filter((id) => id === wanted);
    return [{ ...entry, documents }];
  });
}

/** Whether an entry of a toctree stands for all documents that fit it. */
export function isPattern(directive: Directive, named: string): boolean {
  return directive.options.some((option) => option.name === "glob") && /[*?[]/.test(named);
}

function withEnding(target: SourceId): SourceId {
  return target.endsWith(".rst") ? target : `${target}.rst`;
}

function leadsOut(named: string): boolean {
  return /^[a-z]+:\/\//.test(named);
}

/** The documents that a toctree lists; one that is not there is told. */
function resolveEntries(
  tree: SourceTree,
  document: SourceId,
  directive: Directive,
  diagnostics: Diagnostic[],
): readonly SourceId[] {
  return entriesOfToctree(tree, document, directive).flatMap(({ line, named, documents }) => {
    const elsewhere = leadsOut(named) || named === "self" || isPattern(directive, named);
    if (documents.length > 0 || elsewhere) return documents;
    // Of a part of the docs, other documents are simply not there.
    const wanted = withEnding(resolvePath(tree, document, named));
    const known = leavesRoot(wanted) ? undefined : tree.read(wanted);
    if (known?.kind !== "text") {
      const from = line.text.indexOf(named);
      const span = spanInLine(line, from, from + named.length);
      diagnostics.push(report(missingDocument, span, { entry: named }));
    }
    return [];
  });
}

/** Whether `path` fits a glob whose `*` and `?` stand for signs other than a slash. Linear per part. */
function fitsGlob(glob: string, path: string): boolean {
  const globs = glob.split("/");
  const parts = path.split("/");
  return (
    globs.length === parts.length && globs.every((each, at) => fitsPart(each, parts[at] ?? ""))
  );
}

function fitsPart(glob: string, part: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let sign = 0;
  while (sign < part.length) {
    if (glob[at] === "*") {
      star = at;
      at += 1;
      resume = sign;
    } else if (at < glob.length && (glob[at] === "?" || glob[at] === part[sign])) {
      at += 1;
      sign += 1;
    } else if (star >= 0) {
      // The last star takes one sign more.
      at = star + 1;
      resume += 1;
      sign = resume;
    } else return false;
  }
  return /^\**$/.test(glob.slice(at));
}
