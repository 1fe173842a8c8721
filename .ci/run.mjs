#!/usr/bin/env node
// Everything that must hold before a change goes in: npm test on the clean checkout, and the
// committed output made anew. The last line is the sum.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "restanza-ci-"));
const sum = { passed: 0, failed: 0 };

try {
  tests("npm test", {});
  regenerated();
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = sum.failed === 0 ? 0 : 1;
console.log(`${sum.passed} passed, ${sum.failed} failed`);

/** npm test, which says itself how many tests there were. */
function tests(name, environment) {
  const counts = join(temporary, "counts.json");
  rmSync(counts, { force: true });
  const ok = run(name, ["npm", "test"], { ...environment, RESTANZA_COUNTS: counts });
  const found = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : undefined;
  if (found === undefined || (!ok && found.failed === 0)) sum.failed += 1;
  sum.passed += found?.passed ?? 0;
  sum.failed += found?.failed ?? 0;
}

/** The committed output is what this checkout makes, byte for byte, and nothing else is left behind. */
function regenerated() {
  const before = status();
  const made = run("generate again", ["node", "dist/cli.js", "generate"], {});
  const after = status();
  if (after !== before || after.includes("generated/")) console.log(after);
  const same = after === before && !after.includes("generated/");
  if (made && same) sum.passed += 1;
  else {
    console.log("generated/ is not what the sources give: run npm start and commit it.");
    sum.failed += 1;
  }
}

function status() {
  const options = { cwd: root, encoding: "utf8" };
  return spawnSync("git", ["status", "--porcelain"], options).stdout;
}

function run(name, [command, ...words], environment) {
  console.log(`\n━━ ${name}`);
  const began = performance.now();
  const { status: code, error } = spawnSync(command, words, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, CI: "true", ...environment },
  });
  if (error) console.log(error.message);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`━━ ${name}: ${code === 0 ? "ok" : "FAILED"}, ${seconds} s`);
  return code === 0;
}
