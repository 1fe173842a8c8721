import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { duplicateTarget } from "../../diagnostics/rules/duplicate-target.js";
import type { SourceId } from "../../diagnostics/span.js";
import type { RstDocument } from "../../rst/blocks.js";
import { forEachText } from "../../rst/inline/context.js";

/** Terms that two glossaries, or one twice, describe (Sphinx: "duplicate term description"). */
export function repeatedTerms(documents: readonly RstDocument[]): readonly Diagnostic[] {
  const owners = new Map<string, SourceId>();
  const found: Diagnostic[] = [];
  for (const { source, blocks } of documents)
    forEachText(
      blocks,
      () => undefined,
      (block) => {
        if (block.kind !== "directive" || block.name.toLowerCase() !== "glossary") return;
        for (const inner of block.blocks) {
          if (inner.kind !== "definition-list") continue;
          for (const { term } of inner.items) {
            const name = term.text.replace(/\s+:\s.*$/, "").trim();
            const owner = owners.get(name);
            owners.set(name, owner ?? source);
            if (owner === undefined) continue;
            const span = { source: term.source, start: term.start, end: term.start + name.length };
            const elsewhere = owner === source ? {} : { elsewhere: owner };
            found.push(report(duplicateTarget, span, { name, ...elsewhere }));
          }
        }
      },
    );
  return found;
}
