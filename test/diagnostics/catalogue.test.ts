import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../generator/diagnostics/catalogue.js";
import type { Diagnostic, Example } from "../../generator/diagnostics/diagnostic.js";
import { filesOf } from "../../generator/diagnostics/explain.js";
import { page } from "../../generator/diagnostics/page.js";
import { understand } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** An example without its marks, what was found in it, and where the marks were. */
function lint(example: Example): {
  readonly found: readonly Diagnostic[];
  readonly files: Readonly<Record<string, string>>;
  readonly marked:
    | { readonly source: string; readonly start: number; readonly words: string }
    | undefined;
} {
  const files: Record<string, string> = {};
  let marked;
  for (const [source, text] of Object.entries(filesOf(example))) {
    files[source] = text.replace(/[⟦⟧]/g, "");
    const words = /⟦([^⟧]*)⟧/.exec(text)?.[1];
    if (words !== undefined) marked = { source, start: text.indexOf("⟦"), words };
  }
  const overlays = Object.entries(files)
    .filter(([name]) => name.endsWith(".overlay.yaml"))
    .map(([name, text]) => ({ name, text }));
  return { files, marked, found: understand(memoryTree(files), { overlays }).diagnostics };
}

describe.each(catalogue)("$code", (rule) => {
  test("finds its bad example once, exactly between the brackets", () => {
    const { found, files, marked } = lint(rule.bad);
    const reported = found.filter(({ code }) => code === rule.code);
    expect(
      reported.map(
        ({ span }) => span && { ...span, words: files[span.source]?.slice(span.start, span.end) },
      ),
    ).toEqual([marked && { ...marked, end: marked.start + marked.words.length }]);
  });

  test("finds nothing at all in its good example", () => {
    expect(lint(rule.good).found).toEqual([]);
  });

  test("explains itself in whole sentences", () => {
    for (const words of [rule.why, rule.fix])
      expect(words).toMatch(/^(?:[A-Z`"]|os-api-ref).*[.)]$/s);
    expect(rule.code).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
  });
});

describe("the catalogue", () => {
  const codes = catalogue.map(({ code }) => code);

  test("lists every file of the rules folder once, sorted", () => {
    const folder = new URL("../../generator/diagnostics/rules/", import.meta.url);
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ""));
    expect(codes).toEqual(files.sort());
  });

  test("has its page in docs/ up to date: npm run docs:pages", () => {
    const path = new URL("../../docs/diagnostics.md", import.meta.url);
    expect(readFileSync(path, "utf8")).toBe(page(catalogue));
  });
});
