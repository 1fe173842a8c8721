import { type Diagnostic, report } from "../diagnostics/diagnostic.js";
import { unusedParameterEntry } from "../diagnostics/rules/unused-parameter-entry.js";
import type { SourceTree } from "../source/tree.js";
import type { Chapter, ParameterEntry } from "./model.js";
import { rootDocument } from "./documents.js";

/**
 * Entries that no row refers to and no other entry is made from. Told only of a whole reference:
 * a part of one does not know what the rest refers to.
 */
export function unusedEntries(
  tree: SourceTree,
  entries: readonly ParameterEntry[],
  chapters: readonly Chapter[],
): readonly Diagnostic[] {
  if (!isWhole(tree)) return [];
  const used = new Set(
    chapters.flatMap(({ operations }) =>
      operations.flatMap(({ request, response }) =>
        [...request, ...response].flatMap(({ rows }) => rows.map(({ entry }) => entry)),
      ),
    ),
  );
  return entries
    .filter((entry) => !used.has(entry) && !entry.lends)
    .map(({ name, span }) => report(unusedParameterEntry, span, { name }));
}

/** Whether the tree holds its root document and whatever that one is made of. */
function isWhole(tree: SourceTree): boolean {
  const root = rootDocument(tree);
  return root?.endsWith("index.rst") === true && tree.documents.length + tree.fragments.length > 1;
}
