// Runs Stryker in a copy of the checkout.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { keyOf, leftAlone } from "./mutants.mjs";

const report = "mutation-report.json";

/**
 * What became of each of `mutants`: `Killed`, `Timeout` (which counts as killed), `Survived`, or
 * `NoCoverage`. The tests of `folders` are asked, each mutant by those that run its line.
 */
export async function stryker(checkout, mutants, testsOf, folders) {
  const tests = folders.map(testsOf);
  process.env.RESTANZA_MUTATE_INCLUDE = JSON.stringify(tests.flatMap(({ include }) => include));
  process.env.RESTANZA_MUTATE_EXCLUDE = JSON.stringify(tests.flatMap(({ exclude }) => exclude));
  process.chdir(checkout);
  await new Stryker({
    // The copy is ours to change; a second copy would not find ../shared.
    inPlace: true,
    configFile: undefined,
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "scripts/mutate/vitest.config.ts", related: false },
    coverageAnalysis: "perTest",
    mutate: mutants.map(rangeOf),
    mutator: { excludedMutations: leftAlone, plugins: [] },
    concurrency: 2,
    timeoutMS: 20_000,
    timeoutFactor: 4,
    reporters: process.stdout.isTTY ? ["progress", "json"] : ["json"],
    jsonReporter: { fileName: report },
    logLevel: "warn",
    allowConsoleColors: false,
    checkers: [],
    disableTypeChecks: true,
  }).runMutationTest();
  const { files } = JSON.parse(readFileSync(join(checkout, report), "utf8"));
  const wanted = new Set(mutants.map(keyOf));
  return Object.entries(files)
    .flatMap(([file, { mutants: found }]) => found.map((mutant) => outcomeOf(file, mutant)))
    .filter((outcome) => wanted.has(keyOf(outcome)));
}

function outcomeOf(file, { mutatorName, replacement, location, status, killedBy, static: once }) {
  return {
    file,
    mutator: mutatorName,
    replacement,
    start: fromReport(location.start),
    end: fromReport(location.end),
    status,
    killedBy: killedBy ?? [],
    static: once ?? false,
  };
}

/** Reports count lines and columns from 1, mutants from 0. */
const fromReport = ({ line, column }) => ({ line: line - 1, column: column - 1 });

/** The place of a mutant as an entry of `mutate`, where lines count from 1 and columns from 0. */
const rangeOf = ({ file, start, end }) =>
  `${file}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
