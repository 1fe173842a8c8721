import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { packaged, runProcess } from "./program.js";

const program = packaged();
const spec = fileURLToPath(new URL("../../spec", import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The packages of which a run of the command loaded anything: V8 says what it has compiled. */
async function packagesOf(...words: readonly string[]): Promise<readonly string[]> {
  const cwd = mkdtempSync(join(tmpdir(), "restanza-loaded-"));
  folders.push(cwd);
  const coverage = join(cwd, "coverage");
  const env = { NODE_V8_COVERAGE: coverage };
  const { code } = await runProcess(process.execPath, [program.cli, ...words], { cwd, env });
  expect(code).toBe(0);
  const found = readdirSync(coverage).flatMap((name) =>
    [...readFileSync(join(coverage, name), "utf8").matchAll(/"url":"([^"]+)"/g)].map(
      ([, url = ""]) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1],
    ),
  );
  return [...new Set(found.filter((name) => name !== undefined))].sort();
}

test("a default run loads neither a TypeScript nor what comes with one", async () => {
  const packages = await packagesOf("generate", spec, "--out", "out");
  expect(packages).toContain("yaml");
  const compilers = ["typescript", "ts-morph", "@ts-morph/common", "openapi-typescript"];
  expect(packages.filter((name) => compilers.includes(name))).toEqual([]);
});
