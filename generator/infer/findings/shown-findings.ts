import type { Operation, Row, Side } from "../reference.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { requiredButAbsent } from "../../diagnostics/rules/required-but-absent.js";
import { isNeverSent } from "../parameters/required-parameters.js";
import type { SortedRows } from "../rows/rows.js";
import { answersNothing } from "../operations/shown-answers.js";

/** What is said to be required, and what requests and answers that the docs show over HTTP lack. */
export function shownFindings(operation: Operation, rows: SortedRows): readonly Diagnostic[] {
  const absent = (side: Side, missing: readonly Row[]): readonly Diagnostic[] =>
    missing
      .filter(({ entry }) => entry?.required === true)
      .map(({ name }) =>
        report(requiredButAbsent, name.span, { name: name.value, never: true, side }),
      );
  return [
    ...absent(
      "request",
      rows.query.filter((row) => isNeverSent(row, operation)),
    ),
    ...absent("response", answersNothing(operation) ? rows.responseBody : []),
  ];
}
