import type { SourceId, Span } from "../diagnostics/span.js";
import type { Line } from "./blocks.js";

/**
 * One physical line as the block reader sees it. Nothing is copied or expanded: the indentation is
 * a number, and offsets stay those of the source.
 *
 *     ··-␣name: image_name        raw, from `start`
 *         ^ first, column         after the marker of a list item is set aside
 */
export interface Row {
  /** The line without its end and without trailing white space. */
  readonly raw: string;
  readonly source: SourceId;
  /** Offset of `raw` in its source. */
  readonly start: number;
  /** Index in `raw` of the first character that counts. */
  readonly first: number;
  /** Its column, tabs going on to the next multiple of eight (docutils' `tab_width`). */
  readonly column: number;
  /** `raw` from `first`. */
  readonly text: string;
  readonly blank: boolean;
}

const TAB = 8;
const indentation = new Set([" ", "\t", "\v", "\f"]);

/** The row of `raw`, whose trailing white space does not count. */
function rowOf(line: string, source: SourceId, start: number): Row {
  const raw = line.trimEnd();
  let first = 0;
  let column = 0;
  while (first < raw.length && indentation.has(raw.charAt(first))) {
    column = raw.charAt(first) === "\t" ? column - (column % TAB) + TAB : column + 1;
    first += 1;
  }
  return { raw, source, start, first, column, text: raw.slice(first), blank: raw === "" };
}

/** The lines of `text` between two offsets; `\n`, `\r\n` and a lone `\r` end a line. */
export function splitRows(text: string, source: SourceId, from = 0, to = text.length): Row[] {
  const rows: Row[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    rows.push(rowOf(text.slice(start, at), source, start));
    if (code === 13 && at + 1 < to && text.charCodeAt(at + 1) === 10) at += 1;
    start = at + 1;
  }
  if (start < to) rows.push(rowOf(text.slice(start, to), source, start));
  return rows;
}

/** Lines that somebody else cut out of a source, as rows. */
export function rowsOf(lines: readonly Line[]): Row[] {
  return lines.map((line) => rowOf(line.text, line.source, line.start));
}

/** `row` without its first `length` characters (a list marker, `.. name::`) and the space behind them. */
export function after(row: Row, length: number, column?: number): Row {
  const rest = row.text.slice(length);
  const text = rest.trimStart();
  const skipped = length + rest.length - text.length;
  return {
    ...row,
    first: row.first + skipped,
    column: column ?? row.column + skipped,
    text,
    blank: text === "",
  };
}

/** The row as a line: indentation up to column `margin` is cut off, what is left of it stays. */
export function lineOf(row: Row, margin: number): Line {
  if (row.blank) return { text: "", source: row.source, start: row.start + row.raw.length };
  if (row.column <= margin) {
    return { text: row.text, source: row.source, start: row.start + row.first };
  }
  let at = 0;
  let column = 0;
  while (at < row.first && column < margin) {
    column = row.raw.charAt(at) === "\t" ? column - (column % TAB) + TAB : column + 1;
    at += 1;
  }
  return { text: row.raw.slice(at), source: row.source, start: row.start + at };
}

/** What is said from the first character of `first` to the last of `last`, rows of one source. */
export function spanOf(first: Row, last: Row = first): Span {
  return {
    source: first.source,
    start: first.start + first.first,
    end: Math.max(first.start + first.first, last.start + last.raw.length),
  };
}

/** What `rows` say, from the first to the last. */
export function extentOf(rows: readonly Row[]): Span {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return { source: "", start: 0, end: 0 };
  return spanOf(first, last);
}

/** The span of `length` characters of a row's text, from `offset`. */
export function spanIn(row: Row, offset: number, length: number): Span {
  const start = row.start + row.first + offset;
  return { source: row.source, start, end: start + length };
}

/** `rows` without blank ones at either end. */
export function trimRows(rows: readonly Row[]): readonly Row[] {
  let from = 0;
  let to = rows.length;
  while (from < to && rows[from]?.blank === true) from += 1;
  while (to > from && rows[to - 1]?.blank === true) to -= 1;
  return rows.slice(from, to);
}

/** The least column of the rows that say something. */
export function marginOf(rows: readonly Row[]): number {
  let margin = Number.POSITIVE_INFINITY;
  for (const row of rows) if (!row.blank && row.column < margin) margin = row.column;
  return Number.isFinite(margin) ? margin : 0;
}

/** Where the run of rows that are blank or stand right of `margin` ends, without its blank tail. */
export function endOfIndented(rows: readonly Row[], from: number, margin: number): number {
  let end = from;
  for (let at = from; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined || (!row.blank && row.column <= margin)) break;
    if (!row.blank) end = at + 1;
  }
  return end;
}
