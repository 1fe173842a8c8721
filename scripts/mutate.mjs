#!/usr/bin/env node
// npm run mutate -- FOLDER: changes the code of a folder in small ways, one at a time, and asks its
// own tests to notice. Writes a report of every mutant and prints what share was killed.
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { root } from "./install.mjs";
import { copyCheckout } from "./mutate/checkout.mjs";
import { folders, isKnown, testsOf } from "./mutate/folders.mjs";
import { draw, mutantsOf } from "./mutate/mutants.mjs";
import { summary } from "./mutate/report.mjs";
import { fast, vitest } from "./mutate/stryker.mjs";
import { readWords } from "./options.mjs";

const runners = { fast, vitest };
const usage = `npm run mutate -- FOLDER [FOLDER…] [--draw N] [--seed S] [--min PERCENT] [--out FILE]

  FOLDER   one of: ${folders.join(", ")}; or a room or file inside of one
  --draw   only N mutants, drawn by the seed; all of them unless given
  --seed   another draw; 1 unless given
  --min    end with 1 if a smaller share was killed
  --out    where the report goes (JSON); mutation.json unless given
  --runner who asks the tests: ours (fast), or Stryker's own, by Vitest; fast unless given`;

const { values, words } = readWords(
  usage,
  {
    draw: { type: "string" },
    seed: { type: "string", default: "1" },
    min: { type: "string", default: "0" },
    out: { type: "string", default: "mutation.json" },
    runner: { type: "string", default: "fast" },
  },
  check,
);

const temporary = mkdtempSync(join(tmpdir(), "restanza-mutate-"));
process.on("SIGINT", () => process.exit(130));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));

const checkout = join(temporary, "restanza");
copyCheckout(root, checkout);
symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
const shared = join(root, "..", "shared");
if (existsSync(shared)) symlinkSync(shared, join(temporary, "shared"));
else console.log("skipped: ../shared is not there, so its cases witness nothing");

const all = await mutantsOf(checkout, words);
const chosen =
  values.draw === undefined ? all : draw(all, Number(values.draw), Number(values.seed));
console.log(`${chosen.length} of ${all.length} mutants of ${words.join(", ")}`);

// Stryker runs in the copy, so that relative names are settled before.
const out = resolve(values.out);
const tests = [...new Set(words.flatMap((word) => testsOf(checkout, word)))];
const outcomes = await runners[values.runner](checkout, chosen, tests, temporary);
const { lines, killed } = summary(outcomes);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(
  out,
  `${JSON.stringify({ seed: Number(values.seed), of: all.length, outcomes }, null, 2)}\n`,
);
console.log(lines.join("\n"));
console.log(`Each mutant is in ${values.out}.`);
if (killed < Number(values.min)) {
  console.log(`Wanted: ${values.min} % at least.`);
  process.exitCode = 1;
}

function check({ draw, seed, min, runner }, words) {
  if (words.length === 0) throw new Error("Name a folder.");
  for (const word of words)
    if (!isKnown(word) || !existsSync(join(root, word)))
      throw new Error(`No folder that can be mutated: ${word}`);
  if (runners[runner] === undefined) throw new Error(`No such runner: ${runner}`);
  for (const number of [draw ?? "0", seed, min])
    if (!/^\d+(?:\.\d+)?$/.test(number)) throw new Error(`Not a number: ${number}`);
}
