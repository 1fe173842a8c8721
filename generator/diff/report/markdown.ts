import { plural, printable } from "../../diagnostics/report/finding.js";
import { verdicts } from "../change.js";
import {
  headings,
  lostOnce,
  operationsOf,
  commonRange,
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
  const { changes } = service.comparison;
  const lost = lostOnce(service).map(
    ({ side, at, more, message }) => `- ${side} ${code(at)}${more}: ${escaped(message)}`,
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

/** So many operations stand in the line of what they have. */
const few = 3;

function item(told: Told): string {
  const { change, message, at } = told;
  const [first] = at;
  const common = commonRange(told);
  const pointer = at.every((one) => one.pointer === first?.pointer) ? (first?.pointer ?? "") : "";
  // What all have is said once, behind them.
  const own = at.map((one) =>
    placed(one.operation, pointer === "" ? one.pointer : "", common === "" ? one.range : ""),
  );
  const head = `- ${escaped(message)}  \n  ${code(change.id)}: `;
  if (at.length <= few) return head + placed(own.join(", "), pointer, common, false);
  const count = plural(operationsOf(told).length, "operation");
  // A block of HTML ends at an empty line, and what follows is Markdown again.
  const fold = [
    `  <details><summary>${count}</summary>`,
    "",
    ...own.map((one) => `  - ${one}`),
    "",
  ];
  return `${head}${placed(count, pointer, common, false)}\n\n${fold.join("\n")}\n  </details>\n`;
}

function placed(words: string, pointer: string, range: string, isCode = true): string {
  const at = pointer === "" ? "" : ` at ${code(pointer)}`;
  return `${isCode ? code(words) : words}${at}${range === "" ? "" : `, ${range}`}`;
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
