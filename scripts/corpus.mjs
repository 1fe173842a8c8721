#!/usr/bin/env node
// corpus.mjs: generates from every api-ref of ../shared/corpora and holds the result against every
// judge of ../shared/judge; prints one table. Exit 1 when a floor of test/corpora/goals.json is
// missed, 2 on wrong use.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readyJudges } from "./corpus/judges.mjs";
import { measure, services } from "./corpus/measure.mjs";
import { gate, run } from "./corpus/processes.mjs";
import { table } from "./corpus/table.mjs";
import { readOptions } from "./options.mjs";

const usage = `corpus.mjs [options]
  --only nova,cinder   these services (default: all)
  --quick              openapi, samples and reality only; generates no more than the document
  --no-holdout         all but the five held-out trees
  --holdout-only       only the five held-out trees
  --documents DIR      judge DIR/NAME/openapi.json or DIR/NAME.{json,yaml} instead of generating
  --shared DIR         where corpora, judge and real are (default: ../shared)
  --judge DIR          a copy of the judges with node_modules (default: made once, kept in the temporary folder)
  --cli "COMMAND"      how restanza is run (default: built now, and run from a copy)
  --keep DIR           keep outputs and the judges' reports there
  --out-json FILE      the figures as JSON
  --jobs N             processes at a time (default: 2)`;

const repository = fileURLToPath(new URL("..", import.meta.url));

/** A configuration that asks for the document and nothing else. */
function documentAlone(home) {
  const file = join(home, "document-alone.json");
  const config = { source: ".", out: "out", emit: [], handlers: false };
  writeFileSync(file, `${JSON.stringify(config)}\n`);
  return file;
}

/**
 * Builds restanza and copies what it runs from to `copy`, so that a run of minutes meets one
 * program whatever is edited, built or installed meanwhile.
 */
async function build(copy) {
  const made = await run("node", [join(repository, "scripts", "build.mjs")]);
  if (made.code !== 0) throw new Error(`restanza does not build:\n${made.output}`);
  for (const name of ["dist", "templates", "package.json"]) {
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"));
}

function partsOf(values) {
  if (values["holdout-only"]) return ["holdout"];
  if (values.quick) return ["document"];
  const whole = ["document", "versions", "types", "validators"];
  return values["no-holdout"] || values.documents !== undefined ? whole : [...whole, "holdout"];
}

async function main() {
  const values = readOptions(
    usage,
    {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      "no-holdout": { type: "boolean", default: false },
      "holdout-only": { type: "boolean", default: false },
      documents: { type: "string" },
      shared: { type: "string", default: join(repository, "..", "shared") },
      judge: { type: "string" },
      cli: { type: "string" },
      keep: { type: "string" },
      "out-json": { type: "string" },
      jobs: { type: "string", default: String(Math.min(2, availableParallelism())) },
    },
    (values) => {
      if (!/^[1-9]\d*$/.test(values.jobs)) throw new Error("--jobs wants a number");
      if (values["holdout-only"] && values.documents) {
        throw new Error("--holdout-only generates its own documents");
      }
    },
  );
  const shared = resolve(values.shared);
  if (!existsSync(join(shared, "corpora"))) {
    console.log(`skipped: no corpora at ${values.shared}`);
    return 0;
  }
  const known = services(shared);
  const asked = values.only?.split(",").filter((name) => name !== "") ?? known;
  const strange = asked.filter((name) => !known.includes(name));
  if (strange.length > 0) {
    console.error(`unknown: ${strange.join(", ")}; there are ${known.join(", ")}`);
    return 2;
  }
  const snapshot = mkdtempSync(join(tmpdir(), "restanza-built-"));
  try {
    return await judgeAll(values, shared, asked, snapshot);
  } finally {
    rmSync(snapshot, { recursive: true, force: true });
  }
}

async function judgeAll(values, shared, asked, snapshot) {
  if (values.cli === undefined && values.documents === undefined) await build(snapshot);
  const goals = JSON.parse(readFileSync(join(repository, "test/corpora/goals.json"), "utf8"));
  const home = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), "restanza-corpus-"));
  mkdirSync(home, { recursive: true });
  const context = {
    repository,
    shared,
    home,
    judges: values.judge ? resolve(values.judge) : await readyJudges(join(shared, "judge")),
    documents: values.documents && resolve(values.documents),
    parts: new Set(partsOf(values)),
    cli: values.cli?.split(" ") ?? ["node", join(snapshot, "dist", "cli.js")],
    openapiOnly: ["--config", documentAlone(home)],
    pass: gate(Number(values.jobs)),
  };
  const began = performance.now();
  const results = await Promise.all(asked.map((service) => measure(service, context)));
  const { lines, misses } = table(results, goals);
  console.log(lines.join("\n"));
  const errors = results.flatMap(({ service, errors }) => errors.map((e) => `${service}: ${e}`));
  for (const error of errors) console.log(`error: ${error}`);
  if (values["out-json"]) {
    const report = { results, misses, parts: [...context.parts] };
    writeFileSync(values["out-json"], `${JSON.stringify(report, null, 2)}\n`);
  }
  if (values.keep) console.log(`outputs and reports: ${values.keep}`);
  else rmSync(home, { recursive: true, force: true });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `corpus: ${asked.length} services, below a floor (!) ${misses.floors}, below a goal (-) ${misses.goals}, errors ${errors.length}, ${seconds} s`,
  );
  return misses.floors > 0 || errors.length > 0 ? 1 : 0;
}

process.exitCode = await main();
