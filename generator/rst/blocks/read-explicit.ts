import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { misdefinedSubstitution } from "../../diagnostics/rules/misdefined-substitution.js";
import { misspeltDirective } from "../../diagnostics/rules/misspelt-directive.js";
import type { Directive } from "../blocks.js";
import {
  inPlace,
  isDirectiveName,
  readDirective,
  takesNoArgument,
} from "../directives/read-directive.js";
import { readTarget } from "./read-target.js";
import type { Flat, Reader, Step } from "../reader.js";
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
import * as pattern from "../patterns.js";

/** Explicit markup: what begins with `..`, and anonymous targets (`__ url`). */
export function readExplicit(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
  depth: number,
  reader: Reader,
): Step | undefined {
  if (pattern.anonymous.test(row.text)) return readTarget(rows, at, row, margin, reader);
  const holdsText = endOfIndented(rows, at + 1, margin) > at + 1;
  const misspelt = misspeltName(row.text, reader, holdsText);
  if (misspelt !== undefined) {
    const length = misspelt.index + misspelt.name.length + misspelt.colons;
    reader.found(
      report(misspeltDirective, spanIn(row, 0, length), {
        written: row.text.slice(0, length),
        meant: `.. ${misspelt.name}::`,
      }),
    );
    return directiveStep(rows, at, row, misspelt, margin, depth, reader);
  }
  if (!pattern.explicit.test(row.text)) return undefined;
  const target = pattern.beginsTarget.test(row.text)
    ? readTarget(rows, at, row, margin, reader)
    : undefined;
  if (target !== undefined) return target;
  const footnote = pattern.footnote.exec(row.text);
  if (footnote !== null) return readFootnote(rows, at, row, footnote, margin, depth, reader);
  const substitution = pattern.substitution.exec(row.text);
  if (substitution !== null) {
    const [whole, name = "", directive = ""] = substitution;
    const index = row.text.indexOf(
      directive,
      row.text.indexOf("|", row.text.indexOf(name) + name.length),
    );
    const { made, next } = readDirective(
      rows,
      at,
      row,
      { name: directive, index, length: whole.length },
      margin,
      depth,
      reader,
    );
    const defining: Directive = { ...made, substitution: name };
    reader.defineSubstitution(name, defining);
    const nameSpan = spanIn(row, row.text.indexOf("|"), name.length + 2);
    const block: Flat = {
      kind: "substitution",
      name,
      nameSpan,
      directive: defining,
      span: made.span,
    };
    return { blocks: [block], next };
  }
  const directive = pattern.directive.exec(row.text);
  if (directive !== null) {
    const [whole, name = ""] = directive;
    const index = row.text.indexOf(name, 2);
    return directiveStep(
      rows,
      at,
      row,
      { name, index, length: whole.length },
      margin,
      depth,
      reader,
    );
  }
  const step = readComment(rows, at, row, margin);
  const fault = brokenSubstitution(row, rows.slice(at + 1, step.next));
  if (fault !== undefined) reader.found(fault);
  return step;
}

/**
 * A line that begins as a substitution does, and is taken for a comment ("malformed substitution
 * definition"). The name may go on in the next lines.
 */
function brokenSubstitution(row: Row, rest: readonly Row[]): Diagnostic | undefined {
  if (!/^\.\. +\|(?! |$)/.test(row.text)) return undefined;
  const blank = rest.findIndex((each) => each.blank);
  const goesOn = rest
    .slice(0, blank < 0 ? rest.length : blank)
    .some(({ text }) => /::(?: |$)/.test(text));
  if (goesOn) return undefined;
  return report(misdefinedSubstitution, spanOf(row), { name: "", fault: "malformed" });
}

function directiveStep(
  rows: readonly Row[],
  at: number,
  row: Row,
  head: { readonly name: string; readonly index: number; readonly length: number },
  margin: number,
  depth: number,
  reader: Reader,
): Step {
  const { made, next } = readDirective(rows, at, row, head, margin, depth, reader);
  return { blocks: made.name === "include" ? reader.include(made, depth) : inPlace(made), next };
}

/** Whether a line is a directive in all but its spelling. */
export function isMisspeltDirective(text: string, reader: Reader): boolean {
  return misspeltName(text, reader) !== undefined;
}

interface Misspelt {
  readonly name: string;
  readonly index: number;
  readonly length: number;
  readonly colons: number;
}

/**
 * A directive that docutils takes for text or a comment: `..name::`, `.. name::argument`,
 * `.. name: argument`. Only names that are directives count; with one colon only those that are
 * no English word, for `.. note: …` may well be meant as a comment. Not so where the line ends with
 * the colon, and the text stands below as that of a note does.
 */
function misspeltName(text: string, reader: Reader, holdsText = false): Misspelt | undefined {
  if (!text.startsWith("..") || pattern.directive.test(text)) return undefined;
  const unspaced = pattern.unspaced.exec(text);
  const [whole, name = ""] = unspaced ?? pattern.oneColon.exec(text) ?? [""];
  if (name === "" || !isDirectiveName(name, reader)) return undefined;
  const isNote = holdsText && whole === text.trimEnd() && takesNoArgument(name);
  if (unspaced === null && !/[-_]/.test(name) && !isNote) return undefined;
  const index = text.indexOf(name);
  return { name, index, length: whole.length, colons: unspaced === null ? 1 : 2 };
}

function readFootnote(
  rows: readonly Row[],
  at: number,
  row: Row,
  match: RegExpExecArray,
  margin: number,
  depth: number,
  reader: Reader,
): Step {
  const next = endOfIndented(rows, at + 1, margin);
  const rest = rows.slice(at + 1, next);
  const inner = marginOf(rest);
  const body = [after(row, match[0].length, inner), ...rest];
  const span = spanOf(row, rows[next - 1] ?? row);
  const blocks = reader.blocks(body, inner, depth + 1);
  const fields = [{ name: `[${match[1] ?? ""}]`, blocks, span }];
  return { blocks: [{ kind: "field-list", footnote: true, fields, span }], next };
}

/** Anything else behind `..`; two dots alone before a blank line comment nothing. */
function readComment(rows: readonly Row[], at: number, row: Row, margin: number): Step {
  const alone = row.text === ".." && rows[at + 1]?.blank !== false;
  const next = alone ? at + 1 : endOfIndented(rows, at + 1, margin);
  const rest = rows.slice(at + 1, next);
  const inner = marginOf(rest);
  const body = trimRows([after(row, 2, inner), ...rest]);
  const lines = body.map((each) => lineOf(each, inner));
  return { blocks: [{ kind: "comment", lines, span: spanOf(row, rows[next - 1] ?? row) }], next };
}
