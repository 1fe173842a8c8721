import { type Diagnostic, report } from "../diagnostics/diagnostic.js";
import { unknownDirectiveOption } from "../diagnostics/rules/unknown-directive-option.js";
import type { Directive } from "../rst/blocks.js";

/** What docutils' `Table` takes, from which the lists of os-api-ref inherit. */
const ofTables = new Set("header-rows stub-columns width widths class name align".split(" "));

/** What Sphinx's `LiteralInclude` takes. */
const ofIncludes = new Set(
  `dedent linenos lineno-start lineno-match tab-width language force encoding pyobject lines
  start-after end-before start-at end-at prepend append emphasize-lines caption class name
  diff`.split(/\s+/),
);

/** The options of a directive of os-api-ref, or of a literalinclude, that it does not know. */
export function unknownOptions(directive: Directive): readonly Diagnostic[] {
  const known = directive.name.toLowerCase() === "literalinclude" ? ofIncludes : ofTables;
  return directive.options
    .filter((option) => !known.has(option.name.toLowerCase()))
    .map((option) =>
      report(unknownDirectiveOption, option.nameSpan, {
        directive: directive.name,
        option: option.name,
      }),
    );
}
