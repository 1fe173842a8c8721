// The bundles of the program, as the package has them: the build makes them, and tests do.
import { build } from "esbuild";
import { compiledTemplates } from "./build-templates.mjs";

/** The bundlers that have a module of the package. */
const bundlers = ["vite", "webpack", "rollup", "rolldown", "rspack", "esbuild"];

/**
 * Bundles the program into `outdir`. What is started is a bundle of its own, in which a run that has
 * nothing to do finds all it needs: reading the many small files of the rest takes longer than that.
 */
export async function bundle(root, outdir) {
  const common = {
    absWorkingDir: root,
    outdir,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    logLevel: "warning",
  };
  await build({
    ...common,
    entryPoints: {
      main: "generator/cli/main.ts",
      worker: "generator/cli/generate/worker.ts",
      index: "generator/index.ts",
      config: "generator/config/config.ts",
      ...Object.fromEntries(bundlers.map((name) => [name, `generator/bundler/${name}.ts`])),
    },
    splitting: true,
    chunkNames: "[name]-[hash]",
    plugins: [compiledTemplates],
  });
  await build({
    ...common,
    entryPoints: { cli: "generator/cli/start.ts" },
    external: ["./main.js"],
  });
}
