import type { Severity } from "../diagnostic.js";
import { type Finding, printable } from "./finding.js";

/** Puts a colour around some words, or does not. */
export type Paint = (colour: "red" | "yellow" | "cyan" | "dim" | "bold", words: string) => string;

export const plain: Paint = (_colour, words) => words;

const codes = { red: 31, yellow: 33, cyan: 36, dim: 2, bold: 1 };
export const coloured: Paint = (colour, words) => `\u001b[${codes[colour]}m${words}\u001b[0m`;

/** The colour of each severity. */
export const severityColours: Readonly<Record<Severity, "red" | "yellow" | "cyan">> = {
  error: "red",
  warning: "yellow",
  info: "cyan",
};

/** For people: the finding, its line with the words marked, and what to do. */
export function pretty(findings: readonly Finding[], paint: Paint = plain): string {
  return findings.map((finding) => one(finding, paint)).join("\n");
}

function one({ diagnostic, at }: Finding, paint: Paint): string {
  const { code, severity, message, advice } = diagnostic;
  // Signs part the words where no colour does.
  const head = `${paint(severityColours[severity], `${severity}:`)} ${paint("bold", printable(message))} ${paint("dim", `[${code}]`)}`;
  const lines = [head];
  if (at !== undefined) {
    const { line, column } = at.start;
    lines.unshift(paint("dim", `${printable(at.file)}:${line}:${column}`));
    const until = at.end.line === line ? at.end.column : at.line.length + 1;
    if (/\S/.test(at.line)) lines.push(...excerpt(at.line, column, until, line, paint));
  }
  lines.push(paint("dim", `  → ${advice}`));
  return `${lines.join("\n")}\n`;
}

/** Columns of a source line that are shown at most: some sources are one gigantic line. */
const width = 100;

/** Two lines: the source around the words, and carets under them. */
function excerpt(
  source: string,
  column: number,
  until: number,
  number: number,
  paint: Paint,
): string[] {
  const from = column - 1 < width - 20 ? 0 : column - 1 - 20;
  const cut = source.slice(from, from + width);
  const before = (from > 0 ? "…" : "") + printable(source.slice(from, column - 1));
  const marked = printable(source.slice(column - 1, Math.min(until - 1, from + width)));
  const after = printable(source.slice(until - 1, from + width));
  const more = from + cut.length < source.length ? "…" : "";
  const gutter = `  ${number} │ `;
  const carets = "^".repeat(Math.max(1, wide(marked)));
  return [
    `${paint("dim", gutter)}${before}${marked}${after}${more}`,
    `${paint("dim", `${" ".repeat(gutter.length - 2)}│ `)}${" ".repeat(wide(before))}${paint("red", carets)}`,
  ];
}

/** How many columns a terminal gives to some words: East Asian ones take two each. */
function wide(words: string): number {
  let columns = 0;
  for (const character of words) {
    columns += /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character)
      ? 2
      : 1;
  }
  return columns;
}
