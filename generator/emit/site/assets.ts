import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { PlannedFile } from "../emitter.js";
import { templateText } from "../render.js";

/** The style sheet and the scripts of every page, copied as they stand. */
const names = [
  "site.css",
  "theme.js",
  "version.js",
  "page.js",
  "compare.js",
  "search.js",
  "ranking.js",
];

export function copiedAssets(): readonly PlannedFile[] {
  const own = names.map((name) => ({
    path: `assets/${name}`,
    text: templateText(`site/assets/${name}`),
  }));
  return [...own, { path: "assets/minisearch.js", text: miniSearch() }];
}

/** MiniSearch as a plain script, with its licence: part of the program, like the templates. */
function miniSearch(): string {
  const home = join(createRequire(import.meta.url).resolve("minisearch"), "..", "..", "..");
  const licence = readFileSync(join(home, "LICENSE.txt"), "utf8").trim().replaceAll("*/", "* /");
  const script = readFileSync(join(home, "dist", "umd", "index.js"), "utf8");
  return `/*! MiniSearch\n\n${licence}\n*/\n${script.replace(/^\/\/# sourceMappingURL=.*\n?/m, "")}`;
}
