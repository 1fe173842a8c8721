import type { Operation } from "../../apiref/model.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { noSuccessStatus } from "../../diagnostics/rules/no-success-status.js";
import { pathParameterNotInUrl } from "../../diagnostics/rules/path-parameter-not-in-url.js";
import { undocumentedPathParameter } from "../../diagnostics/rules/undocumented-path-parameter.js";
import type { Span } from "../../diagnostics/span.js";
import type { SortedRows } from "../rows.js";

/** Where the rows of an operation and the variables of its URL do not meet. */
export function urlFindings(operation: Operation, rows: SortedRows): readonly Diagnostic[] {
  const documented = new Set(rows.path.map(({ name }) => name.value));
  const bare = operation.variables.filter((name) => !documented.has(name));
  const strange = [
    ...rows.homeless,
    ...rows.requestBody.filter(({ entry }) => entry?.in === "path"),
  ];
  const twins = new Map(bare.map((name) => [plain(name), name]));
  return [
    // A row that spells the name in another way is told of at the URL.
    ...strange
      .filter(({ name }) => !twins.has(plain(name.value)))
      .map(({ name }) =>
        report(pathParameterNotInUrl, name.span, { name: name.value, path: operation.path }),
      ),
    ...[...new Set(bare)].map((name) => {
      const twin = strange.find((row) => plain(row.name.value) === plain(name))?.name.value;
      return report(undocumentedPathParameter, variableSpan(operation, name), { name, twin });
    }),
  ];
}

/** A name without what writers vary: `Image-ID` and `image_id` mean one thing. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, "");
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
 * Codes are documented, and none of them says that it worked. What only ever answers 410 (RFC 9110:
 * gone) is documented rightly: it cannot work any more.
 */
export function statusFindings(operation: Operation): readonly Diagnostic[] {
  const { statuses, title } = operation;
  if (statuses.length === 0 || statuses.some(({ code }) => code < 400)) return [];
  if (statuses.every(({ code }) => code === 410)) return [];
  return [report(noSuccessStatus, title.span, { title: title.value })];
}
