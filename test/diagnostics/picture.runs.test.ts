import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lintPictures } from "../../scripts/lint-picture.js";

/** One of them is of a tree with some hundred findings, which is read for it. */
test.each([...lintPictures])("docs/%s is up to date: npm run docs:pages", (name, draw) => {
  const path = new URL(`../../docs/${name}`, import.meta.url);
  expect(readFileSync(path, "utf8")).toBe(draw());
});
