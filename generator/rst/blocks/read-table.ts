import { report } from "../../diagnostics/diagnostic.js";
import { malformedTable } from "../../diagnostics/rules/malformed-table.js";
import type { Block, TableCell } from "../blocks.js";
import { gridTableFault } from "../tables/check-grid-table.js";
import { simpleTableFault, type TableFault } from "../tables/check-simple-table.js";
import { beginsRawDirective } from "../directives/read-directive.js";
import { endsBlock } from "../source/layout.js";
import type { Reader, Step } from "../reader.js";
import { marginOf, spanOf, type Row } from "../rows.js";
import { directive, gridTop, simpleBorder } from "../patterns.js";

/** A part of a row, from character `from` of its text to `to`, as a row of its own. */
function part(row: Row, from: number, to: number): Row {
  const cut = row.text.slice(from, to);
  const text = cut.trim();
  const skipped = from + cut.length - cut.trimStart().length;
  const first = row.first + (text === "" ? Math.min(from, row.text.length) : skipped);
  return {
    ...row,
    raw: row.raw.slice(0, first + text.length),
    first,
    column: row.column + skipped,
    text,
    blank: text === "",
  };
}

function cellBlocks(rows: readonly Row[], depth: number, reader: Reader): readonly Block[] {
  if (rows.every((row) => row.blank)) return [];
  return reader.blocks(rows, marginOf(rows), depth + 1);
}

/**
 * A simple table (docutils' `SimpleTableParser`):
 *
 *     =====  =======
 *     Name   Meaning      first border: where the columns begin
 *     =====  =======      a second one closes the header
 *     a      …
 *     =====  =======      the last one is followed by a blank line
 */
