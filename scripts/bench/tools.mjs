// The tools that restanza is measured beside, under a folder of their own: nothing of them is a
// dependency. Kept from run to run.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const nodeMajor = "24";

/** Installs what is missing below `home`; paths and versions of what is there. */
export function tools(home) {
  const node = currentNode(home);
  // On the Node that it is for: npm picks an older version on another.
  const beside = install(home, "beside", node, [
    "@hey-api/openapi-ts",
    "openapi-fetch",
    "typescript@~5.9.3",
  ]);
  const native = install(home, "native", node, ["typescript@^7"]);
  const version = (folder, name) => packageOf(folder, name).version;
  return {
    node,
    heyApi: join(beside, "@hey-api", "openapi-ts", binOf(beside, "@hey-api/openapi-ts")),
    beside,
    tsc: {
      5.9: join(beside, "typescript", "bin", "tsc"),
      7: join(native, "typescript", "bin", "tsc"),
    },
    versions: {
      "Node, current": execFileSync(node, ["--version"], { encoding: "utf8" }).trim().slice(1),
      "@hey-api/openapi-ts": version(beside, "@hey-api/openapi-ts"),
      "openapi-fetch": version(beside, "openapi-fetch"),
      "TypeScript 5.9": version(beside, "typescript"),
      "TypeScript 7": version(native, "typescript"),
    },
  };
}

/** Other generators that watch a document: their commands, their packages, and the Node that runs them. */
export function watchers(home) {
  const node = currentNode(home);
  const names = { heyApi: "@hey-api/openapi-ts", orval: "orval", kubb: "@kubb/cli" };
  const plugins = ["core", "plugin-oas", "plugin-ts", "plugin-client"];
  const folder = install(home, "watchers", node, [
    names.heyApi,
    names.orval,
    // Of one major: plugins go with the core of their own.
    ...["cli", ...plugins].map((name) => `@kubb/${name}@^4`),
    "typescript@~5.9.3",
  ]);
  const commands = Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, join(folder, name, binOf(folder, name))]),
  );
  const versions = Object.values(names).map((name) => `${name} ${packageOf(folder, name).version}`);
  return { node, folder, commands, versions: versions.join(", ") };
}

function currentNode(home) {
  const binary = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const modules = install(home, "node", process.execPath, [`${binary}@${nodeMajor}`]);
  return join(modules, binary, "bin", "node");
}

/** Readers of OpenAPI documents in a browser, and their versions. */
export function viewers(home) {
  const folder = install(home, "viewers", process.execPath, [
    "redoc@^2",
    "@scalar/api-reference@^1",
  ]);
  const names = { redoc: "redoc", scalar: "@scalar/api-reference" };
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => [
      key,
      { folder: join(folder, name), version: packageOf(folder, name).version },
    ]),
  );
}

function install(home, name, node, packages) {
  const folder = join(home, name);
  const modules = join(folder, "node_modules");
  const done = join(folder, "installed.json");
  const wanted = JSON.stringify(packages);
  if (existsSync(done) && readFileSync(done, "utf8") === wanted) return modules;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  console.error(`installing ${packages.join(", ")}`);
  const words = ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages];
  const path = `${dirname(node)}:${process.env.PATH}`;
  const { status } = spawnSync(node, [npmCli(), ...words], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, PATH: path },
  });
  if (status !== 0) throw new Error(`${packages.join(", ")}: cannot be installed`);
  writeFileSync(done, wanted);
  return modules;
}

function npmCli() {
  if (process.env.npm_execpath?.endsWith(".js")) return process.env.npm_execpath;
  const [found] = execFileSync("which", ["npm"], { encoding: "utf8" }).split("\n");
  return realpathSync(found);
}

function packageOf(modules, name) {
  return JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
}

function binOf(modules, name) {
  const { bin } = packageOf(modules, name);
  return typeof bin === "string" ? bin : Object.values(bin)[0];
}
