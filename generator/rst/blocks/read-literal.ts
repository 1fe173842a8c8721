import type { Block, LiteralBlock, Paragraph } from "../blocks.js";
import { announcesNothing, endsBlock, none } from "../source/layout.js";
import type { Reader, Step } from "../reader.js";
import { endOfIndented, extentOf, lineOf, marginOf, type Row } from "../rows.js";
import * as pattern from "../patterns.js";

/** A session of Python, up to a blank line. */
export function readDoctest(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
): Step | undefined {
  if (!pattern.doctest.test(row.text)) return undefined;
  const next = endOfRun(rows, at);
  return { blocks: [literal(rows.slice(at, next), margin, "python")], next };
}

/** What follows a paragraph that ends with `::`: an indented or a quoted literal block. */
export function readLiteral(
  rows: readonly Row[],
  text: readonly Row[],
  lead: Paragraph,
  from: number,
  margin: number,
  reader: Reader,
): Step {
  const shown = withoutColons(lead);
  const blocks: Block[] = shown.lines.length > 0 ? [shown] : [];
  let begin = from;
  while (rows[begin]?.blank === true) begin += 1;
  const first = rows[begin];
  const nothing = (shown: string): void => {
    const last = text.at(-1);
    if (last !== undefined) announcesNothing(last, shown, reader);
  };
  if (first === undefined) {
    nothing(none);
    return { blocks, next: begin };
  }
  if (first.column > margin) {
    const end = endOfIndented(rows, begin, margin);
    const body = rows.slice(begin, end);
    if (begin > from) endsBlock(rows, end, "block of code", reader);
    else if (text.length === 1) nothing("no blank line stands before it");
    return { blocks: [...blocks, literal(body, marginOf(body))], next: end };
  }
  const quote = first.text.charAt(0);
  if (begin > from && /[!-/:-@[-`{-~]/.test(quote) && !pattern.explicit.test(first.text)) {
    let end = begin;
    while (rows[end]?.blank === false && rows[end]?.text.startsWith(quote) === true) end += 1;
    endsBlock(rows, end, "quoted block of code", reader);
    return { blocks: [...blocks, literal(rows.slice(begin, end), margin)], next: end };
  }
  if (begin > from) {
    const directive = pattern.directive.exec(first.text)?.[0].trim();
    nothing(
      directive === undefined ? none : `Sphinx shows the line "${directive}" below it as code`,
    );
  }
  return { blocks, next: from };
}

/** `text::` shows one colon, `text ::` none, and `::` alone nothing at all. */
function withoutColons(paragraph: Paragraph): Paragraph {
  const last = paragraph.lines.at(-1);
  if (last === undefined) return paragraph;
  const before = last.text.slice(0, -2);
  const text = /\s$/.test(before) || before === "" ? before.trimEnd() : `${before}:`;
  const lines = paragraph.lines.slice(0, -1);
  return { ...paragraph, lines: text === "" ? lines : [...lines, { ...last, text }] };
}

function endOfRun(rows: readonly Row[], from: number): number {
  let end = from;
  while (rows[end]?.blank === false) end += 1;
  return end;
}

function literal(rows: readonly Row[], margin: number, language?: string): LiteralBlock {
  return {
    kind: "literal-block",
    lines: rows.map((row) => lineOf(row, margin)),
    ...(language !== undefined && { language }),
    span: extentOf(rows),
  };
}
