import type { ImpliedStatus } from "../operations/implied-statuses.js";
import type { Operation } from "../reference.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { bodyWithoutRoom } from "../../diagnostics/rules/body-without-room.js";
import { noSuccessStatus } from "../../diagnostics/rules/no-success-status.js";
import { otherSuccess } from "../../diagnostics/rules/other-success.js";
import { pathParameterNotInUrl } from "../../diagnostics/rules/path-parameter-not-in-url.js";
import { undocumentedPathParameter } from "../../diagnostics/rules/undocumented-path-parameter.js";
import { urlVariableElsewhere } from "../../diagnostics/rules/url-variable-elsewhere.js";
import type { Span } from "../../diagnostics/span.js";
import { pathTwins } from "../parameters/path-twins.js";
import { isBodyless, type SortedRows } from "../rows/rows.js";

/** Where the rows of an operation and the variables of its URL do not meet. */
export function urlFindings(operation: Operation, rows: SortedRows): readonly Diagnostic[] {
  return [
    ...pathFindings(operation, rows),
    ...rows.path.flatMap(({ name, reference, entry }) =>
      entry?.in === undefined || entry.in === "path"
        ? []
        : [
            report(urlVariableElsewhere, name.span, {
              name: name.value,
              reference: reference.value,
              place: entry.in,
            }),
          ],
    ),
    ...bodyFindingsOf(operation, rows),
  ];
}

/** Rows of the body where the method leaves no room for one; without any, the samples that show it. */
function bodyFindingsOf(operation: Operation, rows: SortedRows): readonly Diagnostic[] {
  if (!isBodyless(operation)) return [];
  const { value: method } = operation.method;
  const found = (taken: "body" | "query") =>
    rows[taken === "body" ? "requestBody" : "query"]
      .filter(({ entry }) => taken === "body" || entry?.in === "body")
      .map(({ name }) => report(bodyWithoutRoom, name.span, { name: name.value, method, taken }));
  const inRows = [...found("body"), ...found("query")];
  if (inRows.length > 0) return inRows;
  return operation.samples.flatMap(({ side, sample, span, path }) =>
    side === "request" && sample.kind === "json" && !sample.fragment
      ? [report(bodyWithoutRoom, path?.span ?? span, { name: undefined, method, taken: "body" })]
      : [],
  );
}

function pathFindings(operation: Operation, rows: SortedRows): readonly Diagnostic[] {
  // A callback has no path: its URL is what a client gave.
  if (operation.callback) return [];
  const { bare, strange, twins } = pathTwins(operation, rows);
  const paired = new Set(twins.values());
  return [
    // A row that means a variable under another name is told of at the URL.
    ...strange
      .filter((row) => !paired.has(row.name.value))
      .map((row) =>
        report(pathParameterNotInUrl, row.name.span, {
          name: row.name.value,
          path: operation.path,
          taken: rows.query.includes(row) ? "query" : undefined,
        }),
      ),
    ...bare.map((name) => {
      const twin = twins.get(name);
      return report(undocumentedPathParameter, variableSpan(operation, name), { name, twin });
    }),
  ];
}

/** Where a variable stands in the URL as written, with its braces; the whole URL if it is torn. */
function variableSpan({ url }: Operation, name: string): Span {
  const word = `{${name}}`;
  const at = url.value.indexOf(word);
  if (at < 0) return url.span;
  const start = url.span.start + at;
  return { ...url.span, start, end: start + word.length };
}

/**
 * Codes are documented, and one of them is another than the service answers; or none of them says that it worked. What only ever answers 410 (RFC 9110:
 * gone) is documented rightly: it cannot work any more.
 */
export function statusFindings(
  operation: Operation,
  implied: readonly ImpliedStatus[],
): readonly Diagnostic[] {
  const { statuses, title } = operation;
  const others = implied.flatMap(({ code: answered, instead }) => {
    if (instead === undefined) return [];
    const { of, from } = instead;
    return [report(otherSuccess, of.span, { named: of.code, answered, from })];
  });
  if (others.length > 0) return others;
  if (statuses.length === 0 || statuses.some(({ code }) => code < 400)) return [];
  if (statuses.every(({ code }) => code === 410)) return [];
  return [report(noSuccessStatus, title.span, { title: title.value })];
}
