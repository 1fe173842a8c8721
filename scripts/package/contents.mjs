// What the package holds: all of it is wanted, and nothing that it refers to is missing.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** So large the whole may be: what grows beyond is looked at before this is raised. */
const mostBytes = 1024 * 1024;
const wanted = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^dist\/(cli|main|index|config|worker|vite|webpack|rollup|rolldown|rspack|esbuild)\.js$/,
  /^dist\/[\w-]+-[A-Z0-9]{8}\.js$/,
  /^dist\/types\/.*\.d\.ts$/,
  /^templates\/\w+\/([\w-]+\.hbs|(runtime|session)\/([\w-]+\/)*[\w-]+\.ts|[\w-]+\/[\w-]+\.(hbs|ts))$/,
  /^templates\/node\/([\w-]+\/)*[\w-]+\.ts$/,
  /^templates\/package\/tsconfig\.json$/,
  /^templates\/site\/assets\/[\w-]+\.(css|js)$/,
  /^templates\/README\.md$/,
];
const needed = [
  "package.json",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  "dist/cli.js",
  "dist/worker.js",
  "dist/index.js",
  "dist/types/index.d.ts",
  "dist/vite.js",
  "dist/types/bundler/vite.d.ts",
];

/** Throws with the first thing that is wrong with the package at `folder`. */
export function lookInto(tarball, folder) {
  const listed = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
  const files = listed.map((path) => path.replace(/^package\//, ""));
  const astray = files.find((path) => !wanted.some((form) => form.test(path)));
  if (astray) throw new Error(`${astray} is in the package`);
  const absent = needed.find((path) => !files.includes(path));
  if (absent) throw new Error(`${absent} is not in the package`);
  const { size } = statSync(tarball);
  if (size > mostBytes) throw new Error(`the package has ${size} bytes`);
  lookAtScripts(folder);
  lookAtDeclarations(folder);
}

/** No script runs a file that only a clone has. */
function lookAtScripts(folder) {
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const [name, script] of Object.entries(scripts)) {
    const absent = script
      .split(" ")
      .find((word) => /\.[cm]?js$/.test(word) && !existsSync(join(folder, word)));
    if (absent) throw new Error(`the script ${name} runs ${absent}, which is not in the package`);
  }
}

/** Every declaration belongs to the public API, and each that one names is there. */
function lookAtDeclarations(folder) {
  const types = join(folder, "dist", "types");
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const reached = new Set();
  const waiting = Object.values(exports)
    .flatMap((each) => each.types ?? [])
    .map((path) => relative("dist/types", path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const text = readFileSync(join(types, path), "utf8");
    for (const [, from] of text.matchAll(/(?:from |import\()"(\.[^"]*)"/g)) {
      if (!from.endsWith(".js")) throw new Error(`dist/types/${path} names ${from}`);
      waiting.push(join(dirname(path), from.replace(/\.js$/, ".d.ts")));
    }
  }
  const there = readdirSync(types, { recursive: true, encoding: "utf8" });
  const beside = there.find((path) => path.endsWith(".d.ts") && !reached.has(path));
  if (beside) throw new Error(`dist/types/${beside} is not part of the public API`);
}
