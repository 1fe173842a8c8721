import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { unknownDirectiveOption } from "../../diagnostics/rules/unknown-directive-option.js";
import type { Directive } from "../../rst/blocks.js";

/** What docutils' `Table` takes, from which the lists of os-api-ref inherit. */
const ofTables = new Set("header-rows stub-columns width widths class name align".split(" "));

/** The options of a list of os-api-ref that it does not know. */
export function unknownOptions(directive: Directive): readonly Diagnostic[] {
  return directive.options
    .filter((option) => !ofTables.has(option.name.toLowerCase()))
    .map((option) =>
      report(unknownDirectiveOption, option.nameSpan, {
        directive: directive.name,
        option: option.name,
      }),
    );
}
