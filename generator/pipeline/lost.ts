import type { ApiReference } from "../apiref/model.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { placeOf } from "../diagnostics/span.js";
import type { Lost } from "../diff/side.js";
import type { SourceTree } from "../source/tree.js";
import { ofRows, type UnreadRows } from "./unread-rows.js";

/** Findings behind which operations may be missing, wherever they are found. */
const always = new Set([
  "include-cycle",
  "include-limit",
  "incomplete-method",
  "nesting-too-deep",
  "no-operation",
  "unread-operation",
  "unreadable-member",
  "unresolved-reference",
]);

/** Findings of an OpenAPI document behind which something of it is left out. */
const ofDocuments = new Set([
  "repeated-member",
  "repeated-parameter",
  "unknown-path-member",
  "unread-status",
  "unsent-parameter",
]);
/** Either, by the file that they are about. */
const ofFiles = new Set(["file-outside-tree", "missing-file", "unreadable-file"]);
const holdsStanzas = /"[^"]*\.(?:rst|inc|txt|ya?ml)"/i;

/**
 * What of a tree could not be read though operations may have stood there: where there is any, a
 * comparison cannot say that nothing has changed.
 */
export function lostIn(
  diagnostics: readonly Diagnostic[],
  tree: SourceTree,
  reference?: ApiReference,
  unread?: UnreadRows,
): readonly Lost[] {
  const isOfDocument = ({ code }: Diagnostic) => reference === undefined && ofDocuments.has(code);
  const lost = diagnostics.flatMap((one) =>
    isLost(one) || isOfDocument(one) ? [withCount(lostAt(one, tree), unread?.words(one))] : [],
  );
  // An include that two documents have is one loss.
  const all = [...lost, ...unreadable(tree, reference)];
  return [...new Map(all.map((one) => [`${one.file}:${one.line} ${one.message}`, one])).values()];
}

function withCount(lost: Lost, words = ""): Lost {
  return words === "" ? lost : { ...lost, message: `${lost.message}${words}` };
}

/** Whether operations may be missing behind it, wherever it is found. */
export function isLost({ code, message }: Diagnostic): boolean {
  return always.has(code) || ofRows.has(code) || (ofFiles.has(code) && holdsStanzas.test(message));
}

/** A finding as reports of a comparison have it. */
export function lostAt({ message, span }: Diagnostic, tree: SourceTree): Lost {
  const reading = span && tree.read(span.source);
  const line =
    span !== undefined && reading?.kind === "text"
      ? placeOf(reading.text, span.start).line
      : undefined;
  return { file: span?.source ?? "", ...(line !== undefined && { line }), message };
}

/**
 * Files that were read and are no text: bytes in another encoding read as letters that are none,
 * and as no stanza at all.
 */
function unreadable(tree: SourceTree, reference: ApiReference | undefined): readonly Lost[] {
  if (reference === undefined) return [];
  const found = new Set(
    reference.chapters.flatMap(({ source, operations }) => [
      source,
      ...operations.map((operation) => operation.source),
    ]),
  );
  return [...tree.documents, ...tree.fragments].flatMap((file): readonly Lost[] => {
    const reading = tree.read(file);
    if (reading.kind !== "text") return [];
    const isText = !reading.text.includes("\0") && !reading.notes.includes("not-utf-8");
    if (isText || (found.has(file) && !reading.text.includes("\0"))) return [];
    return [{ file, message: "its bytes are no UTF-8 text, and no operation was found in it" }];
  });
}
