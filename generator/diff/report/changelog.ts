import { printable } from "../../diagnostics/report/finding.js";
import type { Change, Verdict } from "../change.js";
import {
  commonRange,
  lostOnce,
  operationsOf,
  operationWords,
  type Reported,
  toldTogether,
} from "./reported.js";

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

function ofService(service: Reported, named: boolean): string {
  const { name, comparison, notes = [] } = service;
  const title = (words: string) => `### ${words}${named ? ` (${printable(name)})` : ""}`;
  const lost = lostOnce(service).map(
    ({ side, at, more, message }) => `- ${side} ${printable(at)}${more}: ${printable(message)}`,
  );
  const unread =
    lost.length === 0
      ? []
      : [`${title("Not read, so that more may have changed")}\n\n${lost.join("\n")}\n`];
  const parts = sections.flatMap(([heading, verdicts]) => {
    const own = comparison.changes.filter(({ verdict }) => verdicts.includes(verdict));
    return own.length === 0 ? [] : [`${title(heading)}\n\n${lines(own)}\n`];
  });
  const said = notes.map((note) => `${named ? `${printable(name)}: ` : ""}${printable(note)}\n`);
  return [...said, ...unread, ...parts].join("\n");
}

function lines(changes: readonly Change[]): string {
  return toldTogether(changes)
    .map((told) => {
      const { change, message } = told;
      const range = commonRange(told);
      const operations = operationsOf(told);
      const more = operations.length > 1 ? ` and ${operations.length - 1} more` : "";
      const where = change.operation === null ? "" : `${operationWords(change)}${more}: `;
      return `- ${printable(where)}${printable(message)}${range === "" ? "" : ` [${range}]`}`;
    })
    .join("\n");
}
