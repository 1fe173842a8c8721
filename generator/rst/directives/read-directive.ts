import type { Block, Directive, DirectiveOption } from "../blocks.js";
import { checkDirective } from "./check-directive.js";
import { ownDirectives } from "./directive-names.js";
import { checkTable } from "./check-table.js";
import { readCsvTable, readListTable, readTitledTable } from "./read-directive-table.js";
import type { Reader } from "../reader.js";
import {
  after,
  endOfIndented,
  lineOf,
  marginOf,
  spanIn,
  spanOf,
  trimRows,
  type Row,
} from "../rows.js";
import { directive, field } from "../patterns.js";

/** Directives of docutils and Sphinx whose body is not text. Callers add those of their extensions. */
export const rawDirectives: ReadonlySet<string> = new Set(
  "code-block code sourcecode highlight parsed-literal literalinclude csv-table raw toctree include math graphviz digraph graph productionlist doctest testcode testoutput testsetup testcleanup image figure meta default-role replace unicode date".split(
    " ",
  ),
);

/** Directives that take no argument: words behind the colons already belong to the text. */
const withoutArgument: ReadonlySet<string> = new Set(
  "note warning tip important attention caution danger error hint seealso epigraph highlights pull-quote compound parsed-literal hlist raw-text replace".split(
    " ",
  ),
);

/** Whether the words behind `name::` already belong to its text. */
export function takesNoArgument(name: string): boolean {
  return withoutArgument.has(name.toLowerCase());
}

/** Whether `written` is the name of a directive that is known here or to the caller. */
export function isDirectiveName(written: string, reader: Reader): boolean {
  const name = written.toLowerCase();
  return (
    reader.rawDirectives.has(name) ||
    rawDirectives.has(name) ||
    withoutArgument.has(name) ||
    ownDirectives.has(name)
  );
}

/** Whether a line begins a directive that is surely no text: lists, code and the caller's own. */
export function beginsRawDirective(text: string, reader: Reader): boolean {
  const name = text.startsWith("..") ? directive.exec(text)?.[1] : undefined;
  return name !== undefined && reader.rawDirectives.has(name);
}

interface Head {
  readonly name: string;
  /** Where the name stands in the row. */
  readonly index: number;
  /** Up to the argument. */
  readonly length: number;
}

/**
 * A directive, by docutils' `parse_directive_block`:
 *
 *     .. name:: argument        up to options or a blank line
 *        argument, continued
 *        :option: value
 *
 *        body
 */
export function readDirective(
  rows: readonly Row[],
  at: number,
  row: Row,
  head: Head,
  margin: number,
  depth: number,
  reader: Reader,
): { readonly made: Directive; readonly next: number } {
  const next = endOfIndented(rows, at + 1, margin);
  const rest = rows.slice(at + 1, next);
  const inner = marginOf(rest);
  const first = after(row, head.length, inner);
  const lead = first.blank ? [] : [first];
  let from = 0;
  while (from < rest.length && rest[from]?.blank === false && !isField(rest[from])) {
    lead.push(...rest.slice(from, from + 1));
    from += 1;
  }
  const { options, end } = readOptions(rest, from, reader);
  const contentFirst = takesNoArgument(head.name);
  const body = contentFirst ? joined(lead, rest.slice(end)) : trimRows(rest.slice(end));
  const bodyMargin = marginOf(body);
  const made: Directive = {
    kind: "directive",
    name: head.name,
    nameSpan: spanIn(row, head.index, head.name.length),
    argument: contentFirst ? [] : lead.map((each) => lineOf(each, each.column)),
    options,
    body: body.map((each) => lineOf(each, bodyMargin)),
    blocks: [],
    indent: row.column,
    span: spanOf(row, rows[next - 1] ?? row),
  };
  const good = checkDirective(made, rest[end], reader);
  const blocks = bodyBlocks(made, body, bodyMargin, depth, reader);
  if (good) checkTable(made, blocks, reader);
  return { made: { ...made, blocks: tableOf(made, blocks, body, depth, reader) }, next };
}

function joined(lead: readonly Row[], rest: readonly Row[]): readonly Row[] {
  return trimRows([...lead, ...rest]);
}

function bodyBlocks(
  directive: Directive,
  body: readonly Row[],
  margin: number,
  depth: number,
  reader: Reader,
): readonly Block[] {
  if (body.length === 0 || reader.rawDirectives.has(directive.name.toLowerCase())) return [];
  if (holdsPart(directive)) return reader.part(body, margin, depth);
  return reader.blocks(body, margin, depth + 1);
}

/** `only` (Sphinx's `Only.run`): a part of the document, headings and all, that some builds have. */
function holdsPart(directive: Directive): boolean {
  return directive.name.toLowerCase() === "only";
}

/** What stands in the document for `directive`: a part of it with headings is no block of its own. */
export function inPlace(directive: Directive): readonly Block[] {
  const sections = holdsPart(directive) && directive.blocks.some(({ kind }) => kind === "section");
  return sections ? directive.blocks : [directive];
}

/** The table that a directive says, or its `blocks`. */
function tableOf(
  directive: Directive,
  blocks: readonly Block[],
  body: readonly Row[],
  depth: number,
  reader: Reader,
): readonly Block[] {
  switch (directive.name.toLowerCase()) {
    case "csv-table":
      return readCsvTable(directive, body, depth, reader);
    case "list-table":
      return readListTable(directive, blocks);
    case "table":
      return readTitledTable(directive, blocks);
    default:
      return blocks;
  }
}

function isField(row: Row | undefined): boolean {
  return row !== undefined && field.test(row.text);
}

/** `:name: value` lines; deeper lines go on with the value. They end at a blank line or at any other text. */
function readOptions(
  rows: readonly Row[],
  from: number,
  reader: Reader,
): { readonly options: readonly DirectiveOption[]; readonly end: number } {
  const options: DirectiveOption[] = [];
  let end = from;
  while (end < rows.length) {
    const row = rows[end];
    const match = row === undefined || row.blank ? null : field.exec(row.text);
    if (row === undefined || match === null) break;
    const [whole, name = ""] = match;
    const value = after(row, whole.length);
    let last = row;
    const words = [value.text];
    end += 1;
    for (
      let more = rows[end];
      more !== undefined &&
      !more.blank &&
      more.column > row.column &&
      !beginsRawDirective(more.text, reader);
      more = rows[end]
    ) {
      words.push(more.text);
      last = more;
      end += 1;
    }
    const valueSpan = last === row ? spanIn(value, 0, value.text.length) : spanOf(value, last);
    options.push({
      name,
      nameSpan: spanIn(row, 1, name.length),
      value: words.filter(Boolean).join(" "),
      valueSpan,
    });
  }
  return { options, end };
}
