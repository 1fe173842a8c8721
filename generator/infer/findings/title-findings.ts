import type { Operation } from "../../apiref/model.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { repeatedTitle } from "../../diagnostics/rules/repeated-title.js";

/**
 * A title that another operation of the same docs has. Documents in folders of their own, such as
 * those of two API versions, may say the same things.
 */
export function titleFindings(
  operation: Operation,
  first: Operation | undefined,
  operationId: string,
): readonly Diagnostic[] {
  if (first === undefined || folderOf(operation) !== folderOf(first)) return [];
  const { value: title, span } = operation.title;
  const other = `${first.method.value} ${first.url.value}`;
  return [report(repeatedTitle, span, { title, other, operationId })];
}

function folderOf({ document }: Operation): string {
  return document.slice(0, document.lastIndexOf("/") + 1);
}
