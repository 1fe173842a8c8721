import { rawDirectives, readDocument } from "../../generator/rst/read-document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { outline } from "./outline.js";

export const raw = new Set([...rawDirectives, "rest_method", "rest_parameters"]);

/** What is read of `text`, or of the `index.rst` of several files. */
export function read(text: string | Record<string, string>) {
  const files = typeof text === "string" ? { "index.rst": text } : text;
  const { value, diagnostics } = readDocument(memoryTree(files), "index.rst", raw);
  return {
    value,
    outline: outline(value.blocks),
    codes: diagnostics.map((finding) => finding.code),
    words: diagnostics.map(({ span }) =>
      span === undefined ? "" : (files[span.source] ?? "").slice(span.start, span.end),
    ),
  };
}
