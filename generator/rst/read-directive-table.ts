import type { Block, BulletList, Directive, Table, TableCell } from "./blocks.js";
import type { Reader } from "./reader.js";
import { spanOf, type Row } from "./rows.js";

function optionOf(directive: Directive, name: string): string | undefined {
  return directive.options.find((option) => option.name === name)?.value;
}

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
  const heads = Number(optionOf(directive, "header-rows") ?? 0) || 0;
  const table: Table = {
    kind: "table",
    ...titleOf(directive),
    header: rows.slice(0, heads),
    rows: rows.slice(heads),
    span: directive.span,
  };
  return [table, ...blocks.filter((block) => block !== list)];
}

/** A `csv-table` whose rows stand in the directive. */
export function readCsvTable(
  directive: Directive,
  body: readonly Row[],
  depth: number,
  reader: Reader,
): readonly Block[] {
  if (body.length === 0) return [];
  const delimiter = delimiterOf(optionOf(directive, "delim"));
  const rows = body.flatMap((row) => (row.blank ? [] : [cellsOf(row, delimiter, depth, reader)]));
  const heading = directive.options.find((option) => option.name === "header");
  const heads = Number(optionOf(directive, "header-rows") ?? 0) || 0;
  const header = rows.slice(0, heads);
  if (heading !== undefined) {
    const { value, valueSpan } = heading;
    header.unshift(
      cellsOf(
        {
          raw: value,
          text: value,
          source: valueSpan.source,
          start: valueSpan.start,
          first: 0,
          column: 0,
          blank: value === "",
        },
        delimiter,
        depth,
        reader,
      ),
    );
  }
  return [
    { kind: "table", ...titleOf(directive), header, rows: rows.slice(heads), span: directive.span },
  ];
}

function delimiterOf(written: string | undefined): string {
  if (written === "tab") return "\t";
  if (written === "space") return " ";
  return written?.charAt(0) ?? ",";
}

/** One line of comma-separated values; quotes may hold the delimiter, a doubled quote is one. */
function cellsOf(row: Row, delimiter: string, depth: number, reader: Reader): TableCell[] {
  const cells: TableCell[] = [];
  const { text } = row;
  let at = 0;
  while (at <= text.length) {
    if (delimiter !== " ") at += /^ */.exec(text.slice(at))?.[0].length ?? 0;
    const quoted = text.charAt(at) === '"';
    let stop = quoted ? at + 1 : at;
    while (stop < text.length) {
      if (quoted && text.charAt(stop) === '"') {
        if (text.charAt(stop + 1) !== '"') break;
        stop += 1;
      } else if (!quoted && text.charAt(stop) === delimiter) break;
      stop += 1;
    }
    const from = quoted ? at + 1 : at;
    cells.push({ blocks: cellBlocks(row, from, stop, depth, reader), columns: 1 });
    const next = text.indexOf(delimiter, stop);
    if (next < 0) break;
    at = next + 1;
  }
  return cells;
}

function cellBlocks(
  row: Row,
  from: number,
  to: number,
  depth: number,
  reader: Reader,
): readonly Block[] {
  const text = row.text.slice(from, to).trim();
  if (text === "") return [];
  const first = row.first + row.text.indexOf(text, from);
  const cell: Row = { ...row, raw: row.raw.slice(0, first + text.length), first, column: 0, text };
  return spanOf(cell).end > spanOf(cell).start ? reader.blocks([cell], 0, depth + 1) : [];
}
