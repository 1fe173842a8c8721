/** What is wrong with a table, and in which of its lines, from 0. */
export interface TableFault {
  readonly line: number;
  readonly said: string;
}

interface Column {
  readonly start: number;
  readonly end: number;
}

const border = /^=[ =]*$/;
const span = /^-[- ]*$/;

/**
 * What docutils refuses the simple table that begins with the first of `lines` for
 * (`isolate_simple_table`, then `SimpleTableParser`):
 *
 *     ====  =====
 *     Name  Words
 *     ====  =====
 *     a name too long     words in the gap between columns
 *     -                   a line of hyphens joins columns: this one does not reach the last
 *     ====  =====         ends the table before a blank line, or as the third of its kind
 */
export function simpleTableFault(lines: readonly string[]): TableFault | undefined {
  const end = endOf(lines);
  if (typeof end !== "number") return end;
  const block = lines
    .slice(0, end + 1)
    .map((line) => (border.test(line) ? line.replaceAll("=", "-") : line));
  const columns = [...columnsIn(block[0] ?? "")];
  const reach = columns.at(-1)?.end ?? 0;
  const [first = { start: 0, end: 0 }] = columns;
  let start = 1;
  let begun = false;
  for (let at = 1; at < block.length; at += 1) {
    const line = block[at] ?? "";
    const spans = span.test(line);
    const words = line.slice(first.start, first.end).trim() !== "";
    if (spans || (words && begun && at !== start)) {
      const fault = rowFault(
        block.slice(start, at),
        start,
        columns,
        spans ? line : undefined,
        reach,
      );
      if (fault !== undefined) return fault;
    }
    if (spans) {
      start = at + 1;
      begun = false;
    } else if (words) {
      start = at;
      begun = true;
    } else if (!begun) start = at + 1;
  }
  return undefined;
}

/** The line of the last border. */
function endOf(lines: readonly string[]): number | TableFault {
  const length = lines[0]?.length;
  let found = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (!border.test(line)) continue;
    if (line.length !== length)
      return { line: at, said: "has a border that is not as long as its first" };
    found += 1;
    if (found === 2 || (lines[at + 1] ?? "") === "") return at;
  }
  return { line: 0, said: "does not end as it begins" };
}

function columnsIn(line: string): readonly Column[] {
  return [...line.matchAll(/-[^ ]*/g)].map((run) => ({
    start: run.index,
    end: run.index + run[0].length,
  }));
}

/** A row of `lines`, closed by a line of hyphens or by the next one. Widens the last of `columns`. */
function rowFault(
  lines: readonly string[],
  start: number,
  columns: Column[],
  hyphens: string | undefined,
  reach: number,
): TableFault | undefined {
  const below = start + lines.length;
  const own = hyphens === undefined ? [...columns] : [...columnsIn(hyphens)];
  const last = own.at(-1);
  const main = columns.at(-1);
  if (last === undefined || main === undefined) return undefined;
  if (hyphens !== undefined) {
    if (last.end !== reach)
      return { line: below, said: "has a line that does not end with its last column" };
    own[own.length - 1] = { start: last.start, end: main.end };
  }
  for (const [index, column] of own.entries()) {
    const next = own[index + 1]?.start;
    for (const [at, line] of lines.entries()) {
      if (line.slice(column.end, next).trim() === "") continue;
      if (next !== undefined)
        return { line: start + at, said: "has words in the gap between its columns" };
      const end = Math.max(columns.at(-1)?.end ?? 0, line.length);
      own[index] = { start: column.start, end };
      columns[columns.length - 1] = { start: main.start, end };
    }
  }
  return areJoined(own, columns)
    ? undefined
    : { line: below, said: "has a line whose parts are not its columns" };
}

/** Whether each of `own` begins where one of `columns` begins and ends where one ends, with no gap. */
function areJoined(own: readonly Column[], columns: readonly Column[]): boolean {
  let at = 0;
  for (const { start, end } of own) {
    if (columns[at]?.start !== start) return false;
    while (columns[at] !== undefined && columns[at]?.end !== end) at += 1;
    if (columns[at] === undefined) return false;
    at += 1;
  }
  return true;
}
