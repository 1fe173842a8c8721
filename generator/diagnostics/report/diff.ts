import { applyChanges, type Change } from "../edits.js";
import { type Paint, plain } from "./pretty.js";
import { printable } from "./finding.js";

/** Lines shown around a change, as `diff -u` has it. */
const context = 3;

/** Lines of the old text, `from` to `to` (exclusive, 0-based), and what takes their place. */
interface Region {
  readonly from: number;
  to: number;
  changes: Change[];
}

/**
 * The changes of one file as a unified diff, which `patch` and `git apply` read. On a terminal
 * (where there is colour) what would drive it is made visible.
 */
export function unifiedDiff(
  file: string,
  text: string,
  changes: readonly Change[],
  paint: Paint = plain,
): string {
  if (changes.length === 0) return "";
  const lines = linesOf(text);
  const starts = startsOf(lines);
  const show = (line: string) => (paint === plain ? line : printable(line));
  const out = [paint("bold", `--- a/${show(file)}`), paint("bold", `+++ b/${show(file)}`)];
  let shift = 0;
  for (const hunk of hunksOf(regionsOf(starts, lines, changes))) {
    const first = Math.max(0, (hunk[0]?.from ?? 0) - context);
    const last = Math.min(lines.length, (hunk.at(-1)?.to ?? 0) + context);
    const body: string[] = [];
    let at = first;
    let added = 0;
    let removed = 0;
    const push = (sign: string, line: string) => {
      const shown = show(line.replace(/\n$/, ""));
      const colour = sign === "-" ? "red" : sign === "+" ? "cyan" : undefined;
      body.push(colour === undefined ? `${sign}${shown}` : paint(colour, `${sign}${shown}`));
      if (!line.endsWith("\n")) body.push("\\ No newline at end of file");
    };
    for (const { from, to, changes: own } of hunk) {
      for (const line of lines.slice(at, from)) push(" ", line);
      const start = starts[from] ?? 0;
      const old = lines.slice(from, to);
      const moved = own.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
      const made = linesOf(applyChanges(old.join(""), moved));
      for (const line of old) push("-", line);
      for (const line of made) push("+", line);
      added += made.length;
      removed += old.length;
      at = to;
    }
    for (const line of lines.slice(at, last)) push(" ", line);
    const length = last - first;
    out.push(
      paint(
        "dim",
        `@@ -${rangeOf(first, length)} +${rangeOf(first + shift, length - removed + added)} @@`,
      ),
      ...body,
    );
    shift += added - removed;
  }
  return `${out.join("\n")}\n`;
}

/** `\n` ends a line, as for `diff`; a `\r` before it belongs to the line. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function startsOf(lines: readonly string[]): readonly number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length;
    return start;
  });
}

/** The lines that each change touches; changes of one line are one region. */
function regionsOf(
  starts: readonly number[],
  lines: readonly string[],
  changes: readonly Change[],
): readonly Region[] {
  const regions: Region[] = [];
  let line = 0;
  for (const change of changes) {
    while (line + 1 < lines.length && (starts[line + 1] ?? 0) <= change.start) line += 1;
    const from = line;
    let to = from + 1;
    // A change that takes the end of a line takes the next line with it.
    while (
      to < lines.length &&
      (starts[to] ?? 0) <= change.end - (change.end > change.start ? 0 : 1)
    )
      to += 1;
    const before = regions.at(-1);
    if (before !== undefined && from < before.to) {
      before.to = Math.max(before.to, to);
      before.changes.push(change);
    } else regions.push({ from, to, changes: [change] });
  }
  return regions;
}

/** Regions whose surroundings touch stand together. */
function hunksOf(regions: readonly Region[]): readonly (readonly Region[])[] {
  const hunks: Region[][] = [];
  for (const region of regions) {
    const before = hunks.at(-1);
    if (before !== undefined && region.from - (before.at(-1)?.to ?? 0) <= 2 * context) {
      before.push(region);
    } else hunks.push([region]);
  }
  return hunks;
}

/** Line numbers begin at 1; of nothing, the line before it is named (POSIX, diff -u). */
function rangeOf(first: number, length: number): string {
  const start = length === 0 ? first : first + 1;
  return length === 1 ? String(start) : `${start},${length}`;
}
