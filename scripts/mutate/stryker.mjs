// Runs Stryker in a copy of the checkout.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { keyOf, leftAlone } from "./mutants.mjs";

const report = "mutation-report.json";

/**
 * What became of each of `mutants`: `Killed`, `Timeout` (which counts as killed), `Survived`, or
 * `NoCoverage`. Each is asked of those `tests` that run its line, in one process that stays.
 */
export async function fast(checkout, mutants, tests, temporary) {
  const mutated = [...new Set(mutants.map(({ file }) => file))];
  const originals = join(temporary, "originals");
  for (const file of mutated) cpSync(join(checkout, file), join(originals, file));
  const wanted = join(temporary, "wanted.json");
  writeFileSync(wanted, JSON.stringify(mutants.map(keyOf)));
  return run(checkout, mutants, {
    testRunner: "restanza",
    plugins: [fileURLToPath(new URL("runner/plugin.mjs", import.meta.url))],
    restanza: { tests, mutated, originals, wanted, dryRun: join(temporary, "dry-run.json") },
    // Counts of the dry run are of whole files, so that constants find their tests.
    mutate: mutated,
    disableTypeChecks: false,
    warnings: { unknownOptions: false, slow: false },
    // Who works beside makes tests slow; most loops without end are found by counting.
    timeoutMS: 60_000,
    timeoutFactor: 4,
  });
}

/** The same by Stryker's own runner, which takes seconds for each mutant. */
export async function vitest(checkout, mutants, tests) {
  process.env.RESTANZA_MUTATE_TESTS = JSON.stringify(tests);
  return run(checkout, mutants, {
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "scripts/mutate/vitest.config.ts", related: false },
    mutate: mutants.map(rangeOf),
    disableTypeChecks: true,
    timeoutMS: 20_000,
    timeoutFactor: 4,
  });
}

async function run(checkout, mutants, options) {
  process.chdir(checkout);
  await new Stryker({
    // The copy is ours to change; a second copy would not find ../shared.
    inPlace: true,
    configFile: undefined,
    coverageAnalysis: "perTest",
    mutator: { excludedMutations: leftAlone, plugins: [] },
    concurrency: 2,
    reporters: process.stdout.isTTY ? ["progress", "json"] : ["json"],
    jsonReporter: { fileName: report },
    logLevel: "warn",
    allowConsoleColors: false,
    checkers: [],
    ...options,
  }).runMutationTest();
  const { files } = JSON.parse(readFileSync(join(checkout, report), "utf8"));
  const wanted = new Set(mutants.map(keyOf));
  return Object.entries(files)
    .flatMap(([file, { mutants: found }]) => found.map((mutant) => outcomeOf(file, mutant)))
    .filter((outcome) => wanted.has(keyOf(outcome)));
}

function outcomeOf(file, { mutatorName, replacement, location, status, killedBy, statusReason }) {
  return {
    file,
    mutator: mutatorName,
    replacement,
    start: fromReport(location.start),
    end: fromReport(location.end),
    status,
    killedBy: killedBy ?? [],
    ...(statusReason !== undefined && { why: statusReason.slice(0, 300) }),
  };
}

/** Reports count lines and columns from 1, mutants from 0. */
const fromReport = ({ line, column }) => ({ line: line - 1, column: column - 1 });

/** The place of a mutant as an entry of `mutate`, where lines count from 1 and columns from 0. */
const rangeOf = ({ file, start, end }) =>
  `${file}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
