#!/usr/bin/env node
// npm run docs:ids: our pages of the ten trees of ../shared/corpora beside those of the real Sphinx
// with os-api-ref: every id, what stands at it, every sentence, the inventory; and what Sphinx says
// of the small trees of test/sphinx/warning-cases.ts. Installs Sphinx by apt; says so where it cannot.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { register } from "node:module";
import { installWhatIsMissing, root } from "./install.mjs";
import { readOptions } from "./options.mjs";

register("./dev-loader.mjs", import.meta.url);

const usage = `docs-ids.mjs [options]
  --only NAME    this tree alone; may be repeated
  --shared DIR   where corpora is (default: ../shared)
  --keep         leave the folder with both sites
  --write        write the ids of Nova to test/sphinx/nova-ids.txt`;

const { only, shared, keep, write } = readOptions(usage, {
  only: { type: "string", multiple: true },
  shared: { type: "string", default: join(root, "..", "shared") },
  keep: { type: "boolean", default: false },
  write: { type: "boolean", default: false },
});

const { installSphinx, treesOf, whyNot } = await import("./docs-ids/sphinx.mjs");
const corpora = join(resolve(shared), "corpora");
const reason = whyNot(corpora);
if (reason === undefined) await main();
else console.log(`docs:ids is skipped: ${reason}.`);

async function main() {
  installWhatIsMissing();
  installSphinx();
  const { compareSites, compareWarnings, writeIds } = await import("./docs-ids/compare.mjs");
  const home = mkdtempSync(join(tmpdir(), "restanza-docs-ids-"));
  let faults = 0;
  try {
    faults += await compareWarnings();
    for (const tree of treesOf(corpora, only)) faults += compareSites(corpora, tree, home);
    if (write) writeIds(corpora, home);
  } finally {
    if (keep) console.log(`kept: ${home}`);
    else rmSync(home, { recursive: true, force: true });
  }
  console.log(faults === 0 ? "nothing lacks" : `${faults} faults`);
  process.exitCode = faults === 0 ? 0 : 1;
}
