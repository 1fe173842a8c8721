import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson } from "../openapi/canonical.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { PlannedFile } from "../emit/emitter.js";
import { paintFor } from "./shell/terminal.js";

const document = "openapi.json";

/**
 * What the docs say of the API now and the output does not yet, in the words of `diff`; undefined
 * where that is nothing, or the document of the output cannot be read.
 */
export async function staleApi(
  name: string,
  out: string,
  files: readonly PlannedFile[],
): Promise<string | undefined> {
  const before = documentOf(() => readFileSync(join(out, document), "utf8"));
  const now = documentOf(() => files.find(({ path }) => path === document)?.text ?? "");
  if (before === undefined || now === undefined) return undefined;
  // Two parts of the docs, or a part and all of them, are different without any change.
  if (partOf(before) !== partOf(now))
    return `${name}: the output is of another part of the docs, or of another microversion.`;
  const [{ compare }, { documentSide }, { text }] = await Promise.all([
    import("../diff/diff.js"),
    import("../diff/side.js"),
    import("../diff/report/text.js"),
  ]);
  const comparison = compare(documentSide(before), documentSide(now));
  // Nothing is not said to be nothing: only `diff` knows what of the docs could not be read.
  if (comparison.changes.length === 0) return undefined;
  return text([{ name, comparison, accepted: 0 }], paintFor(process.stdout));
}

function partOf({ "x-restanza": extension }: OpenApiDocument): string {
  return canonicalJson([extension?.projected ?? null, extension?.part ?? null]);
}

/** A document from its text; undefined where it is missing or broken, which is said elsewhere. */
function documentOf(text: () => string): OpenApiDocument | undefined {
  try {
    const value: unknown = JSON.parse(text());
    return isDocument(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isDocument(value: unknown): value is OpenApiDocument {
  return typeof value === "object" && value !== null && "openapi" in value && "paths" in value;
}
