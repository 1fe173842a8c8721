import { type Document, isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import type { ParsedNode, Scalar, YAMLMap, YAMLParseError } from "yaml";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { invalidYaml } from "../../diagnostics/rules/invalid-yaml.js";
import type { SourceId, Span } from "../../diagnostics/span.js";
import type { Line } from "../../rst/blocks.js";
import { parsing, readPlain } from "./plain-yaml.js";

/** One YAML file, parsed, with what its readers ask of it. */
export interface YamlSource {
  readonly source: SourceId;
  readonly text: string;
  /** The top-level mapping; absent when there is none. */
  readonly root: YAMLMap | undefined;
  /** What each alias stands for: the anchored node above it. */
  readonly anchors: ReadonlyMap<string, unknown>;
  readonly diagnostics: readonly Diagnostic[];
}

/** How many nodes one value may unfold to through aliases, and how deep it may nest. */
const bounds = { nodes: 5_000, depth: 40 };

/** Parses `text`; what cannot be read is reported, what stands around it is kept. */
export function readYaml(source: SourceId, text: string): YamlSource {
  let document: Document.Parsed;
  const { stackTraceLimit } = Error;
  try {
    // The parser makes an Error of each fault: a hundred thousand stacks would take seconds.
    Error.stackTraceLimit = 0;
    const plain = readPlain(text);
    if (plain !== undefined)
      return { source, text, root: plain, anchors: anchorsOf(plain), diagnostics: [] };
    document = parseDocument(text, parsing);
  } catch {
    // The parser recurses: thousands of open brackets exhaust its stack.
    const found = { reason: "it is nested too deeply" };
    const diagnostics = [report(invalidYaml, { source, start: 0, end: 0 }, found)];
    return { source, text, root: undefined, anchors: new Map(), diagnostics };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  const diagnostics = firstErrors(text, document.errors).map((error) => {
    const span = { source, ...visible(text, error.pos[0], error.pos[1]) };
    return report(invalidYaml, span, { reason: firstLine(error.message) });
  });
  const root = isMap(document.contents) ? document.contents : undefined;
  if (
    !root &&
    document.contents !== null &&
    !isEmpty(document.contents) &&
    diagnostics.length === 0
  ) {
    const reason = "expected names with entries below them";
    diagnostics.push(report(invalidYaml, spanOfNode(source, document.contents), { reason }));
  }
  return { source, text, root, anchors: anchorsOf(document.contents), diagnostics };
}

/** The first error of each of the first five top-level entries that have some: more follow from it. */
function firstErrors(text: string, errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const told = new Map<number, YAMLParseError>();
  const starts = [...text.matchAll(/^[^\s#-]/gm)].map(({ index }) => index);
  for (const error of errors) {
    const entry = starts.findLastIndex((start) => start <= error.pos[0]);
    if (!told.has(entry)) told.set(entry, error);
    if (told.size === 5) break;
  }
  return [...told.values()];
}

/** The place of an error; one at a line's end moves to the last character that can be seen. */
function visible(text: string, from: number, to: number): { start: number; end: number } {
  const start = Math.min(from, text.length);
  const end = Math.min(to, text.length);
  if (text.slice(start, end).trim() !== "") return { start, end };
  const before = text.slice(0, start).trimEnd().length;
  return before === 0 ? { start, end } : { start: before - 1, end: before };
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}

function isEmpty(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null;
}

function anchorsOf(contents: unknown): ReadonlyMap<string, unknown> {
  const anchors = new Map<string, unknown>();
  const waiting: unknown[] = [contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isPair(node)) waiting.push(node.key, node.value);
    else if (isMap(node) || isSeq(node)) {
      if (node.anchor !== undefined && !anchors.has(node.anchor)) anchors.set(node.anchor, node);
      for (const item of node.items.toReversed()) waiting.push(item);
    } else if (isScalar(node) && node.anchor !== undefined && !anchors.has(node.anchor)) {
      anchors.set(node.anchor, node);
    }
  }
  return anchors;
}

/** `node`, or what it stands for when it is an alias. */
export function resolved(yaml: YamlSource, node: unknown): unknown {
  let at = node;
  for (let steps = 0; isAlias(at) && steps < bounds.depth; steps += 1)
    at = yaml.anchors.get(at.source);
  return isAlias(at) ? undefined : at;
}

/** Where `node` stands, without the line end that a block scalar owns. */
export function spanOfNode(source: SourceId, node: unknown): Span {
  const range =
    isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return { source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** The source of what is no scalar, such as the type `[string, "null"]`. */
export function sourceText(yaml: YamlSource, node: unknown): string {
  if (node === undefined || isScalar(node)) return "";
  const { start, end } = spanOfNode(yaml.source, node);
  return yaml.text.slice(start, end).trim();
}

/** The text of a scalar as its author typed it: `2.10` stays `2.10`, `200` is no number. */
export function scalarText(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  if (node.value === null) return undefined;
  if (typeof node.value === "string") return node.value;
  return node.source ?? String(node.value);
}

/** The plain value of `node`; `undefined` beyond the bounds, so that aliases cannot unfold for ever. */
export function plainValue(yaml: YamlSource, node: unknown): unknown {
  let left = bounds.nodes;
  const value = (given: unknown, depth: number): unknown => {
    const at = resolved(yaml, given);
    left -= 1;
    if (left < 0 || depth > bounds.depth) return undefined;
    if (isScalar(at)) return typeof at.value === "bigint" ? Number(at.value) : at.value;
    if (isSeq(at)) return at.items.map((item) => value(item, depth + 1));
    if (isMap(at)) {
      const entries = at.items.map((pair) => [
        scalarText(pair.key) ?? "null",
        value(pair.value, depth + 1),
      ]);
      return Object.fromEntries(entries);
    }
    return undefined;
  };
  return value(node, 0);
}

/**
 * The physical lines of a scalar, each with its place. In block and plain scalars they are the
 * lines as written: folding them would lose lists and paragraphs that their author laid out.
 */
export function scalarLines(yaml: YamlSource, node: unknown): readonly Line[] {
  if (!isScalar(node) || !node.range || node.value === null) return [];
  const { source, text } = yaml;
  const [start, end] = node.range;
  if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED")
    return blockLines(yaml, start, end);
  if (node.type === "PLAIN") return trimmedLines(source, text, start, end);
  const inner = text.slice(start + 1, end - 1);
  if (typeof node.value === "string" && /\\|''/.test(inner))
    return decodedLines(source, node, start);
  return trimmedLines(source, text, start + 1, end - 1);
}

/** Lines below the header of a block scalar, without their common indentation. */
function blockLines(yaml: YamlSource, start: number, end: number): readonly Line[] {
  const lines = splitLines(yaml.text, yaml.source, start, end).slice(1);
  const margin = lines.reduce((least, { text }) => {
    const rest = text.trimStart();
    return rest === "" ? least : Math.min(least, text.length - rest.length);
  }, Number.POSITIVE_INFINITY);
  return lines.map((line) =>
    line.text.trim() === ""
      ? { ...line, text: "" }
      : { ...line, text: line.text.slice(margin).trimEnd(), start: line.start + margin },
  );
}

function trimmedLines(source: SourceId, text: string, start: number, end: number): readonly Line[] {
  return splitLines(text, source, start, end).map((line) => ({
    ...line,
    text: line.text.trim(),
    start: line.start + line.text.length - line.text.trimStart().length,
  }));
}

/** Quoted text with escapes differs from its source: all its lines share the place of the whole. */
function decodedLines(source: SourceId, node: Scalar, start: number): readonly Line[] {
  return String(node.value)
    .split("\n")
    .map((text) => ({ text, source, start }));
}

function splitLines(text: string, source: SourceId, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  let at = start;
  for (const line of text.slice(start, end).split("\n")) {
    lines.push({ text: line.endsWith("\r") ? line.slice(0, -1) : line, source, start: at });
    at += line.length + 1;
  }
  return lines;
}
