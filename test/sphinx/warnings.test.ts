import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { catalogue } from "../../generator/diagnostics/catalogue.js";
import { sphinxWarnings, warningsPage } from "../../generator/diagnostics/sphinx-warnings.js";
import { interpret } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { warningsOfSphinx } from "../../generator/sphinx/warnings.js";
import { filesOf, warningCases } from "./warning-cases.js";

function warned(files: Readonly<Record<string, string>>): readonly Diagnostic[] {
  const tree = { ...memoryTree(files), whole: true as const };
  const reference = readApiReference(tree);
  const { diagnostics } = interpret(reference, {});
  return warningsOfSphinx(tree, reference.value, diagnostics);
}

// What Sphinx says of each is tried by `npm run docs:ids`.
test.each(warningCases.filter(({ warns }) => warns !== undefined))("$why is told", (one) => {
  expect(warned(filesOf(one)).map(({ code }) => code)).not.toEqual([]);
});

test.each(warningCases.filter(({ warns }) => warns === undefined))("$why passes", (one) => {
  expect(warned(filesOf(one)).map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});

test("has its page in docs/ up to date: npm run docs:pages", () => {
  const path = new URL("../../docs/sphinx-warnings.md", import.meta.url);
  expect(readFileSync(path, "utf8")).toBe(warningsPage());
});

test("names codes of the catalogue, in their order", () => {
  const codes = catalogue.map(({ code }) => code).filter((code) => sphinxWarnings.has(code));
  expect([...sphinxWarnings.keys()]).toEqual(codes);
});
