import type { ImpliedStatus } from "../operations/implied-statuses.js";
import type { Operation } from "../reference.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import { bodyWithoutRoom } from "../../diagnostics/rules/body-without-room.js";
import { noSuccessStatus } from "../../diagnostics/rules/no-success-status.js";
import { otherSuccess } from "../../diagnostics/rules/other-success.js";
import { pathParameterNotInUrl } from "../../diagnostics/rules/path-parameter-not-in-url.js";
import { undocumentedPathParameter } from "../../diagnostics/rules/undocumented-path-parameter.js";
import { urlVariableElsewhere } from "../../diagnostics/rules/url-variable-elsewhere.js";
import type { Span } from "../../diagnostics/span.js";
import { slipDistance } from "../words/names/slips.js";
import { isBodyless, serverVariables, type SortedRows } from "../rows/rows.js";

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
  const documented = new Set(rows.path.map(({ name }) => name.value));
  const bare = operation.variables.filter((name) => !documented.has(name));
  const strange = [
    ...rows.unplaced,
    ...rows.query.filter(({ entry }) => entry?.in === "path"),
    ...rows.requestBody.filter(({ entry }) => entry?.in === "path"),
  ];
  const ofServer = serverVariables(operation);
  const names = strange.flatMap(({ name }) => (ofServer.has(name.value) ? [] : [name.value]));
  const lost = new Set(rows.unplaced.map(({ name }) => name.value));
  const twins = twinsOf([...new Set(bare)], [...new Set(names)], lost);
  const paired = new Set(twins.values());
  return [
    // A row that means a variable under another name is told of at the URL.
    ...strange
      .filter((row) => !paired.has(row.name.value) && !ofServer.has(row.name.value))
      .map((row) =>
        report(pathParameterNotInUrl, row.name.span, {
          name: row.name.value,
          path: operation.path,
          taken: rows.query.includes(row) ? "query" : undefined,
        }),
      ),
    ...[...new Set(bare)].map((name) => {
      const twin = twins.get(name);
      return report(undocumentedPathParameter, variableSpan(operation, name), { name, twin });
    }),
  ];
}

/**
 * The rows that mean variables of the URL under other names: spelt in another way or misspelt, the
 * nearest first; or the only one left for the only variable left, where one name begins as the other
 * does or says no more than how the other ends: `finder_id` for `{finder}`, `id` for `{box_id}`.
 */
function twinsOf(
  variables: readonly string[],
  rows: readonly string[],
  lost: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const twins = new Map<string, string>();
  const taken = new Set<string>();
  const near = variables.flatMap((name) =>
    rows.flatMap((row) => {
      const distance = slipDistance(row, name);
      return distance === undefined ? [] : [{ name, row, distance }];
    }),
  );
  for (const { name, row } of near.toSorted((a, b) => a.distance - b.distance)) {
    if (twins.has(name) || taken.has(row)) continue;
    twins.set(name, row);
    taken.add(row);
  }
  const [name, ...names] = variables.filter((each) => !twins.has(each));
  const [row, ...others] = rows.filter((each) => lost.has(each) && !taken.has(each));
  if (name === undefined || row === undefined || names.length + others.length > 0) return twins;
  const [meant = "", said = ""] = [name, row].map((each) =>
    each.toLowerCase().replaceAll("-", "_"),
  );
  const isPart =
    said.startsWith(`${meant}_`) || meant.startsWith(`${said}_`) || meant.endsWith(`_${said}`);
  if (isPart || nearest(row, [name]).length > 0) twins.set(name, row);
  return twins;
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
