#!/usr/bin/env node
// npm run test:real: a new user's program (test/real) against real services, with nothing but the
// clients that are generated for it. Installs the services by apt and starts them by the scripts of
// ../shared/real; says so where that cannot be done. The last line is `N passed, N failed`, which
// also goes to the file RESTANZA_COUNTS, if that is set.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { installWhatIsMissing, root } from "./install.mjs";
import { writeClouds } from "./real/clouds.mjs";
import { run, stopAll } from "./real/run.mjs";
import { runTasks } from "./real/tasks.mjs";
import { readOptions } from "./options.mjs";

const usage = `real.mjs [options]
  --shared DIR   where corpora and real are (default: ../shared)
  --keep         leave the folder with clients, program, logs and databases; the services are stopped`;

const values = readOptions(usage, {
  shared: { type: "string", default: join(root, "..", "shared") },
  keep: { type: "boolean", default: false },
});
const { keep } = values;
const shared = resolve(values.shared);
const { errorsOf, startServices, stopServices, whyNot } = await import("./real/services.mjs");
const reason = whyNot(shared);
if (reason !== undefined) {
  console.log(`test:real is skipped: ${reason}.`);
  finish({ passed: 0, failed: 0 });
} else await main();

async function main() {
  installWhatIsMissing();
  const { makeProgram } = await import("./real/program.mjs");
  const home = mkdtempSync(join(tmpdir(), "restanza-real-"));
  const clean = async () => {
    stopAll();
    await stopServices(home);
    if (keep) console.log(`kept: ${home}`);
    else rmSync(home, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => void clean().finally(() => process.exit(1)));
  let counts = { passed: 0, failed: 1 };
  try {
    const built = await run(process.execPath, [join(root, "scripts", "build.mjs")], {
      seconds: 120,
    });
    if (built.code !== 0) throw new Error(built.output);
    const [program, services] = await Promise.allSettled([
      makeProgram(shared, join(home, "user")),
      startServices(shared, home),
    ]);
    for (const { status, reason: why } of [program, services])
      if (status === "rejected") console.log(`FAILED ${why.message}`);
    if (program.status === "fulfilled" && services.status === "fulfilled") {
      writeClouds(join(home, "user"), services.value);
      counts = await runProgram(program.value, services.value, join(home, "user"));
    }
    if (counts.failed > 0) console.log(`\nWhat the services wrote down:\n${errorsOf(home)}`);
  } finally {
    await clean();
  }
  finish(counts);
}

async function runProgram(file, endpoints, cwd) {
  const { code, output } = await run(process.execPath, [file], {
    cwd,
    env: { ...process.env, ...endpoints },
    seconds: 1200,
    show: true,
  });
  const [, passed, failed] = /^steps: (\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  const [, operations, errors] =
    /(\d+) operations and (\d+) errors as documented/.exec(output) ?? [];
  const counts = { passed: Number(passed ?? 0), failed: Number(failed ?? 1) };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  const tasks = await runTasks(cwd);
  return {
    passed: counts.passed + tasks.passed,
    failed: counts.failed + tasks.failed,
    operations: Number(operations ?? 0),
    errors: Number(errors ?? 0),
  };
}

function finish(counts) {
  if (process.env.RESTANZA_COUNTS)
    writeFileSync(process.env.RESTANZA_COUNTS, JSON.stringify(counts));
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}
