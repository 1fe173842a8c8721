import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { loadDocument, type Loading } from "../../generator/load/load.js";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** What comes of a document by itself, or of files of which `openapi.yaml` is the first. */
export function loading(files: string | Readonly<Record<string, string>>): Loading {
  return loadDocument(memoryTree(typeof files === "string" ? { "openapi.yaml": files } : files));
}

/** The document of files that have one, and what was found in them, as `code at words`. */
export function loaded(files: string | Readonly<Record<string, string>>): {
  readonly document: OpenApiDocument;
  readonly found: readonly string[];
} {
  const texts = typeof files === "string" ? { "openapi.yaml": files } : files;
  const result = loading(texts);
  if (result.kind === "refused") throw new Error(result.reason);
  return { document: result.value, found: result.diagnostics.map((one) => words(one, texts)) };
}

function words(
  { code, span, message }: Diagnostic,
  texts: Readonly<Record<string, string>>,
): string {
  const at = span && texts[span.source]?.slice(span.start, span.end);
  return `${code} at ${span?.source} ${at}: ${message}`;
}

/** The beginning of a document, before its paths. */
export const head = (version = "3.1.0"): string =>
  `openapi: ${version}\ninfo: { title: Shop, version: "1" }\n`;
