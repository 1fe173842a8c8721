import { printable } from "../../diagnostics/report/finding.js";
import type { Change, Verdict } from "../change.js";
import { operationWords, rangeWords, type Reported, toldTogether } from "./reported.js";

/** The headings of keepachangelog.com, and what of a comparison stands under each. */
const sections: readonly (readonly [string, readonly Verdict[]])[] = [
  ["Breaking", ["breaking"]],
  ["Perhaps breaking", ["unknown"]],
  ["Added", ["addition"]],
  ["Fixed in the docs", ["correction"]],
];

/** Lines for a CHANGELOG.md, for people who call the API. */
export function changelog(services: readonly Reported[]): string {
  const text = services.map((service) => ofService(service, services.length > 1)).join("\n");
  return text;
}

function ofService({ name, comparison }: Reported, named: boolean): string {
  const parts = sections.flatMap(([title, verdicts]) => {
    const own = comparison.changes.filter(({ verdict }) => verdicts.includes(verdict));
    if (own.length === 0) return [];
    return [`### ${title}${named ? ` (${printable(name)})` : ""}\n\n${lines(own)}\n`];
  });
  return parts.join("\n");
}

function lines(changes: readonly Change[]): string {
  return toldTogether(changes)
    .map(({ change, operations }) => {
      const range = rangeWords(change);
      const more = operations.length > 1 ? ` and ${operations.length - 1} more` : "";
      const where = change.operation === null ? "" : `${operationWords(change)}${more}: `;
      return `- ${printable(where)}${printable(change.message)}${range === "" ? "" : ` [${range}]`}`;
    })
    .join("\n");
}
