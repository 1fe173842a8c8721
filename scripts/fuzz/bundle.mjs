// A copy of the generator, as one module in a folder of its own: a run of minutes meets one program
// whatever is edited meanwhile.
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles `entry` (a path below the repository) into `folder`; gives the path of the module. */
export async function bundle(entry, folder) {
  const program = join(folder, "dist", "program.mjs");
  await build({
    absWorkingDir: repository,
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  // Templates are looked for beside the folder of the bundle.
  cpSync(join(repository, "templates"), join(folder, "templates"), { recursive: true });
  cpSync(join(repository, "package.json"), join(folder, "package.json"));
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return program;
}
