// npm run test:engines: the workspaces of docs/build.md with real engines. Turborepo and Nx are
// installed into a temporary folder (120 MB); Ninja is tried where the machine has it. Which
// settings they have is read from the page, so what people copy is what was tried.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ninja from "./engines/ninja.mjs";
import * as nx from "./engines/nx.mjs";
import { tryEngine } from "./engines/run.mjs";
import * as turbo from "./engines/turbo.mjs";
import { clone, makeWorkspace, outputOf, workspaceFiles, write } from "./engines/workspace.mjs";
import { installWhatIsMissing, npm, root } from "./install.mjs";

installWhatIsMissing();
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "restanza-engines-")));
const page = readFileSync(join(root, "docs", "build.md"), "utf8");
const sum = { passed: 0, failed: 0 };
const began = performance.now();

try {
  const modules = install([...turbo.packages, ...nx.packages]);
  const tools = { modules, restanza: root };
  await tryIn(turbo, tools, (cache) => turbo.runner({ modules, cache }));
  const server = await nx.cacheServer();
  await tryIn(nx, tools, () => nx.runner({ modules, server: server.url })).finally(server.close);
  if (await ninja.isThere()) {
    const folder = join(temporary, "ninja");
    makeWorkspace(folder, workspaceFiles(settingsOf(ninja)), tools);
    await ninja.tryNinja({ folder, edit: editIn(folder), outputOf, check });
  } else console.log("skipped ninja: it is not on this machine");
} catch (error) {
  check("the suite ran to its end", false, error);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${seconds} s`);
if (process.env.RESTANZA_COUNTS) writeFileSync(process.env.RESTANZA_COUNTS, JSON.stringify(sum));
process.exitCode = sum.failed === 0 ? 0 : 1;

/** The whole list of checks with one engine: a workspace, and a clone of it. */
async function tryIn(engine, tools, runnerWith) {
  const name = engine.packages[0];
  const folder = join(temporary, engine.settings);
  const first = join(folder, "first");
  const second = join(folder, "second");
  makeWorkspace(first, workspaceFiles(settingsOf(engine)), tools);
  clone(first, second, tools);
  const run = runnerWith(join(folder, "cache"));
  await tryEngine({ name, first, second, run, edit: editIn(first), outputOf, check });
}

function editIn(folder) {
  return (path, text) => write(folder, path, text);
}

/** The settings that the page shows under the name of their file. */
function settingsOf({ settings }) {
  const begin = page.indexOf(`\`${settings}\``);
  const found = /\n```\w*\n([^]*?)\n```\n/.exec(page.slice(begin));
  if (begin < 0 || found === null) throw new Error(`docs/build.md shows no ${settings}`);
  return { [settings]: `${found[1]}\n` };
}

function install(packages) {
  const folder = join(temporary, "tools");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  const words = ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages];
  if (npm(words, { cwd: folder }) !== 0) throw new Error("the engines could not be installed");
  return join(folder, "node_modules");
}

function check(what, ok, details) {
  if (ok) sum.passed += 1;
  else sum.failed += 1;
  console.log(`${ok ? "ok     " : "FAILED "}${what}`);
  if (!ok) console.log(details instanceof Error ? details.message : JSON.stringify(details));
}
