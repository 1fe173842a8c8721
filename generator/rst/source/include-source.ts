import { report, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { fileOutsideTree } from "../../diagnostics/rules/file-outside-tree.js";
import { layoutRecovered } from "../../diagnostics/rules/layout-recovered.js";
import { includeCycle } from "../../diagnostics/rules/include-cycle.js";
import { includeLimit } from "../../diagnostics/rules/include-limit.js";
import { missingFile } from "../../diagnostics/rules/missing-file.js";
import { missingFolder } from "../../diagnostics/rules/missing-folder.js";
import { selectionWithoutLines } from "../../diagnostics/rules/selection-without-lines.js";
import { unreadableFile } from "../../diagnostics/rules/unreadable-file.js";
import type { SourceId, Span } from "../../diagnostics/span.js";
import { absentFolder } from "../../source/absent-folder.js";
import { folderOf, normalise, resolvePath } from "../../source/paths.js";
import type { Reading, SourceTree } from "../../source/tree.js";
import type { Cut, Directive } from "../blocks.js";
import { filledOption, spanOfLine } from "../directives/directive-parts.js";
import { looksFlattened, recoverRows } from "./flattened.js";
import { splitRows, type Row } from "../rows.js";

/** Includes within includes that a document may have, and includes in all. */
const DEEPEST = 50;
const MOST = 5000;
/** Lines that a document may grow to: a chain of files that each include the next one twice is a bomb. */
export const LONGEST = 2_000_000;

/** How far the expansion of one document has come. */
export interface Expansion {
  readonly tree: SourceTree;
  readonly document: SourceId;
  /** The files that are open, the document first. */
  readonly open: SourceId[];
  count: number;
  lines: number;
}

export type Included =
  | {
      readonly kind: "rows";
      readonly source: SourceId;
      readonly span: Span;
      readonly rows: readonly Row[];
      readonly cuts: readonly Cut[];
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

/**
 * The text that an include directive stands for. Its path is relative to the document (Sphinx),
 * else to the file that holds the directive (docutils); `/` begins at the source folder.
 */
export function includedRows(directive: Directive, expansion: Expansion): Included {
  const [line] = directive.argument;
  const written = line?.text.trim() ?? "";
  const span = line === undefined ? directive.nameSpan : spanOfLine(line);
  const refused = (diagnostic: Diagnostic): Included => ({
    kind: "refused",
    diagnostics: [diagnostic],
  });
  // A file of docutils itself; and one that is not named, which is told of the directive.
  if (/^<.*>$/.test(written) || written === "") return { kind: "refused", diagnostics: [] };
  if (expansion.open.length > DEEPEST) {
    return refused(report(includeLimit, span, { path: written, limit: `${DEEPEST} levels` }));
  }
  if (expansion.count >= MOST) {
    return refused(report(includeLimit, span, { path: written, limit: `${MOST} includes` }));
  }
  const reading = read(written, span.source, expansion);
  if (reading.kind === "missing") {
    const named = { path: written, what: "included file" };
    const folder = absentFolder(expansion.tree, reading.id);
    if (folder !== undefined) return refused(report(missingFolder, span, { ...named, folder }));
    return refused(report(missingFile, span, named));
  }
  if (reading.kind === "outside") {
    return refused(report(fileOutsideTree, span, { path: written, what: "included file" }));
  }
  if (reading.kind === "too-large") {
    const reason = `it has ${reading.bytes} bytes, and ${reading.limit} is the limit`;
    return refused(report(unreadableFile, span, { path: written, reason }));
  }
  if (reading.kind === "unreadable") {
    return refused(report(unreadableFile, span, { path: written, reason: reading.reason }));
  }
  if (expansion.open.includes(reading.id)) {
    return refused(
      report(includeCycle, span, { path: written, chain: [...expansion.open, reading.id] }),
    );
  }
  const { rows, cuts, diagnostics } = rowsOfSource(reading.text, reading.id, directive);
  if (expansion.lines + rows.length > LONGEST) {
    return refused(report(includeLimit, span, { path: written, limit: `${LONGEST} lines` }));
  }
  expansion.count += 1;
  expansion.lines += rows.length;
  return { kind: "rows", source: reading.id, span, rows, cuts, diagnostics };
}

function read(written: string, from: SourceId, { tree, document }: Expansion): Reading {
  const asDocument = tree.read(resolvePath(tree, document, written));
  if (asDocument.kind !== "missing" || written.startsWith("/")) return asDocument;
  const beside = tree.read(normalise(`${folderOf(from)}/${written}`));
  return beside.kind === "text" ? beside : asDocument;
}

interface Selected {
  readonly rows: readonly Row[];
  readonly cuts: readonly Cut[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The rows of a source's text; where its line ends are lost they are made up, and that is reported. */
export function rowsOfSource(text: string, source: SourceId, directive?: Directive): Selected {
  if (!looksFlattened(text)) {
    if (directive !== undefined) return selected(text, source, directive);
    return { rows: splitRows(text, source), cuts: [], diagnostics: [] };
  }
  const start = text.length - text.trimStart().length;
  const span = { source, start, end: text.trimEnd().length };
  const diagnostics = [report(layoutRecovered, span, {})];
  return { rows: recoverRows(text, source), cuts: [], diagnostics };
}

/**
 * `start-line` and `end-line`, then `start-after` and `end-before`, as docutils' `Include.run`
 * applies them; words that are not there, for which it refuses the include, cut nothing.
 */
function selected(text: string, source: SourceId, directive: Directive): Selected {
  const whole = (name: string): number | undefined => {
    const value = filledOption(directive, name)?.value;
    return value !== undefined && /^[-+]?\d+$/.test(value) ? Number(value) : undefined;
  };
  const [first, last] = [whole("start-line"), whole("end-line")];
  let [from, to] = linesBetween(text, first, last);
  const cuts: Cut[] = [];
  if (first !== undefined) cuts.push({ option: "start-line", from, to: text.length });
  if (last !== undefined) cuts.push({ option: "end-line", from: 0, to });
  const after = filledOption(directive, "start-after");
  const before = filledOption(directive, "end-before");
  const start = after === undefined ? from : placeOf(text, after.value, from, to);
  if (after !== undefined && start !== undefined) {
    from = start + after.value.length;
    cuts.push({ option: "start-after", from, to: text.length });
  }
  const end = before === undefined ? to : placeOf(text, before.value, from, to);
  if (before !== undefined && end !== undefined) {
    to = end;
    cuts.push({ option: "end-before", from: 0, to });
  }
  const lost = start === undefined ? after : end === undefined ? before : undefined;
  const rows = splitRows(text, source, from, to);
  if (lost === undefined || lost.value.length !== lost.valueSpan.end - lost.valueSpan.start)
    return { rows, cuts, diagnostics: [] };
  const said = { directive: directive.name, option: lost.name, fault: "finds no such words" };
  return { rows, cuts, diagnostics: [report(selectionWithoutLines, lost.valueSpan, said)] };
}

function placeOf(text: string, words: string, from: number, to: number): number | undefined {
  const found = text.indexOf(words, from);
  return found < 0 || found + words.length > to ? undefined : found;
}

/** Where the lines `first` to `last` of `text` are, as a slice of Python takes them. */
function linesBetween(
  text: string,
  first: number | undefined,
  last: number | undefined,
): [number, number] {
  if (first === undefined && last === undefined) return [0, text.length];
  const ends = [...text.matchAll(/\r\n|[\n\r]|[^\n\r]$/g)].map((end) => end.index + end[0].length);
  const places = [0, ...ends];
  const count = ends.length;
  const at = (line: number): number =>
    places[Math.min(count, Math.max(0, line < 0 ? count + line : line))] ?? 0;
  const from = at(first ?? 0);
  return [from, Math.max(from, last === undefined ? text.length : at(last))];
}
