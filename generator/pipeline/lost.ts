import type { ApiReference } from "../apiref/model.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { placeOf } from "../diagnostics/span.js";
import type { Lost } from "../diff/side.js";
import type { Inferences } from "../infer/model.js";
import type { SourceTree } from "../source/tree.js";

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

/** Findings behind which all rows of a parameters file may be missing. */
const ofRows = new Set(["invalid-yaml", "no-parameters-file"]);
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
  reference: ApiReference | undefined,
): readonly Lost[] {
  const lost = diagnostics.flatMap(({ code, message, span }): readonly Lost[] => {
    const counts =
      always.has(code) || ofRows.has(code) || (ofFiles.has(code) && holdsStanzas.test(message));
    if (!counts) return [];
    const reading = span && tree.read(span.source);
    const line =
      span !== undefined && reading?.kind === "text"
        ? placeOf(reading.text, span.start).line
        : undefined;
    return [{ file: span?.source ?? "", ...(line !== undefined && { line }), message }];
  });
  // An include that two documents have is one loss.
  const all = [...lost, ...unreadable(tree, reference)];
  return [...new Map(all.map((one) => [`${one.file}:${one.line} ${one.message}`, one])).values()];
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

/** The operations whose rows have their entries in a file that could not be read. */
export function unreadOperations(
  diagnostics: readonly Diagnostic[],
  tree: SourceTree,
  { operations }: Inferences,
): ReadonlySet<string> {
  const broken = new Set(
    diagnostics.flatMap(({ code, span }) => (ofRows.has(code) && span ? [span.source] : [])),
  );
  const isUnread = (file: string): boolean => broken.has(file) || tree.read(file).kind !== "text";
  return new Set(
    [...operations.values()]
      .filter(({ operation }) =>
        [...operation.request, ...operation.response].some(({ file }) => isUnread(file)),
      )
      .map(({ operationId }) => operationId),
  );
}
