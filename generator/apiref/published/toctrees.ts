import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { unlistedDocument } from "../../diagnostics/rules/unlisted-document.js";
import { unusableToctreeEntry } from "../../diagnostics/rules/unusable-toctree-entry.js";
import type { SourceId } from "../../diagnostics/span.js";
import type { Block, RstDocument } from "../../rst/blocks.js";
import { fileName } from "../../source/paths.js";
import type { SourceTree } from "../../source/tree.js";
import {
  entriesOfToctree,
  isPattern,
  rootDocument,
  toctreesOf,
  type TocEntry,
} from "../documents.js";
import { spanInLine } from "../prose/lines.js";

/**
 * Documents that no toctree lists, other than the root, orphans and what another document includes
 * (Sphinx's `check_consistency`), and entries of toctrees that Sphinx warns of (`TocTree.parse_content`,
 * `TocTree.resolve`). `leftOut` says which documents conf.py excludes.
 */
export function toctreeFindings(
  tree: SourceTree,
  documents: readonly RstDocument[],
  leftOut: (source: SourceId) => boolean,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const lists = new Map<SourceId, SourceId[]>();
  const read = documents.filter(({ source }) => !leftOut(source));
  const titled = new Set(read.filter(({ blocks }) => hasTitle(blocks)).map(({ source }) => source));
  const tell = (entry: TocEntry, fault: Fault): void => {
    const from = entry.line.text.indexOf(entry.named);
    const span = spanInLine(entry.line, from, from + entry.named.length);
    found.push(report(unusableToctreeEntry, span, { entry: entry.named, fault }));
  };
  const pending: { readonly from: SourceId; readonly to: SourceId; readonly entry: TocEntry }[] =
    [];
  for (const { source, blocks } of read)
    for (const directive of toctreesOf(blocks)) {
      const own = new Set<SourceId>();
      for (const entry of entriesOfToctree(tree, source, directive)) {
        const there = entry.documents.filter((each) => !leftOut(each));
        const pattern = isPattern(directive, entry.named);
        if (pattern && there.length === 0) tell(entry, "no-match");
        for (const to of there) {
          if (own.has(to) && !pattern) tell(entry, "twice");
          else if (!titled.has(to)) tell(entry, "untitled");
          own.add(to);
          lists.set(source, [...(lists.get(source) ?? []), to]);
          pending.push({ from: source, to, entry });
        }
      }
    }
  for (const { from, to, entry } of pending)
    if (leadsBack(to, from, lists)) tell(entry, "circular");
  return [...found, ...unlisted(tree, read, new Set([...lists.values()].flat()))];
}

type Fault = "twice" | "no-match" | "untitled" | "circular";

function unlisted(
  tree: SourceTree,
  documents: readonly RstDocument[],
  listed: ReadonlySet<SourceId>,
): readonly Diagnostic[] {
  const root = rootDocument(tree);
  // A page alone is no site.
  if (root === undefined || fileName(root) !== "index.rst") return [];
  const included = new Set(
    documents.flatMap(({ includes }) => includes.map(({ source }) => source)),
  );
  return documents.flatMap(({ source, blocks }) => {
    const known = source === root || listed.has(source) || included.has(source);
    if (known || isOrphan(blocks)) return [];
    const first = blocks.find(({ kind }) => kind === "section");
    const span =
      first?.kind === "section" && first.titleSpan.source === source
        ? first.titleSpan
        : { source, start: 0, end: 0 };
    return [report(unlistedDocument, span, { document: fileName(source) })];
  });
}

/** `:orphan:` among the fields that a document begins with. */
function isOrphan(blocks: readonly Block[]): boolean {
  const first = blocks.find(({ kind }) => kind !== "comment");
  return first?.kind === "field-list" && first.fields.some(({ name }) => name === "orphan");
}

/** Whether a document has a title, or may have one in a file that is not there. */
function hasTitle(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) => block.kind === "section" || (block.kind === "directive" && block.name === "include"),
  );
}

/** Whether the toctrees of `from` lead to `to`. */
function leadsBack(
  from: SourceId,
  to: SourceId,
  lists: ReadonlyMap<SourceId, readonly SourceId[]>,
): boolean {
  const seen = new Set<SourceId>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const next of lists.get(at) ?? []) waiting.push(next);
  }
  return false;
}
