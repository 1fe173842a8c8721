// webpack and Rspack: a run, and a watch whose errors come and go.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./project.mjs";
import { moduleOf } from "./vite.mjs";

export async function tryCompiler({ name, pack, project, modules, check }) {
  const module = await import(moduleOf(modules, pack));
  const create = module.default?.rspack ?? module.rspack ?? module.default;
  const { default: restanza } = await import(moduleOf(modules, `restanza/${name}`));
  const settings = (options) => ({
    mode: "development",
    devtool: false,
    context: project.folder,
    entry: "./src/main.ts",
    output: { path: join(project.folder, "built"), filename: "main.js" },
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    module: { rules: [{ test: /\.ts$/, use: join(import.meta.dirname, "strip-types.cjs") }] },
    plugins: [restanza(options)],
  });
  const built = () => readFileSync(join(project.folder, "built", "main.js"), "utf8");

  const stats = await run(create(settings()));
  check(
    `${name}: bundles what was generated when it began`,
    !stats.hasErrors() && built().includes("showImageDetails"),
    stats.toString(),
  );
  project.breakDocs();
  const failed = await run(create(settings({ failOn: "error" })));
  check(`${name}: failOn fails it, and says why`, failed.toString().includes("missing-file"));
  project.mendDocs();

  const compiler = create(settings());
  let last;
  const watching = compiler.watch({ aggregateTimeout: 20 }, (error, found) => {
    last = error ? { hasErrors: () => true, toString: () => String(error) } : found;
  });
  try {
    await until("it was built", () => last);
    project.retitle("Look At An Image");
    await until("the bundle has the new name", () => built().includes("lookAtImage"));
    check(`${name}: a change of the docs reaches the bundle`, true);
    project.breakDocs();
    await until(
      "there is an error",
      () => last.hasErrors() && last.toString().includes("missing-file"),
    );
    check(`${name}: an error in the docs is one of the build that goes on`, true);
    project.mendDocs();
    await until("there is none", () => !last.hasErrors());
    check(`${name}: mended, it is gone`, true);
  } finally {
    await new Promise((done) => watching.close(done));
    await new Promise((done) => compiler.close(done));
  }
}

function run(compiler) {
  return new Promise((done, failed) => {
    compiler.run((error, stats) => compiler.close(() => (error ? failed(error) : done(stats))));
  });
}
