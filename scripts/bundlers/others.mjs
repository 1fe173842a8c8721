// esbuild, Rollup and Rolldown.
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { until } from "./project.mjs";
import { moduleOf } from "./vite.mjs";

export async function tryEsbuild({ project, modules, check }) {
  const esbuild = await import(moduleOf(modules, "esbuild"));
  const { default: restanza } = await import(moduleOf(modules, "restanza/esbuild"));
  const outfile = join(project.folder, "built", "main.js");
  const settings = (options) => ({
    absWorkingDir: project.folder,
    entryPoints: ["src/main.ts"],
    bundle: true,
    format: "esm",
    outfile,
    logLevel: "silent",
    plugins: [restanza(options)],
  });
  const built = () => readFileSync(outfile, "utf8");
  await esbuild.build(settings());
  check("esbuild: bundles what was generated when it began", built().includes("showImageDetails"));
  project.breakDocs();
  const failed = await esbuild.build(settings({ failOn: "error" })).then(
    () => undefined,
    (error) => error,
  );
  check(
    "esbuild: failOn fails it, and says why",
    String(failed?.message).includes("missing-file"),
    failed,
  );
  project.mendDocs();
  const context = await esbuild.context(settings());
  try {
    await context.watch();
    await until("it was built", () => built().includes("showImageDetails"));
    project.retitle("Look At An Image");
    await until("the bundle has the new name", () => built().includes("lookAtImage"));
    check("esbuild: a change of the docs reaches the bundle", true);
  } finally {
    await context.dispose();
  }
}

/** Rollup and Rolldown have one interface. */
export async function tryRollup({ name, project, modules, check }) {
  const { rollup, rolldown, watch } = await import(moduleOf(modules, name));
  const { default: restanza } = await import(moduleOf(modules, `restanza/${name}`));
  const file = join(project.folder, "built", "main.js");
  const settings = (options) => ({
    cwd: project.folder,
    input: join(project.folder, "src", "main.ts"),
    plugins: [restanza(options), ...(name === "rollup" ? [await0] : [])],
    output: { file, format: "esm" },
    onwarn: () => undefined,
    onLog: () => undefined,
  });
  const { transform } = await import(moduleOf(modules, "esbuild"));
  const await0 = {
    name: "strip-types",
    resolveId: (id, from) =>
      from && id.endsWith(".js") ? join(from, "..", id.replace(/\.js$/, ".ts")) : undefined,
    transform: async (code) => (await transform(code, { loader: "ts" })).code,
  };
  const built = () => readFileSync(file, "utf8");
  const make = async (options) => {
    const { cwd, ...more } = settings(options);
    const bundle = await (rollup ?? rolldown)(name === "rollup" ? more : { cwd, ...more });
    await bundle.write(more.output);
    await bundle.close();
  };
  await make();
  check(`${name}: bundles what was generated when it began`, built().includes("showImageDetails"));
  project.breakDocs();
  const failed = await make({ failOn: "error" }).then(
    () => undefined,
    (error) => error,
  );
  check(
    `${name}: failOn fails it, and says why`,
    String(failed?.message).includes("missing-file"),
    failed,
  );
  project.mendDocs();
  const { cwd, ...more } = settings();
  const watcher = watch(name === "rollup" ? more : { cwd, ...more });
  let ends = 0;
  watcher.on("event", (event) => {
    if (event.code === "END") ends += 1;
    if ("result" in event) void event.result?.close();
  });
  try {
    await until("it was built", () => ends > 0);
    project.retitle("Look At An Image");
    await until("the bundle has the new name", () => built().includes("lookAtImage"));
    check(`${name}: a change of the docs reaches the bundle`, true);
  } finally {
    await watcher.close();
  }
}
