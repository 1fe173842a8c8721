import type { Operation, ParameterList } from "../reference.js";
import type { SortedRows } from "../rows/rows.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { headerContradictsSample } from "../../diagnostics/rules/header-contradicts-sample.js";
import { repeatedRow } from "../../diagnostics/rules/repeated-row.js";

/**
 * Rows that stand in their list already. Objects of a body may have members in common, and the list
 * is flat: of those, only a row right behind the same one is told.
 */
export function repeatedRows({ request, response }: Operation): readonly Diagnostic[] {
  return [...request, ...response].flatMap(repeatsIn);
}

function repeatsIn({ rows }: ParameterList): readonly Diagnostic[] {
  const seen = new Set<string>();
  let last = "";
  return rows.flatMap(({ name, reference, entry }) => {
    const row = `${name.value}: ${reference.value}`;
    const isFlat = entry?.in !== undefined && entry.in !== "body";
    const isRepeated = row === last || (isFlat && seen.has(row));
    seen.add(row);
    last = row;
    if (!isRepeated) return [];
    return [report(repeatedRow, name.span, { name: name.value, reference: reference.value })];
  });
}

/** Rows of an answer whose entries are of headers, and which its samples show in the body. */
export function shownHeaders({ responseBody }: SortedRows): readonly Diagnostic[] {
  return responseBody
    .filter(({ entry }) => entry?.in === "header")
    .map(({ name, reference }) =>
      report(headerContradictsSample, name.span, {
        name: name.value,
        reference: reference.value,
      }),
    );
}
