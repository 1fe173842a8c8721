import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { latePathRow } from "../../diagnostics/rules/late-path-row.js";
import type { Operation, ParameterList } from "../model.js";

/**
 * Variables of URLs whose rows stand in a later list than the first (os-api-ref: "No path parameter
 * … found in rest_parameter stanza"). What no list has is told of by whoever places rows.
 */
export function latePathRows(operations: readonly Operation[]): readonly Diagnostic[] {
  return operations.flatMap((operation) => {
    const [first, ...later] = listsOf(operation);
    if (first === undefined) return [];
    return missingInFirst(operation).flatMap((name) =>
      later.some((list) => hasRow(list, name)) ? [report(latePathRow, first.span, { name })] : [],
    );
  });
}

/** The variables that os-api-ref does not find in the first list of an operation; none without lists. */
export function missingInFirst(operation: Operation): readonly string[] {
  const [first] = listsOf(operation);
  if (first === undefined) return [];
  const names = [...operation.url.value.matchAll(/\{([a-zA-Z][a-zA-Z_0-9]*)\}/g)];
  return names.flatMap(([, name = ""]) => (hasRow(first, name) ? [] : [name]));
}

/** The lists of an operation in the order of the text. */
function listsOf({ request, response }: Operation): readonly ParameterList[] {
  return [...request, ...response].sort((a, b) => a.span.start - b.span.start);
}

function hasRow({ rows }: ParameterList, name: string): boolean {
  return rows.some((row) => row.name.value === name);
}
