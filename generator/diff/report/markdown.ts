import { printable } from "../../diagnostics/report/finding.js";
import { verdicts } from "../change.js";
import {
  headings,
  rangeWords,
  type Reported,
  summaryOf,
  type Told,
  toldTogether,
} from "./reported.js";

/** For a pull request or a review: the text of a change that a scheduled job opens. */
export function markdown(services: readonly Reported[]): string {
  return `${services.map(ofService).join("\n\n")}\n`;
}

function ofService(service: Reported): string {
  const { changes, sides } = service.comparison;
  const lost = (["old", "new"] as const).flatMap((side) =>
    sides[side].lost.map(({ file, line, message }) => {
      const at = line === undefined ? file : `${file}:${line}`;
      return `- ${side.toUpperCase()} ${code(at)}: ${escaped(message)}`;
    }),
  );
  const parts = verdicts.flatMap((verdict) => {
    const own = changes.filter((change) => change.verdict === verdict);
    if (own.length === 0) return [];
    const lines = toldTogether(own).map(item);
    const title = `### ${headings[verdict]} (${own.length})`;
    // What programs need not know of is folded away.
    return verdict === "correction"
      ? [`${title}\n\n<details><summary>Show them</summary>\n\n${lines.join("\n")}\n\n</details>`]
      : [`${title}\n\n${lines.join("\n")}`];
  });
  const unread = lost.length === 0 ? [] : [`### Not read\n\n${lost.join("\n")}`];
  const summary = summaryOf(service);
  return [
    `## ${escaped(service.name)}`,
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`,
    ...(service.notes ?? []).map(escaped),
    ...unread,
    ...parts,
  ].join("\n\n");
}

function item({ change, operations }: Told): string {
  const range = rangeWords(change);
  const shown = operations.slice(0, 3).map(code).join(", ");
  const more = operations.length > 3 ? ` and ${operations.length - 3} more` : "";
  const place = change.pointer === "" ? "" : ` at ${code(change.pointer)}`;
  const versions = range === "" ? "" : `, ${range}`;
  return `- ${escaped(change.message)}  \n  ${code(change.id)}: ${shown}${more}${place}${versions}`;
}

/** A code span (CommonMark, 6.1): one backtick more than any run of them inside. */
function code(words: string): string {
  const inner = printable(words);
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 || inner === "" ? " " : "";
  return `${fence}${space}${inner}${space}${fence}`;
}

/** Words of docs in text: code spans of our own stay, nothing else of them is markup. */
function escaped(words: string): string {
  return printable(words)
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>|#~@]/g, "\\$&")))
    .join("");
}