export function readSimpleTable(
  rows: readonly Row[],
  at: number,
  top: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step | undefined {
  if (!simpleBorder.test(top.text)) return undefined;
  let end = at;
  for (let next = at + 1, found = 0; next < rows.length; next += 1) {
    const row = rows[next];
    if (row === undefined) continue;
    // A table whose end was lost does not swallow what comes after it.
    if (beginsRawDirective(row.text, reader)) break;
    if (row.column !== margin) continue;
    if (directive.test(row.text) || isHeading(row, rows[next + 1])) break;
    if (!simpleBorder.test(row.text)) continue;
    if (row.text.length !== top.text.length) break;
    found += 1;
    const below = rows[next + 1];
    if (found < 2 && below !== undefined && !below.blank) continue;
    end = next;
    break;
  }
  tellFault(rowsOfSimple(rows, at, margin), margin, simpleTableFault, reader);
  if (end === at) return undefined;
  const starts: number[] = [];
  for (const column of top.text.matchAll(/=+/g)) starts.push(column.index);
  const header: TableCell[][] = [];
  let body: TableCell[][] = [];
  let group: Row[] = [];
  const close = (cut: readonly number[]): void => {
    if (group.some((row) => !row.blank)) {
      body.push(
        cut.map((start, index) => {
          const stop = cut[index + 1] ?? Number.POSITIVE_INFINITY;
          const blocks = cellBlocks(
            group.map((row) => part(row, start, stop)),
            depth,
            reader,
          );
          const until = starts.findIndex((each) => each >= stop);
          const columns = (until < 0 ? starts.length : until) - starts.indexOf(start);
          return { blocks, columns: Math.max(1, columns) };
        }),
      );
    }
    group = [];
  };
  for (let next = at + 1; next <= end; next += 1) {
    const row = rows[next];
    if (row === undefined) continue;
    if (simpleBorder.test(row.text) && row.column === margin) {
      close(starts);
      if (next < end) for (const cells of body.splice(0)) header.push(cells);
    } else if (/^-+(?: +-+)*$/.test(row.text) && row.column === margin && group.length > 0) {
      // A line of hyphens joins the columns above it and ends the row.
      const joined = [...row.text.matchAll(/-+/g)].map((column) => column.index);
      close(joined.every((start) => starts.includes(start)) ? joined : starts);
    } else {
      const shifted = row.blank ? row : shift(row, margin);
      const begins =
        !row.blank && part(shifted, 0, starts[1] ?? Number.POSITIVE_INFINITY).text !== "";
      if (begins && group.length > 0) close(starts);
      group.push(shifted);
    }
  }
  body = body.filter((cells) => cells.length > 0);
  endsBlock(rows, end + 1, "table", reader);
  const bottom = rows[end] ?? top;
  return {
    blocks: [{ kind: "table", header, rows: body, span: spanOf(top, bottom) }],
    next: end + 1,
  };
}

/** Signs that stand in no column of their own: wide ones, those that join others, and tabs. */
const uneven =
  /[\t\u1100-\u11ff\u2300-\u2bff\u2e80-\uabff\uac00-\ud7ff\uf900-\ufaff\ufe10-\uffef]|[\u{10000}-\u{10ffff}]|\p{M}/u;

/** Tells what is wrong with the table of `own` rows. */
function tellFault(
  own: readonly Row[],
  margin: number,
  faultOf: (lines: readonly string[]) => TableFault | undefined,
  reader: Reader,
): void {
  const lines = own.map(({ blank, column, text }) =>
    blank ? "" : " ".repeat(Math.max(0, column - margin)) + text,
  );
  const fault = faultOf(lines);
  const row = own[fault?.line ?? 0];
  if (fault === undefined || row === undefined) return;
  if (fault.line > 0 && lines.slice(0, fault.line + 1).some((line) => uneven.test(line))) return;
  reader.found(report(malformedTable, spanOf(row), { fault: fault.said }));
}

/** The rows from `at` to the border that ends a simple table there, and the one behind it. */
function rowsOfSimple(rows: readonly Row[], at: number, margin: number): readonly Row[] {
  let borders = 0;
  let end = at + 1;
  for (let row = rows[end]; row !== undefined && borders < 2; row = rows[(end += 1)]) {
    if (row.column !== margin || !/^=[ =]*$/.test(row.text)) continue;
    borders += rows[end + 1]?.blank === false ? 1 : 2;
  }
  return rows.slice(at, end + 1);
}

/** The rows from `at` to a blank one. */
function rowsOfGrid(rows: readonly Row[], at: number): readonly Row[] {
  let end = at + 1;
  while (rows[end]?.blank === false) end += 1;
  return rows.slice(at, end);
}

function isHeading(title: Row, under: Row | undefined): boolean {
  return (
    under !== undefined &&
    under.column === title.column &&
    under.text.length >= Math.max(4, title.text.length) &&
    /^(?:=+|~+|\^+)$/.test(under.text)
  );
}

/** The row with its indentation below the table's own counted as text, so that columns are indexes. */
function shift(row: Row, margin: number): Row {
  const lead = Math.min(row.first, row.column - margin);
  if (lead <= 0) return row;
  const first = row.first - lead;
  return { ...row, first, column: margin, text: row.raw.slice(first) };
}

/**
 * A grid table: the run of lines that begin with `+` or `|`. Cells are found as docutils' grid
 * parser finds them in effect: rows lie between lines whose column borders carry `+`, and a cell
 * goes over a border where no `|` stands.
 */
export function readGridTable(
  rows: readonly Row[],
  at: number,
  top: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step | undefined {
  if (!gridTop.test(top.text)) return undefined;
  let end = at;
  while (end < rows.length && /^[+|]/.test(rows[end]?.text ?? "") && rows[end]?.column === margin) {
    end += 1;
  }
  const lines = rows.slice(at, end);
  const last = lines.at(-1);
  tellFault(rowsOfGrid(rows, at), margin, gridTableFault, reader);
  if (last === undefined || lines.length < 3 || !gridTop.test(last.text)) return undefined;
  const borders = [...top.text.matchAll(/\+/g)].map((each) => each.index);
  const header: TableCell[][] = [];
  const body: TableCell[][] = [];
  let group: Row[] = [];
  let open = new Map<number, Row[]>();
  const flush = (line: Row): void => {
    const cuts = borders.filter((border) =>
      group.every((row) => row.text.charAt(border) === "|" || row.text.charAt(border) === "+"),
    );
    const cells: TableCell[] = [];
    const kept = new Map<number, Row[]>();
    cuts.slice(0, -1).forEach((cut, index) => {
      const stop = cuts[index + 1] ?? line.text.length;
      const inside = [...(open.get(cut) ?? []), ...group.map((row) => part(row, cut + 1, stop))];
      const closed = /^[-=+]+$/.test(line.text.slice(cut + 1, stop));
      // A cell that goes on below the line is told once, with its last row.
      if (!closed) kept.set(cut, inside);
      const columns = borders.filter((border) => border > cut && border <= stop).length;
      cells.push({ blocks: closed ? cellBlocks(inside, depth, reader) : [], columns });
    });
    open = kept;
    group = [];
    if (cells.length > 0) body.push(cells);
  };
  for (const line of lines.slice(1)) {
    const rule = /^\+[-=+|\s]/.test(line.text) || /[+|][-=]{2,}\+/.test(line.text);
    if (!rule || !/[-=]{2,}/.test(line.text)) group.push(line);
    else {
      if (group.length > 0) flush(line);
      if (/^\+[=+]+\+$/.test(line.text)) for (const cells of body.splice(0)) header.push(cells);
    }
  }
  endsBlock(rows, end, "table", reader);
  return {
    blocks: [{ kind: "table", header, rows: body, span: spanOf(top, last) }],
    next: end,
  };
}
