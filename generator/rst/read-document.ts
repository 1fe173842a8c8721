import { report, type Diagnostic, type Outcome } from "../diagnostics/diagnostic.js";
import { includeLimit } from "../diagnostics/rules/include-limit.js";
import { missingFile } from "../diagnostics/rules/missing-file.js";
import { unreadableFile } from "../diagnostics/rules/unreadable-file.js";
import type { SourceId } from "../diagnostics/span.js";
import type { SourceTree } from "../source/tree.js";
import type { Block, Directive, Inclusion, Line, LinkTarget, RstDocument } from "./blocks.js";
import { includedRows, LONGEST, rowsOfSource, type Expansion } from "./source/include-source.js";
import { readTableFile } from "./source/table-source.js";
import { headingLevels } from "./blocks/heading-levels.js";
import { nest } from "./blocks/nest.js";
import { readFlat } from "./blocks/read-blocks.js";
import { keyOfInclude, type KnownParts, PartsReader } from "./known-parts.js";
import { rawDirectives } from "./directives/read-directive.js";
import { normaliseName } from "./names.js";
import type { Reader } from "./reader.js";
import { lineOf, marginOf, rowsOf, trimRows, type Row } from "./rows.js";

export { rawDirectives } from "./directives/read-directive.js";

/** Paths are read with either sign between folders, as docs that are written on Windows have them. */
const backslash = "its name has a backslash, which is read as a folder and its file";

/**
 * Reads `document` with its includes expanded. `raw` names the directives whose body is not text:
 * those of docutils and Sphinx (`rawDirectives`), and a caller's own.
 */
export function readDocument(
  tree: SourceTree,
  document: SourceId,
  raw: ReadonlySet<string> = rawDirectives,
  parts?: KnownParts,
): Outcome<RstDocument> {
  const reading = tree.read(document);
  if (reading.kind === "text") {
    const { rows, diagnostics } = rowsOfSource(reading.text, reading.id);
    const outcome = readRows(rows, reading.id, raw, tree, parts);
    return { ...outcome, diagnostics: [...diagnostics, ...outcome.diagnostics] };
  }
  const span = { source: document, start: 0, end: 0 };
  const finding =
    reading.kind === "unreadable"
      ? report(unreadableFile, span, { path: document, reason: reading.reason })
      : reading.kind === "too-large"
        ? report(unreadableFile, span, { path: document, reason: `it has ${reading.bytes} bytes` })
        : document.includes("\\")
          ? report(unreadableFile, span, { path: document, reason: backslash })
          : report(missingFile, span, { path: document, what: "document" });
  const { value } = readRows([], document, raw, tree);
  return { value, diagnostics: [finding] };
}

/** Reads lines cut out of another text, such as a description in YAML. It includes nothing. */
export function readFragment(
  lines: readonly Line[],
  raw: ReadonlySet<string> = rawDirectives,
): Outcome<RstDocument> {
  return readRows(rowsOf(lines), lines[0]?.source ?? "", raw, undefined);
}

function readRows(
  rows: readonly Row[],
  source: SourceId,
  raw: ReadonlySet<string>,
  tree: SourceTree | undefined,
  known?: KnownParts,
): Outcome<RstDocument> {
  const diagnostics: Diagnostic[] = [];
  const found = (diagnostic: Diagnostic): number => diagnostics.push(diagnostic);
  const targets = new Map<string, LinkTarget>();
  const substitutions = new Map<string, Directive>();
  const includes: Inclusion[] = [];
  const labels: string[] = [];
  const levels = headingLevels(found);
  const expansion: Expansion | undefined = tree && {
    tree,
    document: source,
    open: [source],
    count: 0,
    lines: rows.length,
  };
  const parts = new PartsReader(known, levels.state);
  const teller = parts.telling({
    found,
    level: levels.level,
    define(name, url) {
      labels.push(name);
      // A label directly before a target with a URL shares it (docutils' chained targets).
      if (url === "") return;
      for (const label of labels.splice(0)) {
        if (label !== "" && !targets.has(label)) targets.set(label, { kind: "url", url });
      }
    },
    defineTitle(title) {
      for (const label of labels.splice(0)) {
        if (label !== "" && !targets.has(label)) targets.set(label, { kind: "place", title });
      }
      const name = normaliseName(title);
      if (!targets.has(name)) targets.set(name, { kind: "place", title });
    },
    settle() {
      for (const label of labels.splice(0)) {
        if (label !== "" && !targets.has(label))
          targets.set(label, { kind: "place", title: label });
      }
    },
    defineSubstitution(name, directive) {
      substitutions.set(name, directive);
      // Found without its case, too, where no other is spelt just so.
      const normal = normaliseName(name);
      if (!substitutions.has(normal)) substitutions.set(normal, directive);
    },
  });
  const reader: Reader = {
    ...teller,
    rawDirectives: raw,
    flat: (inner, margin, depth) => readFlat(inner, margin, depth, reader),
    part(inner, margin, depth) {
      parts.doesMore();
      return nest(levels.inPart(depth, () => readFlat(inner, margin, depth + 1, reader)));
    },
    blocks: (inner, margin, depth) => nest(readFlat(inner, margin, depth, reader)),
    include(directive, depth) {
      parts.doesMore();
      if (expansion === undefined) return [directive];
      const included = includedRows(directive, expansion);
      if (included.kind === "refused") {
        included.diagnostics.forEach(found);
        return [directive];
      }
      included.diagnostics.forEach(found);
      const { source: file, span, cuts } = included;
      const shownBy = showing(directive);
      includes.push({ source: file, span, cuts, ...(shownBy && { shownBy }) });
      if (shownBy !== undefined) return [asLiteral(directive, included.rows)];
      expansion.open.push(included.source);
      const key = keyOfInclude(file, directive, depth);
      const flat = parts.read(key, file, teller, () => readFlat(included.rows, 0, depth, reader));
      expansion.open.pop();
      return flat;
    },
    tableFile(option) {
      parts.doesMore();
      if (expansion === undefined) return [];
      const read = readTableFile(expansion.tree, source, option);
      read.diagnostics.forEach(found);
      expansion.lines += read.rows.length;
      if (expansion.lines <= LONGEST) return read.rows;
      const limit = `${LONGEST} lines`;
      found(report(includeLimit, option.valueSpan, { path: option.value, limit }));
      return [];
    },
  };
  const blocks: readonly Block[] = reader.blocks(rows, 0, 0);
  reader.settle();
  const value = { source, blocks, targets, substitutions, includes };
  return { value, diagnostics: once(diagnostics) };
}

/** `:literal:` and `:code:` show the included text as it stands. */
function showing({ options }: Directive): Inclusion["shownBy"] {
  const names = new Set(options.map(({ name }) => name));
  if (names.has("code")) return "code";
  return names.has("literal") ? "literal" : undefined;
}

function asLiteral(directive: Directive, rows: readonly Row[]): Block {
  const body = trimRows(rows);
  const language = directive.options.find((option) => option.name === "code")?.value ?? "";
  return {
    kind: "literal-block",
    lines: body.map((row) => lineOf(row, Math.min(0, marginOf(body)))),
    ...(language !== "" && { language }),
    span: directive.span,
  };
}

/** A file that is included twice is found fault with once. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span }) => {
    const key = `${code}:${span?.source}:${span?.start}:${span?.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
