import { report } from "../../diagnostics/diagnostic.js";
import { malformedTarget } from "../../diagnostics/rules/malformed-target.js";
import { normaliseName } from "../names.js";
import { beginsRawDirective } from "../directives/read-directive.js";
import type { Reader, Step } from "../reader.js";
import { endOfIndented, spanOf, type Row } from "../rows.js";
import * as pattern from "../patterns.js";

/**
 * A target, `.. _name: address`, whose name may go on in the next lines; `__ address` is one without
 * a name. What begins as one and is none is a comment, and that is told ("malformed hyperlink target").
 */
export function readTarget(
  rows: readonly Row[],
  at: number,
  row: Row,
  margin: number,
  reader: Reader,
): Step | undefined {
  const next = endOfTarget(rows, at, margin, reader);
  const head = headOf(rows.slice(at, next));
  if (head === undefined) {
    reader.found(report(malformedTarget, spanOf(row), { written: row.text }));
    return undefined;
  }
  const address = [head.rest, ...rows.slice(at + head.rows, next).map(({ text }) => text)];
  const words = address.map((line) => line.trim());
  const url = unescaped(words.join(""));
  reader.define(head.name, url);
  const span = spanOf(row, rows[next - 1] ?? row);
  const to = otherName(words.join(" ").trim());
  const leadsTo = {
    value: to ?? "",
    span: { ...span, start: span.end - (words.at(-1) ?? "").length },
  };
  const { name } = head;
  return {
    blocks: [{ kind: "target", name, url, span, ...(to !== undefined && { leadsTo }) }],
    next,
  };
}

/** A target's block ends at its first blank line, and before a directive that is surely no text. */
function endOfTarget(rows: readonly Row[], at: number, margin: number, reader: Reader): number {
  const indented = endOfIndented(rows, at + 1, margin);
  let end = at + 1;
  for (let more = rows[end]; end < indented && more?.blank === false; more = rows[end]) {
    if (beginsRawDirective(more.text, reader)) break;
    end += 1;
  }
  return end;
}

interface TargetHead {
  readonly name: string;
  /** How many rows the name takes. */
  readonly rows: number;
  /** What stands behind it in the last of them. */
  readonly rest: string;
}

/** The name of a target: docutils adds line to line until one ends it, which is looked for first. */
function headOf(rows: readonly Row[]): TargetHead | undefined {
  const first = rows[0]?.text ?? "";
  const quoted = /^\.\. +_`/.test(first);
  const alone = pattern.anonymous.exec(first);
  const last = alone
    ? 0
    : rows.findIndex(({ text }) => (quoted ? pattern.endOfQuoted : pattern.endOfName).test(text));
  if (last < 0) return undefined;
  const taken = rows.slice(0, last + 1);
  const text = taken.map((row) => row.text).join(" ");
  const match = alone ?? pattern.target.exec(text);
  if (match === null) return undefined;
  const [whole, , inQuotes, plain] = match;
  const name = normaliseName(unescaped(inQuotes ?? plain ?? ""));
  return { name, rows: taken.length, rest: text.slice(whole.length) };
}

/** The name of an indirect target: `name_`, or a phrase in backquotes (`is_reference`). */
function otherName(written: string): string | undefined {
  if (!/[^\\]_$/.test(written)) return undefined;
  const phrase = /^`(?! )([^]*[^ ])`_$/.exec(written)?.[1];
  const simple = /^[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*(?=_$)/u.exec(written)?.[0];
  const name = phrase ?? simple;
  return name === undefined ? undefined : normaliseName(unescaped(name));
}

function unescaped(written: string): string {
  return written.replace(/\\(.)/g, "$1");
}
