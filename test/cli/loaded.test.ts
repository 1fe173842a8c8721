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

/** The modules that a run of the command loaded, by their package and path: V8 says what it compiled. */
async function loadedBy(...words: readonly string[]): Promise<readonly string[]> {
  const cwd = mkdtempSync(join(tmpdir(), "restanza-loaded-"));
  folders.push(cwd);
  const coverage = join(cwd, "coverage");
  const env = { NODE_V8_COVERAGE: coverage };
  const { code } = await runProcess(process.execPath, [program.cli, ...words], { cwd, env });
  expect(code).toBe(0);
  const found = readdirSync(coverage).flatMap((name) =>
    [...readFileSync(join(coverage, name), "utf8").matchAll(/"url":"([^"]+)"/g)].map(
      ([, url = ""]) => /.*\/node_modules\/(.*)/.exec(url)?.[1],
    ),
  );
  return [...new Set(found.filter((name) => name !== undefined))].sort();
}

test("a default run loads no compiler: no TypeScript, nor that of the templates", async () => {
  const modules = await loadedBy("generate", spec, "--out", "out");
  expect(modules).toContain("handlebars/runtime.js");
  const compilers =
    /^(?:typescript|ts-morph|@ts-morph|openapi-typescript)\/|^handlebars\/.*compiler/;
  expect(modules.filter((name) => compilers.test(name))).toEqual([]);
});
