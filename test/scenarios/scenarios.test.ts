import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runPage } from "./harness.js";

const folder = fileURLToPath(new URL(".", import.meta.url));
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .sort();

/** Every page reads as it would if it were written today; `vitest -u` writes them anew. */
describe.skipIf(pages.length === 0)("scenarios", () => {
  it.each(pages)("%s", async (name) => {
    const path = `${folder}${name}`;
    await expect(await runPage(readFileSync(path, "utf8"))).toMatchFileSnapshot(path);
  });
});
