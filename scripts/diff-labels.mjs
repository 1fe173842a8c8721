#!/usr/bin/env node
// diff-labels.mjs: holds what `restanza diff` says against the labels of test/diff/labels/. Wants
// ../shared, and dist/ built.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ourAnswer, redoclysAnswer } from "./diff-labels/answers.mjs";
import { bundle, repository } from "./fuzz/bundle.mjs";
import { readOptions } from "./options.mjs";

const usage = `diff-labels.mjs [options]
  --only WORDS       pairs whose name, tree or kind holds one of these words, which commas separate
  --redocly PROGRAM  beside it, what the diff of this Redocly CLI says of our documents of both sides
  --labels FOLDER    the labels; test/diff/labels unless given
  --json FILE        write every answer there`;

const values = readOptions(usage, {
  only: { type: "string", default: "" },
  redocly: { type: "string" },
  labels: { type: "string", default: join(repository, "test/diff/labels") },
  json: { type: "string" },
});
const trees = join(repository, "..", "shared", "corpora");
if (!existsSync(trees)) {
  console.log("skipped: ../shared/corpora is not there");
  process.exit();
}
const cli = join(repository, "dist", "cli.js");
const home = mkdtempSync(join(tmpdir(), "restanza-labels-"));
try {
  await run(await import(await bundle("scripts/diff-labels/program.ts", home)));
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function run({ readPairs, makeSides, score }) {
  const wanted = ({ name, tree, kind }) =>
    values.only.split(",").some((word) => `${name} ${tree} ${kind}`.includes(word));
  const pairs = readPairs(pathToFileURL(`${resolve(values.labels)}/`)).filter(wanted);
  const answers = { restanza: new Map(), Redocly: new Map() };
  for (const pair of pairs) {
    const folder = join(home, "pair");
    mkdirSync(folder);
    const sides = makeSides(join(trees, pair.tree), pair, folder);
    const ours = ourAnswer(cli, sides);
    answers.restanza.set(pair.name, ours);
    if (ours.said) console.log(`${pair.name}: no report, exit ${ours.exit}: ${ours.said}`);
    if (values.redocly !== undefined) {
      const theirs = redoclysAnswer(cli, values.redocly, sides, folder);
      if (theirs !== undefined) answers.Redocly.set(pair.name, theirs);
    }
    rmSync(folder, { recursive: true, force: true });
  }
  if (values.json !== undefined) writeFileSync(values.json, asJson(answers));
  for (const [program, said] of Object.entries(answers)) {
    if (said.size > 0) print(program, said.size, score(pairs, said));
  }
}

function print(program, pairs, { misses, ...shares }) {
  console.log(`\n${program}, ${pairs} pairs`);
  const names = {
    recall: "breaking found",
    precision: "told to break, and does",
    corrections: "corrections right",
    additions: "additions right",
    nothing: "nothing said of nothing",
    unreadable: "exit 3 where a side is unreadable",
    unknown: "unknown, of all that was told",
    versions: "microversions right",
  };
  for (const [key, { right, of }] of Object.entries(shares)) {
    const percent = of === 0 ? "" : `${((100 * right) / of).toFixed(0)} %`;
    console.log(`  ${names[key].padEnd(36)}${`${right}/${of}`.padStart(8)}  ${percent}`);
  }
  if (program === "restanza") for (const miss of misses) console.log(`  - ${miss}`);
}

function asJson(answers) {
  const plain = Object.entries(answers).map(([name, said]) => [name, Object.fromEntries(said)]);
  return `${JSON.stringify(Object.fromEntries(plain), undefined, 2)}\n`;
}
