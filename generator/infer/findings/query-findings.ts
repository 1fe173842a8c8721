import type { Operation } from "../../apiref/model.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { requiredButAbsent } from "../../diagnostics/rules/required-but-absent.js";
import { isNeverSent } from "../required-parameters.js";
import type { SortedRows } from "../rows.js";

/** Query parameters that are said to be required, and that no request shown in the docs has. */
export function queryFindings(operation: Operation, rows: SortedRows): readonly Diagnostic[] {
  return rows.query
    .filter((row) => row.entry?.required === true && isNeverSent(row, operation))
    .map(({ name }) =>
      report(requiredButAbsent, name.span, { name: name.value, never: true, side: "request" }),
    );
}
