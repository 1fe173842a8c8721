import { report } from "../../diagnostics/diagnostic.js";
import { malformedDirective } from "../../diagnostics/rules/malformed-directive.js";
import type { Span } from "../../diagnostics/span.js";
import type { Block, Directive, Line, TableCell } from "../blocks.js";
import { type CsvDialect, csvRows } from "../tables/csv-rows.js";
import { optionOf, spanOfLine } from "./directive-parts.js";
import { gridTop, simpleBorder } from "../patterns.js";
import type { Reader } from "../reader.js";

interface Fault {
  readonly said: string;
  readonly span: Span;
}

/** Rows of a table: how many cells each has, and where it is. */
interface Rows {
  readonly cells: readonly { readonly count: number; readonly span: Span }[];
  /** Cells of the widest, or of the heading. */
  readonly columns: number;
}

/**
 * What docutils refuses a `table`, `list-table` or `csv-table` for when it has read its text
 * (`parsers/rst/directives/tables.py`); the first fault hides the others. `blocks` is the text.
 */
export function checkTable(directive: Directive, blocks: readonly Block[], reader: Reader): void {
  const fault = faultOf(directive, blocks);
  if (fault !== undefined)
    reader.found(
      report(malformedDirective, fault.span, { directive: directive.name, fault: fault.said }),
    );
}

function faultOf(directive: Directive, blocks: readonly Block[]): Fault | undefined {
  switch (directive.name.toLowerCase()) {
    case "table":
      return tableFault(directive, blocks);
    case "list-table": {
      const rows = listRows(blocks, directive.nameSpan);
      if ("said" in rows) return rows;
      return widthsFault(directive, rows.columns) ?? sizeFault(directive, rows);
    }
    case "csv-table": {
      const rows = directive.body.length === 0 ? undefined : valueRows(directive);
      if (rows === undefined || "said" in rows) return rows;
      return sizeFault(directive, rows) ?? widthsFault(directive, rows.columns);
    }
    default:
      return undefined;
  }
}

function tableFault(directive: Directive, blocks: readonly Block[]): Fault | undefined {
  const [only, more] = blocks;
  // Another directive that makes a table is one, too.
  const makes = only?.kind === "directive" && /^(?:(?:list|csv)-)?table$/i.test(only.name);
  const table = makes ? only.blocks[0] : only;
  if (table?.kind === "table" && more === undefined) {
    const [first = []] = [...table.header, ...table.rows];
    return widthsFault(
      directive,
      first.reduce((sum, cell: TableCell) => sum + cell.columns, 0),
    );
  }
  // A broken table has been told of.
  const begun = directive.body[0]?.text ?? "";
  if (table?.kind !== "table" && (gridTop.test(begun) || simpleBorder.test(begun)))
    return undefined;
  const other = table?.kind === "table" ? more : only;
  return { said: "takes one table and nothing else", span: firstOf(other, directive.nameSpan) };
}

/** The rows of a list of lists. */
function listRows(blocks: readonly Block[], otherwise: Span): Rows | Fault {
  const [list, more] = blocks;
  if (list?.kind !== "bullet-list" || more !== undefined) {
    const other = list?.kind === "bullet-list" ? more : list;
    return { said: "takes one list and nothing else", span: firstOf(other, otherwise) };
  }
  const cells: { count: number; span: Span }[] = [];
  for (const { blocks: row, span } of list.items) {
    const [inner, second] = row;
    const at = { ...span, end: Math.min(span.end, span.start + 1) };
    if (inner?.kind !== "bullet-list" || second !== undefined)
      return { said: "has a row that is no list of cells", span: at };
    const count = inner.items.length;
    const first = cells[0]?.count ?? count;
    if (count !== first)
      return { said: `has a row of ${count} where the first has ${first}`, span: at };
    cells.push({ count, span: at });
  }
  return { cells, columns: cells[0]?.count ?? 0 };
}

/** The rows of comma-separated values. */
function valueRows(directive: Directive): Rows | Fault | undefined {
  const dialect = dialectOf(directive);
  const heading = optionOf(directive, "header");
  // Its lines are no longer to be told apart.
  const several =
    heading && heading.value.length !== heading.valueSpan.end - heading.valueSpan.start;
  if (dialect === undefined || several === true) return undefined;
  const above = csvRows(heading ? [heading.value] : [], headingDialect);
  if (above.kind === "refused" && heading)
    return { said: `cannot read its header: ${above.reason}`, span: heading.valueSpan };
  const read = csvRows(
    directive.body.map(({ text }) => text),
    dialect,
  );
  const spanAt = (line: number): Span => lineSpan(directive.body[line]) ?? directive.nameSpan;
  if (read.kind === "refused")
    return { said: `cannot read this row: ${read.reason}`, span: spanAt(read.line) };
  const cells = read.rows.map(({ cells: count, line }) => ({ count, span: spanAt(line) }));
  const heads = above.kind === "rows" ? above.rows.map((row) => row.cells) : [];
  return { cells, columns: Math.max(0, ...heads, ...cells.map(({ count }) => count)) };
}

const headingDialect: CsvDialect = { delimiter: ",", quote: '"', escape: "\\", keepSpace: false };

/** How the values of a csv-table are written; `undefined` for signs that are said by their codes. */
function dialectOf(directive: Directive): CsvDialect | undefined {
  const sign = (name: string): string | undefined => optionOf(directive, name)?.value;
  const delim = sign("delim") ?? ",";
  const delimiter = /^tab$/i.test(delim) ? "\t" : /^space$/i.test(delim) ? " " : delim;
  const quote = sign("quote") ?? '"';
  const escape = sign("escape");
  if ([delimiter, quote, escape ?? "x"].some((each) => each.length !== 1)) return undefined;
  const keepSpace = optionOf(directive, "keepspace") !== undefined;
  return { delimiter, quote, keepSpace, ...(escape !== undefined && { escape }) };
}

/** Header rows and stub columns that leave nothing to the table. */
function sizeFault(directive: Directive, { cells }: Rows): Fault | undefined {
  const heads = optionOf(directive, "header-rows");
  const rows = Number(heads?.value ?? 0);
  if (heads !== undefined && rows > 0 && cells.length <= rows)
    return { said: "has no row below its header rows", span: heads.valueSpan };
  const stubs = optionOf(directive, "stub-columns");
  const columns = Number(stubs?.value ?? 0);
  const short = columns > 0 ? cells.find(({ count }) => count <= columns) : undefined;
  return short && { said: "has no cell behind the stub columns of this row", span: short.span };
}

function widthsFault(directive: Directive, columns: number): Fault | undefined {
  const widths = optionOf(directive, "widths");
  if (widths === undefined || /^(?:auto|grid)$/i.test(widths.value)) return undefined;
  const count = widths.value.split(/[\s,]+/).filter(Boolean).length;
  if (count === columns) return undefined;
  return { said: `has ${count} widths, but ${columns} columns`, span: widths.valueSpan };
}

/** The first line of `block`, or its first sign where it has several. */
function firstOf(block: Block | undefined, otherwise: Span): Span {
  if (block === undefined) return otherwise;
  return block.kind === "paragraph"
    ? (lineSpan(block.lines[0]) ?? otherwise)
    : { ...block.span, end: Math.min(block.span.end, block.span.start + 1) };
}

const lineSpan = (line: Line | undefined): Span | undefined => line && spanOfLine(line);
