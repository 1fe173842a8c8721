#!/usr/bin/env node
// fuzz.mjs: mutated documents through the reader, some of them through every emitter. No crash, no
// hang, nothing lost in silence, no word of the docs out of its place. Exit 1 on a finding. How many
// documents held and how many did not is written to the file RESTANZA_COUNTS, if that is set.
import { fork } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bundle, repository } from "./fuzz/bundle.mjs";
import { cleanDocuments } from "./fuzz/documents.mjs";
import { mutate } from "./fuzz/mutate.mjs";
import { random } from "./fuzz/random.mjs";
import { readOptions } from "./options.mjs";

const usage = `fuzz.mjs [options]
  --seed N        where the mutations begin (default: 1; a soak: the clock)
  --cases N       how many documents (default: 10000)
  --emit N        how many of them go through all emitters (default: 300)
  --soak          without end, or for --minutes N
  --minutes N     stop after that long
  --case N        this case alone; --keep DIR writes its files there
  --only WORD     documents whose name holds WORD
  --learn         write the shapes of clean output to scripts/fuzz/shapes.json
  --shared DIR    where corpora are (default: ../shared); without them spec/ alone is mutated
  --jobs N        processes at a time (default: 2)`;

/** What a case may take, in seconds of CPU; and of the clock, before it is taken for a hang. */
const guard = { cpu: 2, clock: 30 };
const shapesFile = join(repository, "scripts", "fuzz", "shapes.json");

