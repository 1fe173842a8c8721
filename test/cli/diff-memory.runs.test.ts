import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packaged, runProcess } from "./program.js";
import { spec, workingFolder } from "./command.js";

const program = packaged();

test("a side is read once: what is kept is used while its files are as they were", async () => {
  const folder = workingFolder();
  mkdirSync(join(folder, "node_modules"));
  cpSync(spec, join(folder, "now"), { recursive: true });
  const diff = async (...words: readonly string[]) => {
    const all = [program.cli, "diff", "spec", "now", "--format", "json", ...words];
    const { code, stdout } = await runProcess(process.execPath, all, { cwd: folder });
    expect(code).toBe(0);
    return JSON.parse(stdout) as { readonly changes: readonly { readonly id: string }[] };
  };
  const kept = () =>
    readdirSync(join(folder, "node_modules", ".cache", "restanza")).filter((name) =>
      name.includes("-side-"),
    );
  const first = await diff();
  expect(first.changes).toEqual([]);
  expect(kept()).toHaveLength(2);
  expect(await diff()).toEqual(first);
  writeFileSync(join(folder, "now", "notes.inc"), "Notes\n=====\n");
  const chapter = join(folder, "now", "images.inc");
  writeFileSync(
    chapter,
    "Images\n======\n\n.. rest_method:: GET /other\n\nNormal response codes: 200\n",
  );
  const after = await diff();
  expect(after.changes.map(({ id }) => id)).toContain("operation-removed");
  expect(await diff("--no-cache")).toEqual(after);
}, 120_000);
