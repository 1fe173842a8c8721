// The judges: tools of their own, which know nothing of restanza. They run from a copy, because the
// folder they come from may be read-only; a copy is made once per content.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { run } from "./processes.mjs";

/** A ready copy of the judges in `folder`: `node_modules` installed, writable, reused while nothing changes. */
export async function readyJudges(folder) {
  const digest = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    if (name === "node_modules" || name === "truth" || name === "README.md") continue;
    digest.update(name).update(readFileSync(join(folder, name)));
  }
  const copy = join(tmpdir(), `restanza-judge-${digest.digest("hex").slice(0, 16)}`);
  if (existsSync(join(copy, ".ready"))) return copy;
  const making = mkdtempSync(`${copy}-`);
  const skip = new Set(["node_modules", "truth"]);
  cpSync(folder, making, { recursive: true, filter: (from) => !skip.has(basename(from)) });
  await run("chmod", ["-R", "u+w", making]);
  const installed = await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: making });
  if (installed.code !== 0) throw new Error(`npm ci of the judges failed:\n${installed.output}`);
  writeFileSync(join(making, ".ready"), "");
  try {
    renameSync(making, copy);
  } catch (error) {
    // Another run made the same copy meanwhile.
    if (!existsSync(join(copy, ".ready"))) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  return copy;
}

/**
 * Runs one judge with `--json`; gives what it wrote there, or its output where it failed.
 * Everything is kept beside: `reports/NAME.json` and `reports/NAME.txt`. It runs in `folder`: the
 * truths name the trees as they are found from the shared folder, the default.
 */
export async function judge(context, name, tool, words, folder = context.shared) {
  mkdirSync(context.reports, { recursive: true });
  const json = join(context.reports, `${name}.json`);
  rmSync(json, { force: true });
  const script = join(context.judges, `${tool}.mjs`);
  const heap = ["--max-old-space-size=6144"];
  const ran = await context.pass(() =>
    run("node", [...heap, script, ...words, "--json", json, "--misses", "all"], { cwd: folder }),
  );
  writeFileSync(join(context.reports, `${name}.txt`), ran.output);
  if (ran.code > 1 || !existsSync(json)) {
    const last = ran.output.trim().split("\n").at(-1) ?? "";
    return { error: `${tool}: ${last}` };
  }
  return JSON.parse(readFileSync(json, "utf8"));
}
