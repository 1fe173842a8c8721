import { type Diagnostic, report } from "../../../diagnostics/diagnostic.js";
import { unreferencedFootnote } from "../../../diagnostics/rules/unreferenced-footnote.js";
import { normaliseName } from "../../../rst/names.js";
import type { Words } from "../../../rst/inline/words.js";

/**
 * Footnotes of documents that nothing there refers to, and citations that no document refers to
 * (Sphinx: "Footnote [1] is not referenced", "Citation [label] is not referenced"). Of footnotes that
 * docutils numbers Sphinx asks only that some reference is there. `elsewhere` are the labels that
 * texts of other files refer to.
 */
export function unreferencedFootnotes(
  documents: readonly Words[],
  elsewhere: ReadonlySet<string>,
): readonly Diagnostic[] {
  const cited = new Set([...elsewhere, ...documents.flatMap(referred)]);
  return documents.flatMap((document) => {
    if (document.names.notes.length === 0) return [];
    const own = new Set([...elsewhere, ...referred(document)]);
    return document.names.notes.flatMap(({ value: label, span }) => {
      const known = label.startsWith("#")
        ? own.has("#")
        : (/\D/.test(label) ? cited : own).has(normaliseName(label));
      return known || label === "*" ? [] : [report(unreferencedFootnote, span, { label })];
    });
  });
}

/** The labels that a text refers to; `#` for any that docutils numbers. */
export function referred({ marked }: Words): readonly string[] {
  return marked.flatMap(({ nodes }) =>
    nodes.flatMap((node) =>
      node.kind !== "footnote"
        ? []
        : [node.label.startsWith("#") ? "#" : normaliseName(node.label)],
    ),
  );
}