const values = readOptions(
  usage,
  {
    seed: { type: "string" },
    cases: { type: "string", default: "10000" },
    emit: { type: "string", default: "300" },
    soak: { type: "boolean", default: false },
    minutes: { type: "string" },
    case: { type: "string" },
    keep: { type: "string" },
    only: { type: "string", default: "" },
    learn: { type: "boolean", default: false },
    shared: { type: "string", default: join(repository, "..", "shared") },
    jobs: { type: "string", default: String(Math.min(2, availableParallelism())) },
  },
  (values) => {
    for (const name of ["seed", "cases", "emit", "minutes", "case", "jobs"]) {
      if (!/^\d+$/.test(values[name] ?? "1")) throw new Error(`--${name} wants a number`);
    }
  },
);
const home = mkdtempSync(join(tmpdir(), "restanza-fuzz-"));
try {
  process.exitCode = await main();
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function main() {
  const path = await bundle("scripts/fuzz/program.ts", home);
  const program = await import(path);
  const documents = cleanDocuments(program, repository, resolve(values.shared)).filter(({ name }) =>
    name.includes(values.only),
  );
  if (documents.length === 0) throw new Error(`no document's name holds "${values.only}"`);
  const list = join(home, "documents.json");
  writeFileSync(list, JSON.stringify(documents));
  const secret = `canary-${process.pid}-of-the-environment`;
  const setting = {
    program: path,
    documents: list,
    templates: join(home, "templates"),
    allowed: values.learn ? undefined : JSON.parse(readFileSync(shapesFile, "utf8")),
    secrets: [secret, home, repository.replace(/\/$/, "")],
  };
  const environment = { ...process.env, RESTANZA_FUZZ_CANARY: secret };
  if (values.learn) return learn(setting, environment, documents);
  const seed = values.seed ?? (values.soak ? String(Date.now() % 1e9) : "1");
  if (values.keep !== undefined) keep(documents, seed);
  console.log(`seed ${seed}, ${documents.length} clean documents`);
  if (!existsSync(join(values.shared, "corpora"))) {
    console.log(`There are no corpora in ${values.shared}: spec/ alone is mutated.`);
  }
  return report(seed, await runAll(setting, environment, tasks(seed)));
}

/** The cases, in order: all are read, every other is made a document, some are emitted. */
function* tasks(seed) {
  const total = Number(values.cases);
  const every = Math.max(1, Math.floor(total / Math.max(1, Number(values.emit))));
  const last = values.soak || values.minutes !== undefined ? Number.MAX_SAFE_INTEGER : total;
  if (values.case !== undefined) {
    const number = Number(values.case);
    for (const depth of ["document", "emit"]) yield { seed, number, depth };
    return;
  }
  let emitted = 0;
  for (let number = 0; number < last; number += 1) {
    yield { seed, number, depth: number % 2 === 0 ? "document" : "read" };
    if (number % every !== 0 || (last === total && emitted >= Number(values.emit))) continue;
    emitted += 1;
    yield { seed, number, depth: "emit" };
  }
}

/** Runs `all` in some processes; what trips the guard is tried once more alone, at the end. */
async function runAll(setting, environment, all) {
  const began = performance.now();
  const end = values.minutes === undefined ? Infinity : began + Number(values.minutes) * 60_000;
  const found = { results: 0, emitted: 0, findings: [], slowest: [], shapes: [] };
  const again = [];
  const work = async () => {
    let worker = await start(setting, environment);
    for (const task of all) {
      const result = await worker.run(task);
      found.results += task.depth === "emit" ? 0 : 1;
      found.emitted += task.depth === "emit" ? 1 : 0;
      if (result.hung || result.seconds > guard.cpu) again.push(task);
      else take(found, task, result);
      if (result.hung || result.died) worker = await start(setting, environment);
      if (performance.now() > end) break;
    }
    worker.stop();
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
  for (const task of again) {
    const result = await alone(setting, environment, task);
    const problem = result.hung
      ? `hang: no end after ${guard.clock} s`
      : result.seconds > guard.cpu
        ? `slow: ${result.seconds.toFixed(1)} s of CPU, again and again`
        : undefined;
    take(found, task, {
      ...result,
      problems: [...(result.problems ?? []), ...(problem ? [problem] : [])],
    });
  }
  return { ...found, again: again.length, seconds: (performance.now() - began) / 1000 };
}

/**
 * Tries a case again while no other runs, in a new process; one that is slow up to three times,
 * since a machine that is busy with something else counts more CPU for the same work.
 */
async function alone(setting, environment, task) {
  let result;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const worker = await start(setting, environment);
    result = await worker.run(task);
    worker.stop();
    if (result.hung || result.died || result.seconds <= guard.cpu) break;
  }
  return result;
}

function take(found, task, result) {
  found.slowest.push({ task, name: result.name, seconds: result.seconds ?? guard.clock });
  found.slowest.sort((a, b) => b.seconds - a.seconds).splice(5);
  if (result.shapes) found.shapes.push(...result.shapes);
  if (!(result.problems?.length > 0)) return;
  found.findings.push({ task, name: result.name, problems: result.problems });
  // A soak is read while it runs.
  console.log(`case ${task.number} (${task.depth}, ${result.name ?? "?"}): ${result.problems[0]}`);
}

/** A process that does one task at a time; one that does not answer is ended. */
async function start(setting, environment) {
  const child = fork(join(repository, "scripts", "fuzz", "worker.mjs"), [JSON.stringify(setting)], {
    env: environment,
    serialization: "advanced",
  });
  let settle = () => {};
  const answer = () => new Promise((done) => (settle = done));
  child.on("message", (message) => settle(message));
  child.on("exit", (code, signal) => {
    settle({ died: true, problems: [`the process died: ${signal ?? code}`] });
  });
  const ready = await answer();
  if (!ready.ready) throw new Error(ready.problems[0]);
  return {
    async run(task) {
      const waiting = answer();
      child.send(task);
      let timer;
      const tooLong = new Promise((done) => {
        timer = setTimeout(() => done({ hung: true }), guard.clock * 1000);
      });
      const result = await Promise.race([waiting, tooLong]);
      clearTimeout(timer);
      if (result.hung) child.kill("SIGKILL");
      return result;
    },
    stop: () => child.connected && child.disconnect(),
  };
}

function report(seed, { results, emitted, findings, slowest, again, seconds }) {
  for (const { task, seconds: cpu, name } of slowest) {
    console.log(`slowest: case ${task.number} (${task.depth}, ${name}) ${cpu.toFixed(2)} s of CPU`);
  }
  for (const { task, name, problems } of findings) {
    console.log(
      `\ncase ${task.number} (${task.depth}, ${name}): node scripts/fuzz.mjs --seed ${seed} --case ${task.number}`,
    );
    for (const problem of problems.slice(0, 5)) console.log(`  ${problem}`);
  }
  console.log(
    `fuzz: seed ${seed}, ${results} documents, ${emitted} emitted, ${again} tried again alone, ${findings.length} findings, ${seconds.toFixed(0)} s`,
  );
  if (process.env.RESTANZA_COUNTS) {
    const failed = new Set(findings.map(({ task }) => `${task.number} ${task.depth}`)).size;
    const counts = { passed: results + emitted - failed, failed };
    writeFileSync(process.env.RESTANZA_COUNTS, JSON.stringify(counts));
  }
  return findings.length === 0 ? 0 : 1;
}

/** The files of one case, to look at. */
function keep(documents, seed) {
  const dice = random(seed, Number(values.case));
  const { files } = mutate(documents[dice.below(documents.length)], dice);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(values.keep, path, ".."), { recursive: true });
    writeFileSync(join(values.keep, path), text);
  }
}

/** Adds the shapes of everything that clean documents give: to be read before they are committed. */
async function learn(setting, environment, documents) {
  const all = documents.map((_, document) => ({
    seed: 0,
    number: document,
    document,
    depth: "emit",
    clean: true,
  }));
  const { shapes, findings } = await runAll(setting, environment, all[Symbol.iterator]());
  const roles = new Map();
  for (const [role, found] of [...known(), ...shapes]) {
    const here = roles.get(role) ?? new Map();
    roles.set(role, here);
    for (const shape of found) {
      const [outer, inner] = shape.split(" > ");
      here.set(outer, (here.get(outer) ?? new Set()).add(inner));
    }
  }
  const sorted = (map) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const said = [...roles].map(([role, here]) => [
    role,
    sorted([...here].map(([outer, inner]) => [outer, [...inner].sort().join(" ")])),
  ]);
  writeFileSync(shapesFile, `${JSON.stringify(sorted(said), null, 2)}\n`);
  return findings.length === 0 ? 0 : 1;
}

/** The shapes that are declared already; some of them no clean document has. */
function known() {
  const declared = JSON.parse(readFileSync(shapesFile, "utf8"));
  return Object.entries(declared).map(([role, here]) => [
    role,
    Object.entries(here).flatMap(([outer, inner]) =>
      inner.split(" ").map((kind) => `${outer} > ${kind}`),
    ),
  ]);
}
