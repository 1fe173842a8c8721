import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { unreadFile } from "../../diagnostics/rules/unread-file.js";
import { unreadOperation } from "../../diagnostics/rules/unread-operation.js";
import type { SourceId, Span } from "../../diagnostics/span.js";
import type { Inclusion } from "../../rst/blocks.js";
import type { SourceTree } from "../../source/tree.js";
import { inAny, leftOutBy, type Stretch } from "./left-out.js";
import type { Unreached } from "../model.js";

const stanza = /(?<=^|\s)\.\.[ \t]+rest_method[ \t]*::/g;

/** How much of what a stanza says is shown, in characters. */
const longest = 200;

/** Fragments that no document includes, each with a finding when it holds operations. */
export function unreachedFiles(
  tree: SourceTree,
  reached: ReadonlySet<SourceId>,
): { readonly files: readonly Unreached[]; readonly diagnostics: readonly Diagnostic[] } {
  const files: Unreached[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of tree.fragments) {
    if (reached.has(source)) continue;
    const reading = tree.read(source);
    if (reading.kind !== "text") continue;
    const methods = [...reading.text.matchAll(stanza)].length;
    files.push({ source, methods });
    // A fragment without operations is often a text that only some builds include.
    if (methods === 0) continue;
    diagnostics.push(report(unreadFile, firstWords(source, reading.text), { methods }));
  }
  return { files, diagnostics };
}

/** The first line of `text` with words of its own, usually its heading; comments are passed by. */
export function firstWords(source: SourceId, text: string): Span {
  const line = /^(?![ \t]*\.\.[ \t\n\r]).*\w.*$/m.exec(text) ?? /\S.*/.exec(text);
  const start = (line?.index ?? 0) + (line ? line[0].length - line[0].trimStart().length : 0);
  return { source, start, end: start + (line?.[0].trim().length ?? 0) };
}

/**
 * Stanzas in the text of a file that was read, of which the reader saw nothing. `includes` are those
 * of the file, none where it is a document.
 */
export function unreadStanzas(
  tree: SourceTree,
  source: SourceId,
  seen: readonly Stretch[],
  includes: readonly Inclusion[],
): readonly Diagnostic[] {
  const reading = tree.read(source);
  if (reading.kind !== "text") return [];
  const matches = [...reading.text.matchAll(stanza)];
  const wasSeen = inAny(seen);
  const leavingOut = leftOutBy(tree, includes);
  return matches.flatMap(({ index: start }, at) => {
    if (wasSeen(start)) return [];
    // One line may hold many.
    const next = matches[at + 1]?.index ?? reading.text.length;
    const [said = ""] = reading.text
      .slice(start, Math.min(next, start + longest))
      .split(/[\n\r]/, 1);
    const span = { source, start, end: start + said.trimEnd().length };
    const text = said.slice(3).trim().slice(0, 80);
    const include = leavingOut(start);
    return [report(unreadOperation, span, { text, ...(include && { include }) })];
  });
}
