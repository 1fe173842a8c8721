import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { staleFiles } from "../../generator/output/check.js";
import { writeFiles } from "../../generator/output/write.js";
import { asContents, contents, emptyFolder } from "./folder.js";
import { widePlan } from "./plans.js";

const before = widePlan("old");
const after = widePlan("new");
const old = asContents(before);
const fresh = asContents(after);

/** Starts to write and is killed so many milliseconds later; whether it was before the end. */
function isKilledAfter(delay: number, script: string, folder: string): Promise<boolean> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, folder, "new"]);
    child.on("error", failed);
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), delay));
    child.on("close", (_code, signal) => done(signal === "SIGKILL"));
  });
}

/** How long it takes here when nobody kills it. */
async function usualTime(script: string): Promise<number> {
  const folder = emptyFolder();
  await writeFiles(folder, before, { version: "1.0.0" });
  let began = 0;
  const child = spawn(process.execPath, [script, folder, "new"]);
  child.stdout.once("data", () => (began = performance.now()));
  await new Promise((done) => child.on("close", done));
  return performance.now() - began;
}

test(
  "kill -9 at fifty random moments leaves every file wholly old or wholly new, and check tells",
  { timeout: 240_000 },
  async () => {
    const script = join(emptyFolder(), "write.mjs");
    const entry = fileURLToPath(new URL("write-when-asked.ts", import.meta.url));
    await build({
      entryPoints: [entry],
      outfile: script,
      bundle: true,
      platform: "node",
      format: "esm",
    });
    let span = await usualTime(script);
    for (let killed = 0; killed < 50;) {
      const folder = emptyFolder();
      await writeFiles(folder, before, { version: "1.0.0" });
      writeFileSync(join(folder, "mine.txt"), "mine");
      if (!(await isKilledAfter(Math.random() * span, script, folder))) {
        // It was quicker than it usually is.
        span *= 0.9;
        continue;
      }
      killed += 1;
      const { "mine.txt": mine, ...found } = contents(folder);
      expect(mine).toBe("mine");
      const ours = Object.entries(found).filter(([path]) => !path.startsWith(".restanza/"));
      for (const [path, text] of ours) {
        expect(text === old[path] || text === fresh[path], `${path} is whole`).toBe(true);
      }
      const isNew =
        ours.length === after.length && ours.every(([path, text]) => fresh[path] === text);
      const isOld =
        ours.length === before.length && ours.every(([path, text]) => old[path] === text);
      if (!isNew) expect(staleFiles(folder, after)).not.toEqual([]);
      // Nothing of a set that is half written passes for either state.
      if (!isNew && !isOld) expect(staleFiles(folder, after)[0]?.why).toBe("interrupted");
      const plan = killed % 2 === 0 ? after : before;
      await writeFiles(folder, plan, { version: "1.0.0" });
      expect(contents(folder)).toEqual({ ...asContents(plan), "mine.txt": "mine" });
      expect(staleFiles(folder, plan)).toEqual([]);
      expect(existsSync(join(folder, ".restanza"))).toBe(false);
    }
  },
);
