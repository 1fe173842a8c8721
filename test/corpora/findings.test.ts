import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "../../generator/diagnostics/catalogue.js";
import { precisionPage } from "../../generator/diagnostics/precision-page.js";
import { type Reviewed, review } from "./review.js";

const { found, reviewed } = review;
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const severities = new Map(catalogue.map(({ code, severity }) => [code, severity]));

test("95 of a hundred errors are true of the docs, and 90 of a hundred of all", () => {
  const share = (some: readonly Reviewed[]): number =>
    some.filter(({ right }) => right).length / some.length;
  const errors = reviewed.filter(({ code }) => severities.get(code) === "error");
  expect(errors.length).toBeGreaterThan(0);
  expect(share(errors)).toBeGreaterThanOrEqual(0.95);
  expect(share(reviewed)).toBeGreaterThanOrEqual(0.9);
});

test("no sentence of the docs is copied", () => {
  for (const { words } of reviewed) expect(words).toMatch(/^\S{1,160}(?: \S{1,80})?$/);
});

test("the table in docs/ is up to date: npm run docs:pages", () => {
  expect(read("../../docs/precision.md")).toBe(precisionPage({ found, reviewed }, catalogue));
});
