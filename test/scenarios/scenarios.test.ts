import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runPage } from "./harness.js";

const folder = fileURLToPath(new URL(".", import.meta.url));
const all = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .sort();
const pages = all.filter((name) => !name.startsWith("gaps/"));
/** Pages of how it should be and is not yet. */
const gaps = all.filter((name) => name.startsWith("gaps/"));

/** Every page reads as it would if it were written today; `vitest -u` writes them anew. */
describe.skipIf(pages.length === 0)("scenarios", () => {
  it.each(pages)("%s", async (name) => {
    const path = `${folder}${name}`;
    await expect(await runPage(readFileSync(path, "utf8"))).toMatchFileSnapshot(path);
  });
});

/** Known gaps are a list that has to shrink: a page that reads as it should belongs to the others. */
describe.skipIf(gaps.length === 0)("known gaps", () => {
  it.each(gaps)("%s is one still", async (name) => {
    const wanted = readFileSync(`${folder}${name}`, "utf8");
    const outputs = (text: string) => text.replace(/^```diagnostics\n[^`]*```\n?/m, "").trim();
    expect(outputs(await runPage(wanted))).not.toBe(outputs(wanted));
  });
});
