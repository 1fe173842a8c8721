import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { staleFiles } from "../../generator/output/check.js";
import { OutputFailure } from "../../generator/output/failure.js";
import { writeFiles } from "../../generator/output/write.js";
import { strikeAt, systemError } from "./faulty-disk.js";
import { asContents, contents, emptyFolder } from "./folder.js";
import { newPlan, oldPlan } from "./plans.js";

const options = { version: "1.0.0" };
const before = asContents(oldPlan);
const after = asContents(newPlan);

/** Every file of both plans is wholly as one of them has it. */
function expectWholeFiles(folder: string): void {
  for (const [path, text] of Object.entries(contents(folder))) {
    if (path.startsWith(".restanza/")) continue;
    expect([before[path], after[path]], path).toContain(text);
  }
  for (const path of Object.keys(before).filter((name) => name in after)) {
    expect(existsSync(join(folder, path)), path).toBe(true);
  }
}

async function bundle(): Promise<string> {
  const outfile = join(emptyFolder(), "die.mjs");
  const entry = fileURLToPath(new URL("die-while-writing.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm" });
  return outfile;
}

async function isKilledAt(script: string, folder: string, count: number): Promise<boolean> {
  try {
    await promisify(execFile)(process.execPath, [script, folder, String(count)]);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ signal: "SIGKILL" });
    return true;
  }
}

describe("a run that is killed", () => {
  // A process is started for every change of the disk: on a busy machine that takes its time.
  const patience = 240_000;
  test(
    "leaves whole files before every change of the disk, and the next run finishes or undoes it",
    { timeout: patience },
    async () => {
      const script = await bundle();
      let killed = 0;
      for (let count = 1; ; count += 1) {
        const folder = emptyFolder();
        await writeFiles(folder, oldPlan, options);
        writeFileSync(join(folder, "mine.txt"), "mine");
        if (!(await isKilledAt(script, folder, count))) break;
        killed += 1;
        expectWholeFilesBeside(folder);
        const found = contents(folder);
        const isDone = Object.entries(after).every(([path, text]) => found[path] === text);
        if (!isDone || "gone/gone.ts" in found) {
          expect(staleFiles(folder, newPlan), `killed at ${count}`).not.toEqual([]);
        }
        // Half of them finish with the docs as they were, the other half undo.
        const plan = count % 2 === 0 ? newPlan : oldPlan;
        await writeFiles(folder, plan, options);
        expect(contents(folder)).toEqual({ ...asContents(plan), "mine.txt": "mine" });
        expect(staleFiles(folder, plan)).toEqual([]);
        expect(existsSync(join(folder, ".restanza"))).toBe(false);
      }
      expect(killed).toBeGreaterThan(20);
    },
  );

  function expectWholeFilesBeside(folder: string): void {
    const found = contents(folder);
    expect(found["mine.txt"]).toBe("mine");
    const { "mine.txt": _mine, ...ours } = found;
    for (const [path, text] of Object.entries(ours)) {
      if (!path.startsWith(".restanza/")) expect([before[path], after[path]], path).toContain(text);
    }
    for (const path of ["openapi.json", "client/images.ts", "client/same.ts"]) {
      expect(existsSync(join(folder, path)), path).toBe(true);
    }
  }
});

describe.each([
  ["ENOSPC", /the disk is full/],
  ["EROFS", /read-only/],
  ["EACCES", /permission/],
  ["EIO", /disk reported an error/],
])("a disk that answers %s", (code, words) => {
  test("leaves whole files at every call, says why, and the next run gets through", async () => {
    for (let count = 1; ; count += 1) {
      const folder = emptyFolder();
      await writeFiles(folder, oldPlan, options);
      const mend = strikeAt(count, () => {
        throw systemError(code);
      });
      let failure: unknown;
      let made = 0;
      try {
        await writeFiles(folder, newPlan, options);
      } catch (error) {
        failure = error;
      } finally {
        made = mend();
      }
      if (made < count) break;
      expectWholeFiles(folder);
      if (failure !== undefined) {
        expect(failure).toBeInstanceOf(OutputFailure);
        expect(String(failure)).toMatch(words);
      }
      await writeFiles(folder, newPlan, options);
      expect(contents(folder)).toEqual(after);
      expect(existsSync(join(folder, ".restanza"))).toBe(false);
    }
  });
});
