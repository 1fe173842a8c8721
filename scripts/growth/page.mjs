// The tables of docs/growth.md: rows are written by name, so that some can be measured alone.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

export const heads = {
  growth: ["what grows", "from N to 4N", "CPU at N, 2N, 4N", "exponent", "most of it", "steps"],
  ceilings: ["how many", "CPU", "most of it", "peak memory", "ceiling"],
};

/** The lines of a Markdown table, its columns aligned as oxfmt does. */
export function tableLines(head, rows) {
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...rows.map((row) => row[column].length)),
  );
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

/** Puts `rows` into the table `name` of a page, in place of those of the same name; in `order`. */
export function writeRows(file, name, rows, order) {
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  const text = readFileSync(file, "utf8");
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end);
  if (from < begin.length || to < from) throw new Error(`${file} has no table ${name}`);
  const known = text
    .slice(from, to)
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const all = new Map([...known, ...rows].map((row) => [row[0], row]));
  const sorted = order.flatMap((each) => (all.has(each) ? [all.get(each)] : []));
  const lines = tableLines(heads[name], sorted);
  writeFileSync(file, `${text.slice(0, from)}\n\n${lines.join("\n")}\n\n${text.slice(to)}`);
}
