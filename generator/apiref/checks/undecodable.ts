import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { notUtf8 } from "../../diagnostics/rules/not-utf-8.js";
import type { SourceId } from "../../diagnostics/span.js";
import type { SourceTree } from "../../source/tree.js";

/** A tree, and the texts that were read of it. */
export interface Remembering {
  readonly tree: SourceTree;
  readonly texts: ReadonlyMap<SourceId, string>;
}

/** The same tree, which knows afterwards what was read of it. */
export function remembering(tree: SourceTree): Remembering {
  const texts = new Map<SourceId, string>();
  const read: SourceTree["read"] = (path) => {
    const reading = tree.read(path);
    if (reading.kind === "text") texts.set(reading.id, reading.text);
    return reading;
  };
  return { tree: { ...tree, read }, texts };
}

/**
 * Bytes that are no UTF-8, once a file. Decoding leaves U+FFFD in their place (WHATWG Encoding,
 * section 4.1); one that was saved as such lost its letter earlier.
 */
export function undecodable({ texts }: Remembering): readonly Diagnostic[] {
  return [...texts].flatMap(([source, text]) => {
    const start = text.indexOf("\ufffd");
    if (start < 0) return [];
    const [run = "", ...others] = text.match(/\ufffd+/g) ?? [];
    const span = { source, start, end: start + run.length };
    return [report(notUtf8, span, { places: others.length + 1 })];
  });
}
