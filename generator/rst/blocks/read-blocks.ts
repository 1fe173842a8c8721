import { report } from "../../diagnostics/diagnostic.js";
import { directiveWithoutBlankLine } from "../../diagnostics/rules/directive-without-blank-line.js";
import { headingWithoutBlankLine } from "../../diagnostics/rules/heading-without-blank-line.js";
import { nestingTooDeep } from "../../diagnostics/rules/nesting-too-deep.js";
import type { Line, Paragraph } from "../blocks.js";
import { endsBlock, endsExplicit, indents } from "../source/layout.js";
import { readHeading } from "./read-heading.js";
import { beginsRawDirective } from "../directives/read-directive.js";
import { isMisspeltDirective, readExplicit } from "./read-explicit.js";
import { readList } from "./read-list.js";
import { readDoctest, readLiteral } from "./read-literal.js";
import { readGridTable, readSimpleTable } from "./read-table.js";
import type { Flat, Reader, Step } from "../reader.js";
import {
  endOfIndented,
  extentOf,
  lineOf,
  marginOf,
  spanIn,
  spanOf,
  trimRows,
  type Row,
} from "../rows.js";
import * as pattern from "../patterns.js";

/** Deeper than any text that people read; what lies deeper is kept as plain lines. */
const DEEPEST = 100;

/** Reads `rows`, which stand at `margin`, from the first to the last. */
export function readFlat(
  rows: readonly Row[],
  margin: number,
  depth: number,
  reader: Reader,
): Flat[] {
  const flat: Flat[] = [];
  if (depth > DEEPEST) {
    const rest = trimRows(rows);
    const [first] = rest;
    if (first === undefined) return flat;
    reader.found(report(nestingTooDeep, spanOf(first), { deepest: DEEPEST }));
    return [paragraphOf(rest, margin)];
  }
  let at = 0;
  while (at < rows.length) {
    const row = rows[at];
    if (row === undefined || row.blank) {
      at += 1;
      continue;
    }
    const step = readOne(rows, at, row, margin, depth, reader);
    for (const block of step.blocks) {
      flat.push(block);
      if (block.kind !== "target" && block.kind !== "comment") reader.settle();
    }
    at = Math.max(step.next, at + 1);
  }
  return flat;
}

/** The order of the questions is docutils' (`Body.initial_transitions`). */
function readOne(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step {
  if (row.column > margin) return readQuote(rows, at, margin, depth, reader);
  return (
    readList(rows, at, row, margin, depth, reader) ??
    readDoctest(rows, at, row, margin) ??
    readLineBlock(rows, at, row, margin, reader) ??
    readGridTable(rows, at, row, margin, depth, reader) ??
    readSimpleTable(rows, at, row, margin, depth, reader) ??
    readMarkup(rows, at, row, margin, depth, reader) ??
    readHeading(rows, at, row, margin, depth, reader) ??
    readText(rows, at, row, margin, reader)
  );
}

/** Explicit markup, which a blank line ends, or its like; an included file ends itself. */
function readMarkup(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step | undefined {
  const step = readExplicit(rows, at, row, margin, depth, reader);
  if (step === undefined || isMisspeltDirective(row.text, reader)) return step;
  const [only] = step.blocks;
  const included =
    pattern.directive.exec(row.text)?.[1] === "include" && only?.kind !== "directive";
  const misspelt = isMisspeltDirective(rows[step.next]?.text ?? "", reader);
  if (!included && !misspelt) endsExplicit(rows, step.next, reader);
  return step;
}

function readQuote(
  rows: readonly Row[],
  at: number,
  margin: number,
  depth: number,
  reader: Reader,
): Step {
  const next = endOfIndented(rows, at, margin);
  const body = rows.slice(at, next);
  const first = body[0];
  const last = body.at(-1);
  if (first === undefined || last === undefined) return { blocks: [], next };
  const blocks = reader.blocks(body, marginOf(body), depth + 1);
  // Where it begins by mistake, that is told there.
  const above = rows[at - 1];
  if (above === undefined || above.blank || pattern.adornment.test(above.text))
    endsBlock(rows, next, "quotation", reader);
  return { blocks: [{ kind: "block-quote", blocks, span: spanOf(first, last) }], next };
}

function readLineBlock(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
  reader: Reader,
): Step | undefined {
  if (!pattern.lineBlock.test(row.text)) return undefined;
  const lines: Line[] = [];
  let last = row;
  let next = at;
  for (; next < rows.length; next += 1) {
    const each = rows[next];
    if (each === undefined || each.blank) break;
    if (each.column <= margin && !pattern.lineBlock.test(each.text)) break;
    if (beginsRawDirective(each.text, reader)) break;
    const cut = /^\| */.exec(each.text)?.[0].length ?? 0;
    const text = each.text.slice(each.column > margin ? 0 : cut);
    const start = each.start + each.raw.length - text.length;
    lines.push({ text, source: each.source, start });
    last = each;
  }
  endsBlock(rows, next, "line block", reader);
  return { blocks: [{ kind: "line-block", lines, span: spanOf(row, last) }], next };
}

/**
 * A paragraph, a definition list or the lead of a literal block (docutils' `Text` state). Two
 * constructs that docutils would swallow into the paragraph end it here, with a finding, since
 * whoever wrote them meant them: a directive, and a title with its underline.
 */
function readText(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
  reader: Reader,
): Step {
  let next = at + 1;
  for (; next < rows.length; next += 1) {
    const each = rows[next];
    if (each === undefined || each.blank || each.column !== margin) break;
    if (pattern.directive.test(each.text) || isMisspeltDirective(each.text, reader)) {
      const length = each.text.indexOf("::") + 2;
      reader.found(
        report(directiveWithoutBlankLine, spanIn(each, 0, length), {
          directive: each.text.slice(0, length),
        }),
      );
      break;
    }
    if (isUnderlined(each, rows[next + 1], margin)) {
      reader.found(report(headingWithoutBlankLine, spanOf(each), { title: each.text }));
      break;
    }
  }
  const text = rows.slice(at, next);
  const last = text.at(-1) ?? row;
  if (text.length > 1) indents(rows, next, margin, reader);
  const paragraph = paragraphOf(text, margin);
  if (!last.text.endsWith("::")) return { blocks: [paragraph], next };
  return readLiteral(rows, text, paragraph, next, margin, reader);
}

function isUnderlined(title: Row, under: Row | undefined, margin: number): boolean {
  return (
    under !== undefined &&
    under.column === margin &&
    under.text.length >= 4 &&
    under.text.length >= title.text.length &&
    pattern.adornment.test(under.text) &&
    !pattern.adornment.test(title.text)
  );
}

function paragraphOf(rows: readonly Row[], margin: number): Paragraph {
  return { kind: "paragraph", lines: rows.map((row) => lineOf(row, margin)), span: extentOf(rows) };
}
