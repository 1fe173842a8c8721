import type { Span } from "../../diagnostics/span.js";
import type { Line, Table, TableCell } from "../../rst/blocks.js";
import type { MarkdownContext } from "../../rst/inline/context.js";
import { joinLines } from "../prose/lines.js";
import type { ParameterEntry, Row } from "../model.js";
import { nestedNames } from "./nested-names.js";
import { noProse, proseOf } from "../prose/prose.js";
import {
  type Column,
  columnsOf,
  paragraphsOf,
  placeOf,
  type TableColumns,
  wordsOf,
} from "./table-columns.js";

/** A table that lists parameters as rows of a list do, each with an entry of its own. */
export interface ParameterTable {
  readonly rows: readonly Row[];
  /** The first name of which nothing says where it stands. */
  readonly placeless: Span | undefined;
}

/** Whether a heading or label says that parameters follow. */
export function saysParameters(words: string): boolean {
  return (
    /\b(?:parameters?|requests?|responses?|quer(?:y|ies)|headers?|attributes?|fields|body)\b/i.test(
      words,
    ) && !/\b(?:examples?|samples?|codes?)\b/i.test(words)
  );
}

/**
 * What a table is as a list of parameters: `read` where columns say enough of them, `unread` where
 * only their names are told by a heading, or where no heading tells of names and a column has some.
 */
export function kindOfTable(table: Table, labelled: boolean): "read" | "unread" | undefined {
  const columns = columnsOf(table);
  if (columns === undefined) return labelled && beginsWithNames(table) ? "unread" : undefined;
  const has = (column: Column): boolean => columns.columns.has(column);
  if (has("in") || (has("type") && (labelled || columns.place !== undefined))) return "read";
  return labelled && (has("description") || has("required")) ? "unread" : undefined;
}

/** Whether the first of several columns has nothing but words that a member may be called: no codes. */
function beginsWithNames({ rows }: Table): boolean {
  return (
    rows.length > 1 &&
    rows.every((row) => row.length > 1 && /^[`"*]*[a-z_][\w:.-]*[`"*]*$/i.test(wordsOf(row[0])))
  );
}

/** Reads a table of parameters, its columns in any order. */
export function readParameterTable(
  table: Table,
  context: MarkdownContext,
): ParameterTable | undefined {
  const columns = columnsOf(table);
  if (columns === undefined) return undefined;
  // Where some are called optional, the others are not.
  const marked = columns.rows.some((row) => requiredIn(row, columns) !== undefined);
  const rows = columns.rows.flatMap((row) => readRow(row, columns, marked, context) ?? []);
  if (rows.length === 0) return undefined;
  const placeless = rows.find(({ entry }) => entry?.in === undefined)?.name.span;
  return { rows: nestedNames(rows), placeless };
}

/** The first words of a table: the heading of its first column. */
export function headOfTable(table: Table): Span {
  const [cell] = (table.header.at(-1) ?? table.rows[0] ?? []).map(paragraphsOf);
  return cell?.[0] === undefined ? table.span : joinLines(cell[0]).span();
}

function cellOf(
  row: readonly TableCell[],
  { columns }: TableColumns,
  column: Column,
): TableCell | undefined {
  const at = columns.get(column);
  return at === undefined ? undefined : row[at];
}

function nameCell(row: readonly TableCell[], columns: TableColumns): readonly Line[] {
  return paragraphsOf(cellOf(row, columns, "name"))[0] ?? [];
}

/** A name, without markup and quotes, marks of a level before it. */
const written = /^[\s*`"']*((?:(?:\\?>|»)\s*)*[^\s*`"'()[\],]+(?:\[\][^\s*`"'()[\],]*)*)/;

function readRow(
  row: readonly TableCell[],
  columns: TableColumns,
  marked: boolean,
  context: MarkdownContext,
): Row | undefined {
  const lines = nameCell(row, columns);
  const joined = joinLines(lines);
  const match = written.exec(joined.text);
  if (match === null) return undefined;
  const [whole, word = ""] = match;
  // Other words beside the name: this is no name that is sent.
  if (
    !/^[\s*`"',:]*(?:[([].*|optional|required|mandatory)?$/is.test(joined.text.slice(whole.length))
  )
    return undefined;
  const name = { value: word, span: joined.span(whole.length - word.length, whole.length) };
  const said = (column: Column): string => wordsOf(cellOf(row, columns, column));
  const description = cellOf(row, columns, "description");
  const type = said("type");
  const value = said("default");
  const entry: ParameterEntry = {
    name: name.value,
    file: name.span.source,
    span: joined.span(),
    in: columns.columns.has("in") ? placeOf(said("in")) : columns.place,
    type: typeOf(type),
    required: requiredIn(row, columns) ?? (marked ? true : undefined),
    description: description === undefined ? noProse : proseOf(description.blocks, context),
    minVersion: undefined,
    maxVersion: undefined,
    default: value === "" || /^(?:none|n\/a|-+)$/i.test(value) ? undefined : value,
    format: undefined,
    enum: undefined,
    extra: {},
    lends: false,
  };
  return { span: joined.span(), name, reference: name, entry };
}

/** Whether a row asks for its parameter: told behind the name, in a column, with the type or with the description. */
function requiredIn(row: readonly TableCell[], columns: TableColumns): boolean | undefined {
  const said = (column: Column): string => wordsOf(cellOf(row, columns, column));
  return (
    optionalOf(nameCell(row, columns)) ??
    requiredOf(said("required"), said("optional")) ??
    wordOf(said("type")) ??
    remarkOf(said("description"))
  );
}

/** `limit (Optional)`, `limit [required]`: whether the words behind a name ask for it. */
function optionalOf(lines: readonly Line[]): boolean | undefined {
  return wordOf(joinLines(lines).text.replace(/^\s*\S+/, ""));
}

function wordOf(words: string): boolean | undefined {
  if (/\b(?:not required|optional)\b/i.test(words)) return false;
  return /\b(?:required|mandatory)\b/i.test(words) ? true : undefined;
}

/** A type without what else is said of the parameter: `(integer, optional)`, `string (required)`. */
function typeOf(words: string): string {
  const bare = words
    .replaceAll(/[\s,;]*[([]?\b(?:optional|required|mandatory)\b[)\]]?[,;]?/gi, "")
    .trim();
  const [, inner = bare] = /^\(([^()]*)\)?$/.exec(bare) ?? [];
  return inner.trim();
}

/** A description that begins or ends with the word alone: `(Optional) How many.`, `How many. Required.` */
function remarkOf(words: string): boolean | undefined {
  const [, before] = /^[([]?(optional|required|mandatory)(?:[)\]]|[.:,;–-]|$)/i.exec(words) ?? [];
  const [, behind] =
    /(?:[([]|[.;]\s+)(optional|required|mandatory)[)\]]?\.?$/i.exec(words.slice(-24)) ?? [];
  return wordOf(before ?? behind ?? "");
}

/** What a column says: yes or no, the words themselves, `M` or `O`, or a cardinality such as `0..1`. */
function requiredOf(required: string, optional: string): boolean | undefined {
  const yes = (words: string): boolean | undefined =>
    /^(?:yes|true|y|x|✓|✔|m|1|1\.\..*)$/i.test(words)
      ? true
      : /^(?:no|false|n|o|0|0\.\..*)$/i.test(words)
        ? false
        : wordOf(words);
  const not = yes(optional);
  return yes(required) ?? (not === undefined ? undefined : !not);
}
