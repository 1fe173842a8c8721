#!/usr/bin/env node
// growth.mjs: how CPU and memory grow with the docs. Trees of N, 2N and 4N of a kind of thing go
// through every stage, from docs to openapi, types, client, server and findings. What counts is the
// exponent of the last step: 1 is linear, 2 is a square. Prints Markdown tables; asserts nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle, repository } from "./fuzz/bundle.mjs";
import { cases, large } from "./growth/cases.mjs";
import { cpuAt, cpuOnce, stepsAt } from "./growth/measure.mjs";
import { heads, tableLines, writeRows } from "./growth/page.mjs";
import { readOptions } from "./options.mjs";

const usage = `growth.mjs [options]
  --only WORDS    cases whose names hold one of these words, which commas separate
  --times N       begin with N times as many (default: 1; a fraction will do)
  --runs N        runs of each size, of which the least counts (default: 3)
  --large         the sizes that have ceilings of memory, each once
  --functions     functions whose steps grow faster than the docs, instead of a table
  --write         write the rows into docs/growth.md`;

const goal = 1.1;
const values = readOptions(
  usage,
  {
    only: { type: "string", default: "" },
    times: { type: "string", default: "1" },
    runs: { type: "string", default: "3" },
    large: { type: "boolean", default: false },
    functions: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
  (values) => {
    for (const name of ["times", "runs"])
      if (!(Number(values[name]) > 0)) throw new Error(`--${name} wants a number`);
  },
);
const home = mkdtempSync(join(tmpdir(), "restanza-growth-"));
try {
  const program = await bundle("scripts/growth/program.ts", home);
  const setting = { program, home, runs: Number(values.runs) };
  if (values.functions) await functions(setting);
  else await table(values.large ? "ceilings" : "growth", setting);
} finally {
  rmSync(home, { recursive: true, force: true });
}

function wanted(all) {
  const words = values.only.split(",");
  const chosen = all.filter(({ name }) => words.some((word) => name.includes(word)));
  if (chosen.length === 0) throw new Error(`no case's name holds "${values.only}"`);
  const times = values.large ? 1 : Number(values.times);
  return chosen.map((one) => ({ ...one, from: Math.ceil(one.from * times) }));
}

async function table(name, setting) {
  const all = values.large ? large : cases;
  const rows = [];
  for (const one of wanted(all)) {
    const row = values.large ? await largeRow(one, setting) : await growthRow(one, setting);
    rows.push(row);
    console.error(row.join("  "));
  }
  console.log(tableLines(heads[name], rows).join("\n"));
  const order = all.map((one) => one.name);
  if (values.write) writeRows(join(repository, "docs", "growth.md"), name, rows, order);
}

async function growthRow(one, setting) {
  const points = await cpuAt(one, setting);
  const [less, more] = await stepsAt({ ...one, from: Math.ceil(one.from / 2) }, setting);
  const sums = points.map(({ stages }) => sumOf(Object.values(stages)));
  const [before, last] = sums.slice(-2);
  return [
    one.name,
    `${one.from} to ${4 * one.from}`,
    sums.map((sum) => sum.toFixed(2)).join(", "),
    exponent(before, last),
    mostOf(points.at(-1).stages),
    exponent(stepsOf(less), stepsOf(more)),
  ];
}

async function largeRow(one, setting) {
  const { stages, bytes } = await cpuOnce(one, setting);
  const memory = Math.round(bytes / 1048576);
  const holds = memory <= one.ceiling ? "" : ", exceeded";
  return [
    one.name,
    `${sumOf(Object.values(stages)).toFixed(1)} s`,
    mostOf(stages),
    `${memory} MiB`,
    `${one.ceiling} MiB${holds}`,
  ];
}

/** What grows faster than the docs, in steps: the place to begin with. */
async function functions(setting) {
  for (const one of wanted(cases)) {
    const [less, more] = await stepsAt(one, setting);
    const whole = stepsOf(more);
    console.log(`${one.name}, ${one.from} to ${2 * one.from}: ${exponent(stepsOf(less), whole)}`);
    const before = new Map(less.functions.map(({ key, steps }) => [key, steps]));
    const steep = more.functions
      .map((each) => ({ ...each, before: before.get(each.key) ?? 0 }))
      .filter(
        ({ steps, before }) => before > 0 && steps > before * 2 ** goal && steps > whole / 500,
      )
      .sort((a, b) => b.steps - 2 * b.before - (a.steps - 2 * a.before));
    for (const { steps, before, where } of steep.slice(0, 20))
      console.log(`  ${exponent(before, steps)}  ${before} → ${steps}  ${where}`);
  }
}

function stepsOf({ functions: all }) {
  return sumOf(all.map(({ steps }) => steps));
}

function sumOf(numbers) {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function exponent(before, after) {
  return Math.log2(after / before).toFixed(2);
}

function mostOf(stages) {
  const [name, most] = Object.entries(stages).sort((a, b) => b[1] - a[1])[0];
  return `${name}, ${Math.round((100 * most) / sumOf(Object.values(stages)))} %`;
}
