import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { PlannedFile } from "../../generator/emit/emitter.js";

/** What a program exports that is written beside some output: bundled, and run in this process. */
export async function loaded<Module>(
  files: readonly PlannedFile[],
  program: string,
): Promise<Module> {
  const folder = mkdtempSync(join(tmpdir(), "restanza-loaded-"));
  try {
    for (const { path, text } of [...files, { path: "program.ts", text: program }]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const outfile = join(folder, "program.mjs");
    const entryPoints = [join(folder, "program.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "neutral" });
    return (await import(pathToFileURL(outfile).href)) as Module;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
