import { type Diagnostic, report } from "../../../diagnostics/diagnostic.js";
import { selectionWithoutLines } from "../../../diagnostics/rules/selection-without-lines.js";
import type { SourceId } from "../../../diagnostics/span.js";
import type { Directive } from "../../../rst/blocks.js";
import { selectLines } from "../../../rst/source/selection.js";
import { resolvePath } from "../../../source/paths.js";
import type { SourceTree } from "../../../source/tree.js";

/**
 * Options of a literalinclude, shown in `documents`, that select what its file has not (Sphinx:
 * "pattern not found", "no lines pulled", "line number spec is out of range", "Object named …").
 */
export function emptySelections(
  directives: readonly Directive[],
  documents: readonly SourceId[],
  tree: SourceTree,
): readonly Diagnostic[] {
  return directives.flatMap((directive) => {
    const [path, more] = directive.argument;
    if (directive.name.toLowerCase() !== "literalinclude" || path === undefined) return [];
    const { options, name } = directive;
    // Of another encoding, or compared with another file, the lines are not those that are read.
    const others = options.some((option) => /^(?:encoding|tab-width|diff)$/i.test(option.name));
    if (more !== undefined || others) return [];
    for (const document of documents) {
      const reading = tree.read(resolvePath(tree, document, path.text));
      if (reading.kind !== "text" || reading.notes.includes("not-utf-8")) continue;
      const { fault } = selectLines(directive, reading.text);
      // A value of several lines is not known as it was written.
      const { valueSpan, value } = fault?.option ?? {};
      if (fault === undefined || valueSpan === undefined) return [];
      if (value?.length !== valueSpan.end - valueSpan.start) return [];
      const said = { directive: name, option: fault.option.name, fault: fault.fault };
      return [report(selectionWithoutLines, valueSpan, said)];
    }
    return [];
  });
}
