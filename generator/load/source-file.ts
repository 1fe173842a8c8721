import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
} from "yaml";
import { type Diagnostic, report } from "../diagnostics/diagnostic.js";
import { repeatedMember } from "../diagnostics/rules/repeated-member.js";
import type { SourceId, Span } from "../diagnostics/span.js";
import { plainJson } from "./plain-json.js";

/** One file of a document, JSON or YAML, as the value that it says. */
export interface SourceFile {
  readonly source: SourceId;
  readonly value: unknown;
  readonly text: string;
  /** Where something stands, by the way to it: its name (the value, where it is in a list) or all of it. */
  spanOf(steps: readonly string[], part: "name" | "value"): Span;
}

export type FileReading =
  | {
      readonly kind: "file";
      readonly file: SourceFile;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "unreadable"; readonly at: number; readonly reason: string };

const tooDeep = "it is nested too deeply";

/** Reads a text as YAML 1.2, of which JSON is a part. */
export function readSourceFile(source: SourceId, text: string): FileReading {
  const plain = plainJson(text);
  if (plain !== undefined) {
    let document: Document | undefined;
    // Places are asked for where something was found, which is nowhere in most documents.
    const spanOf: SourceFile["spanOf"] = (steps, part) =>
      spanIn(source, (document ??= composed(text)), steps, part);
    return { kind: "file", file: { source, value: plain.value, text, spanOf }, diagnostics: [] };
  }
  try {
    const document = composed(text);
    const [error] = document.errors;
    if (error !== undefined && !isJson(text)) {
      const [reason = ""] = error.message.split("\n", 1);
      const isDeep = reason.includes("call stack");
      return { kind: "unreadable", at: error.pos[0], reason: isDeep ? tooDeep : reason };
    }
    // Aliases unfold at most a hundredfold, or this throws (yaml: maxAliasCount).
    const value: unknown = error === undefined ? document.toJS() : JSON.parse(text);
    return {
      kind: "file",
      file: { source, value, text, spanOf: (steps, part) => spanIn(source, document, steps, part) },
      diagnostics: repeated(source, document),
    };
  } catch (error) {
    // Reading goes deeper with each bracket: thousands of them exhaust the stack.
    const deep = error instanceof RangeError;
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", at: 0, reason: deep ? tooDeep : reason };
  }
}

/** The nodes of a text. Throws where they are nested too deeply. */
function composed(text: string): Document {
  const { stackTraceLimit } = Error;
  try {
    // The parser makes an Error of each fault: a hundred thousand stacks would take seconds.
    Error.stackTraceLimit = 0;
    return parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Tabs between the signs of JSON are none of YAML's white space. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Names that stand twice in one map: the last counts, and the others are lost. */
function repeated(source: SourceId, document: Document): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const waiting: unknown[] = [document.contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isPair(node)) waiting.push(node.value);
    else if (isSeq(node)) waiting.push(...node.items.toReversed());
    else if (isMap(node)) {
      const seen = new Set<string>();
      for (const { key } of node.items) {
        const name = nameOf(key);
        if (seen.has(name)) found.push(report(repeatedMember, spanOf(source, key), { name }));
        seen.add(name);
      }
      for (const item of node.items.toReversed()) waiting.push(item);
    }
  }
  return found;
}

function spanIn(
  source: SourceId,
  document: Document,
  steps: readonly string[],
  part: "name" | "value",
): Span {
  let node: unknown = document.contents;
  let name: unknown;
  for (const step of steps) {
    const here = isAlias(node) ? node.resolve(document) : node;
    if (isMap(here)) {
      const pair = here.items.findLast(({ key }) => nameOf(key) === step);
      if (pair === undefined) break;
      name = pair.key;
      node = pair.value;
    } else if (isSeq(here)) {
      name = undefined;
      node = here.items[Number(step)];
    } else break;
  }
  return spanOf(source, part === "name" ? (name ?? node) : (node ?? name));
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** A map or list is shown by its first line alone: nobody wants to see all of it. */
function spanOf(source: SourceId, node: unknown): Span {
  if (!isNode(node)) return { source, start: 0, end: 0 };
  const [start = 0, end = 0] = node.range ?? [];
  if (isScalar(node) || isAlias(node)) return { source, start, end };
  const [first] = isMap(node) || isSeq(node) ? node.items : [];
  const shown = isPair(first) ? first.key : first;
  return isScalar(shown) ? spanOf(source, shown) : { source, start, end: Math.min(end, start + 1) };
}
