import type { Block, DefinitionList, FieldList, Line, ListItem } from "../blocks.js";
import { ordinalOf, style } from "./enumerator.js";
import { endsBlock, hanging, type Hanging } from "../source/layout.js";
import type { Reader, Step } from "../reader.js";
import { after, endOfIndented, lineOf, marginOf, spanOf, type Row } from "../rows.js";
import * as pattern from "../patterns.js";

/** Bullet, enumerated, field, option and definition lists. */
export function readList(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step | undefined {
  if (pattern.bullet.test(row.text)) return readBullets(rows, at, row, margin, depth, reader);
  if (isEnumerated(rows, at, row, margin)) {
    return readEnumerated(rows, at, row, margin, depth, reader);
  }
  if (pattern.field.test(row.text)) return readFields(rows, at, row, margin, depth, reader);
  if (isOption(rows, at, row, margin) || isTerm(rows, at, row, margin)) {
    return readDefinitions(rows, at, row, margin, depth, reader);
  }
  return undefined;
}

interface ItemBody {
  readonly body: readonly Row[];
  readonly inner: number;
  readonly next: number;
  /** Where its first words stand, if they stand beside the marker. */
  readonly column: number | undefined;
}

/** What belongs to an item: the row itself behind its marker, and everything right of the marker. */
function itemBody(
  rows: readonly Row[],
  at: number,
  row: Row,
  marker: number,
  margin: number,
): ItemBody {
  const next = endOfIndented(rows, at + 1, margin);
  const first = after(row, marker);
  const rest = rows.slice(at + 1, next);
  // An item's continuation may stand left of its first words: what is meant is plain.
  const inner = rest.length === 0 ? first.column : marginOf(first.blank ? rest : [first, ...rest]);
  const column = first.blank ? undefined : first.column;
  return { body: [after(row, marker, inner), ...rest], inner, next, column };
}

/** The next row that says something, when a list may go on with it. */
function following(rows: readonly Row[], from: number, margin: number): number | undefined {
  let at = from;
  while (rows[at]?.blank === true) at += 1;
  return rows[at]?.column === margin ? at : undefined;
}

interface Items {
  readonly items: readonly ListItem[];
  readonly next: number;
  readonly hangs: Hanging;
}

function readItems(
  rows: readonly Row[],
  from: number,
  margin: number,
  depth: number,
  reader: Reader,
  list: string,
  markerOf: (row: Row, at: number, index: number) => number | undefined,
): Items {
  const items: ListItem[] = [];
  let next = from;
  let hangs: Hanging = "no";
  for (let at: number | undefined = from; at !== undefined; at = following(rows, next, margin)) {
    const row = rows[at];
    const marker = row && markerOf(row, at, items.length);
    if (row === undefined || marker === undefined) break;
    if (hangs === "quoted") endsBlock(rows, at, "quotation", reader);
    const item = itemBody(rows, at, row, marker, margin);
    next = item.next;
    const blocks = reader.blocks(item.body, item.inner, depth + 1);
    items.push({ blocks, span: spanOf(row, rows[next - 1] ?? row) });
    hangs =
      item.column === undefined || item.inner === item.column
        ? "no"
        : hanging(item.body.slice(1), item.column, list, reader);
  }
  return { items, next, hangs };
}

function endsList(
  rows: readonly Row[],
  next: number,
  list: string,
  hangs: Hanging,
  reader: Reader,
): void {
  if (hangs !== "reported") endsBlock(rows, next, hangs === "no" ? list : "quotation", reader);
}

function readBullets(
  rows: readonly Row[],
  from: number,
  first: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step {
  const sign = first.text.charAt(0);
  const list = "bullet list";
  const { items, next, hangs } = readItems(rows, from, margin, depth, reader, list, (row) =>
    row.text.startsWith(sign) ? pattern.bullet.exec(row.text)?.[0].length : undefined,
  );
  endsList(rows, next, list, hangs, reader);
  const span = spanOf(first, rows[next - 1] ?? first);
  return { blocks: [{ kind: "bullet-list", items, span }], next };
}

/** `A. Einstein` is text unless the line below is blank, indented or the next item (docutils' `is_enumerated_list_item`). */
function isEnumerated(rows: readonly Row[], at: number, row: Row, margin: number): boolean {
  const match = pattern.enumerator.exec(row.text);
  if (match === null || ordinalOf(match[2] ?? "") === undefined) return false;
  const below = rows[at + 1];
  if (below === undefined || below.blank || below.column > margin) return true;
  const next = pattern.enumerator.exec(below.text);
  if (next === null || style(next) !== style(match)) return false;
  return next[2] === "#" || (ordinalOf(next[2] ?? "") ?? 0) > (ordinalOf(match[2] ?? "") ?? 0);
}

function readEnumerated(
  rows: readonly Row[],
  from: number,
  first: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step {
  const head = pattern.enumerator.exec(first.text);
  const list = "enumerated list";
  let last = "";
  const markerOf = (row: Row, at: number, index: number): number | undefined => {
    const match = pattern.enumerator.exec(row.text);
    if (match === null || head === null || style(match) !== style(head)) return undefined;
    if (index > 0 && !isEnumerated(rows, at, row, margin)) return undefined;
    const text = match[2] ?? "";
    // Docutils begins a new list where a figure is not the next one.
    if (/^\d+$/.test(last + text) && last !== "" && Number(text) !== Number(last) + 1)
      endsBlock(rows, at, list, reader);
    last = text;
    return match[0].length;
  };
  const { items, next, hangs } = readItems(rows, from, margin, depth, reader, list, markerOf);
  // An item that is text because of the line below it: that line is at fault.
  const like = head && pattern.enumerator.exec(rows[next]?.text ?? "");
  const lost = rows[next]?.column === margin && like && style(like) === style(head);
  endsList(rows, lost ? next + 1 : next, list, hangs, reader);
  const span = spanOf(first, rows[next - 1] ?? first);
  const ordinal = ordinalOf(head?.[2] ?? "") ?? 1;
  return { blocks: [{ kind: "enumerated-list", first: ordinal, items, span }], next };
}

function readFields(
  rows: readonly Row[],
  from: number,
  first: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step {
  const fields: FieldList["fields"][number][] = [];
  let next = from;
  for (let at: number | undefined = from; at !== undefined; at = following(rows, next, margin)) {
    const row = rows[at];
    const match = row && pattern.field.exec(row.text);
    if (!row || !match) break;
    next = endOfIndented(rows, at + 1, margin);
    const rest = rows.slice(at + 1, next);
    const inner = marginOf(rest);
    const body = [after(row, match[0].length, inner), ...rest];
    const span = spanOf(row, rows[next - 1] ?? row);
    const name = (match[1] ?? "").replace(/\\(.)/g, "$1");
    fields.push({ name, blocks: reader.blocks(body, inner, depth + 1), span });
  }
  endsBlock(rows, next, "field list", reader);
  const span = spanOf(first, rows[next - 1] ?? first);
  return { blocks: [{ kind: "field-list", fields, span }], next };
}

/** A line of text with an indented one directly below. */
function isTerm(rows: readonly Row[], at: number, row: Row, margin: number): boolean {
  const below = rows[at + 1];
  if (below === undefined || below.blank || below.column <= margin) return false;
  return !otherConstruct(row.text) && !row.text.endsWith("::");
}

function otherConstruct(text: string): boolean {
  return (
    pattern.explicit.test(text) ||
    pattern.adornment.test(text) ||
    pattern.doctest.test(text) ||
    pattern.lineBlock.test(text) ||
    pattern.gridTop.test(text) ||
    pattern.simpleBorder.test(text) ||
    pattern.anonymous.test(text) ||
    text.startsWith("..")
  );
}

/** `--name VALUE  what it does`, or the description indented below; nothing indented below and nothing beside: text. */
function isOption(rows: readonly Row[], at: number, row: Row, margin: number): boolean {
  const match = pattern.option.exec(row.text);
  if (match === null) return false;
  return match[0].length < row.text.length || endOfIndented(rows, at + 1, margin) > at + 1;
}

function readDefinitions(
  rows: readonly Row[],
  from: number,
  first: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step {
  const items: DefinitionList["items"][number][] = [];
  const options = isOption(rows, from, first, margin);
  let next = from;
  for (let at: number | undefined = from; at !== undefined; at = following(rows, next, margin)) {
    const row = rows[at];
    if (row === undefined || (items.length > 0 && !goesOn(rows, at, row, margin, options))) break;
    next = endOfIndented(rows, at + 1, margin);
    const rest = rows.slice(at + 1, next);
    const inner = marginOf(rest);
    const marker = options ? (pattern.option.exec(row.text)?.[0].length ?? 0) : row.text.length;
    const beside = after(row, marker, inner);
    const blocks: readonly Block[] = reader.blocks(
      beside.blank ? rest : [beside, ...rest],
      inner,
      depth + 1,
    );
    const line = lineOf(row, margin);
    const term: Line = { ...line, text: line.text.slice(0, marker).trimEnd() };
    items.push({ term, blocks, span: spanOf(row, rows[next - 1] ?? row) });
  }
  endsBlock(rows, next, options ? "option list" : "definition list", reader);
  const span = spanOf(first, rows[next - 1] ?? first);
  return { blocks: [{ kind: "definition-list", items, span }], next };
}

function goesOn(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
  options: boolean,
): boolean {
  if (isOption(rows, at, row, margin)) return options;
  if (options || pattern.bullet.test(row.text) || pattern.field.test(row.text)) return false;
  return isTerm(rows, at, row, margin) && !isEnumerated(rows, at, row, margin);
}
