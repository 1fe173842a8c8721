// npm test: installs what is missing and runs every check that is not a slow suite of its own.
// With `--runs` only the tests that start programs dozens of times or go over very much, which npm test leaves out.
// Words behind `--` go to vitest. The counts are written to the file RESTANZA_COUNTS, if it is set.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.mjs";

installWhatIsMissing();

const temporary = mkdtempSync(join(tmpdir(), "restanza-test-"));
const report = join(temporary, "vitest.json");
const words = process.argv.slice(2);
const onlyRuns = words[0] === "--runs";
const all = [
  ["build", "scripts/build.mjs"],
  // The compiler in Go takes a fifth of the time; that in JavaScript checks all output in the tests.
  ["types", "node_modules/typescript-7/bin/tsc", "-p", "."],
  ["pages", "node_modules/typescript-7/bin/tsc", "-p", "tsconfig.pages.json"],
  ["lint", "node_modules/oxlint/bin/oxlint", "--deny-warnings"],
  ["format", "node_modules/oxfmt/bin/oxfmt", "--check"],
  [
    "tests",
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...(onlyRuns ? words.slice(1) : words),
  ],
];
const steps = onlyRuns ? all.filter(([name]) => name === "build" || name === "tests") : all;
const env = { ...process.env, ...(onlyRuns && { RESTANZA_RUNS: "1" }) };

const results = steps.map(([name, ...words]) => {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit", env });
  return { name, ok: status === 0, seconds: (performance.now() - began) / 1000 };
});

console.log("");
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? "ok    " : "FAILED"} ${name.padEnd(8)} ${seconds.toFixed(1)} s`);
}
const counts = count();
if (process.env.RESTANZA_COUNTS) {
  writeFileSync(process.env.RESTANZA_COUNTS, JSON.stringify(counts));
}
rmSync(temporary, { recursive: true, force: true });
process.exitCode = counts.failed === 0 ? 0 : 1;

/** Single tests, and each other step as one. */
function count() {
  const others = results.filter(({ name }) => name !== "tests");
  let passed = others.filter(({ ok }) => ok).length;
  let failed = others.length - passed;
  try {
    const found = JSON.parse(readFileSync(report, "utf8"));
    passed += found.numPassedTests;
    failed += found.numFailedTests;
    const testsFailed = results.some(({ name, ok }) => name === "tests" && !ok);
    // A file that could not be loaded has no tests to fail.
    if (testsFailed && found.numFailedTests === 0) failed += 1;
  } catch {
    failed += 1;
  }
  return { passed, failed };
}
