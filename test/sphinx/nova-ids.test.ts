import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openTree } from "../../generator/source/disk-tree.js";
import { idsOf } from "./ids-of.js";

const nova = fileURLToPath(new URL("../../../shared/corpora/nova", import.meta.url));
/** What the page that the real Sphinx makes has, in its order: `npm run docs:ids -- --write`. */
const listed = readFileSync(new URL("nova-ids.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");
/** Controls of the page, which the site brings. */
const chrome = ["expand-all", "table-of-contents"];

test("the list of ids is whole", () => {
  expect(listed).toHaveLength(1317);
  expect(new Set(listed).size).toBe(listed.length);
});

test.skipIf(!existsSync(nova))("every id of the page of Nova is on ours, and none beside", () => {
  const opening = openTree(nova);
  if (opening.kind !== "opened") throw new Error("Nova's docs are not there");
  const ours = new Set(idsOf(opening.tree).get("api-ref/source/index.rst"));
  expect(listed.filter((id) => !ours.has(id) && !chrome.includes(id))).toEqual([]);
  expect([...ours].filter((id) => !listed.includes(id))).toEqual([]);
});
