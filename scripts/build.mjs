// Bundles the command, the API and the module that configurations import into dist/.
// Dependencies stay outside; templates are read from ../templates. Run by `prepare`, so that
// `npx restanza` works in a clone after `npm ci`. The declarations take seconds more, and are made
// where they are wanted: with `--types`, which `prepack` gives, and in a git dependency.
import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
// Built aside and renamed: a run that uses dist/ meanwhile meets the old one or the new one.
const draft = join(root, "node_modules", `.dist-${process.pid}`);
// npm sets this while it makes a package of a git dependency.
const dependency = process.env._PACOTE_NO_PREPARE_ !== undefined;
const withTypes = dependency || process.argv.includes("--types");

try {
  await bundle(root, draft);
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
  keepReachable(join(draft, "types"));
}

/** Removes the declarations that those of the public API do not lead to: nobody can import them. */
function keepReachable(folder) {
  const reached = new Set();
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const waiting = Object.values(exports)
    .flatMap(({ types }) => types ?? [])
    .map((path) => join(folder, relative("dist/types", path)));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const [, from] of readFileSync(path, "utf8").matchAll(
      /(?:from |import\()"(\.[^"]*)\.js"/g,
    ))
      waiting.push(join(dirname(path), `${from}.d.ts`));
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (statSync(path).isFile() && !reached.has(path)) rmSync(path);
  }
}
