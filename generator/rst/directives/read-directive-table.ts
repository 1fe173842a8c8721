import type { Block, BulletList, Directive, Table, TableCell } from "../blocks.js";
import type { Reader } from "../reader.js";
import { report } from "../../diagnostics/diagnostic.js";
import { unreadTable } from "../../diagnostics/rules/unread-table.js";
import { filledOption, optionOf } from "./directive-parts.js";
import { marginOf, spanOf, trimRows, type Row } from "../rows.js";

function titleOf(directive: Directive): { readonly title?: string } {
  const title = directive.argument.map((line) => line.text.trim()).join(" ");
  return title === "" ? {} : { title };
}

/** A `list-table`: a list of rows, each a list of cells. Anything else stays the blocks it is. */
export function readListTable(directive: Directive, blocks: readonly Block[]): readonly Block[] {
  const list = blocks.find((block): block is BulletList => block.kind === "bullet-list");
  if (list === undefined) return blocks;
  const rows: TableCell[][] = list.items.map((item) =>
    item.blocks.flatMap((block) =>
      block.kind === "bullet-list"
        ? block.items.map((cell) => ({ blocks: cell.blocks, columns: 1 }))
        : [{ blocks: [block], columns: 1 }],
    ),
  );
  const heads = Number(optionOf(directive, "header-rows")?.value ?? 0) || 0;
  const table: Table = {
    kind: "table",
    ...titleOf(directive),
    header: rows.slice(0, heads),
    rows: rows.slice(heads),
    span: directive.span,
  };
  return [table, ...blocks.filter((block) => block !== list)];
}

/** A table that stands in a `table` has that one's title. */
export function readTitledTable(directive: Directive, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    block.kind === "table" ? { ...block, ...titleOf(directive) } : block,
  );
}

/** A `csv-table` whose rows stand in the directive, or in the file that it names. */
export function readCsvTable(
  directive: Directive,
  body: readonly Row[],
  depth: number,
  reader: Reader,
): readonly Block[] {
  const file = filledOption(directive, "file");
  const values = body.length > 0 || file === undefined ? body : reader.tableFile(file);
  if (values.length === 0) {
    const url = file === undefined ? filledOption(directive, "url") : undefined;
    if (url !== undefined)
      reader.found(report(unreadTable, url.valueSpan, { url: url.value.trim() }));
    return [];
  }
  const delimiter = delimiterOf(optionOf(directive, "delim")?.value);
  const quote = optionOf(directive, "quote")?.value.charAt(0) || '"';
  const read = (lines: readonly Row[], between: string, around: string): TableCell[][] =>
    recordsOf(lines, between, around).map((record) =>
      record.map((cell) => ({ blocks: cellBlocks(cell, depth, reader), columns: 1 })),
    );
  const rows = read(values, delimiter, quote);
  const heading = optionOf(directive, "header");
  const heads = Number(optionOf(directive, "header-rows")?.value ?? 0) || 0;
  const header = rows.slice(0, heads);
  if (heading !== undefined) {
    const { value, valueSpan } = heading;
    const line: Row = {
      raw: value,
      text: value,
      source: valueSpan.source,
      start: valueSpan.start,
      first: 0,
      column: 0,
      blank: value === "",
    };
    // docutils reads `:header:` with commas and double quotes, whatever parts the values.
    header.unshift(...read([line], ",", '"').slice(0, 1));
  }
  return [
    { kind: "table", ...titleOf(directive), header, rows: rows.slice(heads), span: directive.span },
  ];
}

function delimiterOf(written: string | undefined): string {
  if (written === "tab") return "\t";
  if (written === "space") return " ";
  return written?.charAt(0) || ",";
}

/**
 * Comma-separated values: records of cells, each the stretches of lines that it stands in. Quotes
 * may hold the delimiter and line ends; a doubled quote is one.
 */
function recordsOf(
  rows: readonly Row[],
  delimiter: string,
  quote: string,
): readonly (readonly (readonly Row[])[])[] {
  const records: Row[][][] = [];
  let line = 0;
  for (let row = rows[line]; row !== undefined; row = rows[(line += 1)]) {
    if (row.blank) continue;
    const record: Row[][] = [];
    for (let from: number | undefined = 0; from !== undefined;) {
      const cell: Row[] = [];
      let at: number = from;
      if (delimiter !== " ") at += /^ */.exec(row.text.slice(at))?.[0].length ?? 0;
      if (row.text.startsWith(quote, at)) {
        at += 1;
        let end = closing(row.text, at, quote);
        while (end < 0 && line + 1 < rows.length) {
          cell.push(stretch(row, at, row.text.length));
          row = rows[(line += 1)] ?? row;
          at = 0;
          end = closing(row.text, at, quote);
        }
        if (end < 0) end = row.text.length;
        cell.push(stretch(row, at, end));
        at = end;
      } else {
        const end = row.text.indexOf(delimiter, at);
        cell.push(stretch(row, at, end < 0 ? row.text.length : end));
      }
      record.push(cell);
      const next = row.text.indexOf(delimiter, at);
      from = next < 0 ? undefined : next + 1;
    }
    records.push(record);
  }
  return records;
}

/** Where the quote that ends a value stands, doubled ones aside; -1 where the line ends first. */
function closing(text: string, from: number, quote: string): number {
  let at = text.indexOf(quote, from);
  while (at >= 0 && text.startsWith(quote, at + 1)) at = text.indexOf(quote, at + 2);
  return at;
}

/** What a row says between two places of its text. */
function stretch(row: Row, from: number, to: number): Row {
  const cut = row.text.slice(from, to);
  const text = cut.trim();
  const first = row.first + from + cut.length - cut.trimStart().length;
  const raw = row.raw.slice(0, first + text.length);
  return { ...row, raw, first, text, blank: text === "" };
}

function cellBlocks(cell: readonly Row[], depth: number, reader: Reader): readonly Block[] {
  const [head, ...more] = cell;
  if (head === undefined) return [];
  // Further lines stand below the first, wherever the directive indents them.
  const margin = marginOf(more);
  const lines = [
    { ...head, column: 0 },
    ...more.map((row) => ({ ...row, column: Math.max(0, row.column - margin) })),
  ];
  const said = trimRows(lines).filter((row) => row.blank || spanOf(row).end > spanOf(row).start);
  return said.length === 0 ? [] : reader.blocks(said, 0, depth + 1);
}
