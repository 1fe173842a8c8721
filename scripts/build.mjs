// Bundles the command, the API and the module that configurations import into dist/.
// Dependencies stay outside; templates are read from ../templates. Run by `prepare`, so that
// `npx restanza` works in a clone after `npm ci`. The declarations take seconds more, and are made
// where they are wanted: with `--types`, and when npm runs this to pack.
import { spawnSync } from "node:child_process";
import { chmodSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
// Built aside and renamed: a run that uses dist/ meanwhile meets the old one or the new one.
const draft = join(root, "node_modules", `.dist-${process.pid}`);
const packing = ["pack", "publish"].includes(process.env.npm_command ?? "");
const withTypes = packing || process.argv.includes("--types");

try {
  await build({
    absWorkingDir: root,
    entryPoints: {
      cli: "generator/cli/main.ts",
      index: "generator/index.ts",
      config: "generator/config/config.ts",
    },
    outdir: draft,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    chunkNames: "[name]-[hash]",
    logLevel: "warning",
  });
  chmodSync(join(draft, "cli.js"), 0o755);
  if (withTypes) declare();
  rmSync(dist, { recursive: true, force: true });
  renameSync(draft, dist);
} finally {
  rmSync(draft, { recursive: true, force: true });
}

function declare() {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const options = ["-p", "tsconfig.declarations.json", "--outDir", join(draft, "types")];
  const { status } = spawnSync(process.execPath, [compiler, ...options], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the declarations could not be made");
}
