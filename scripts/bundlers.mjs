// npm run test:bundlers: the plugin in real bundlers, which are installed into a temporary folder
// (150 MB). Vite's server is tried with a page of Chromium, where the machine has one.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { tryCompiler } from "./bundlers/compilers.mjs";
import { tryEsbuild, tryRollup } from "./bundlers/others.mjs";
import { makeProject } from "./bundlers/project.mjs";
import { tryVite } from "./bundlers/vite.mjs";
import { installWhatIsMissing, npm, root } from "./install.mjs";

installWhatIsMissing();
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "restanza-bundlers-")));
const packages = ["vite@8", "webpack@5", "@rspack/core@1", "rollup@4", "rolldown@1", "esbuild"];
const sum = { passed: 0, failed: 0 };
const began = performance.now();
const only = process.argv.slice(2);
const browser = await launch();

try {
  const modules = install();
  const tries = {
    vite: (project) => tryVite({ project, modules, chromium: browser, check }),
    webpack: (project) =>
      tryCompiler({ name: "webpack", pack: "webpack", project, modules, check }),
    rspack: (project) =>
      tryCompiler({ name: "rspack", pack: "@rspack/core", project, modules, check }),
    esbuild: (project) => tryEsbuild({ project, modules, check }),
    rollup: (project) => tryRollup({ name: "rollup", project, modules, check }),
    rolldown: (project) => tryRollup({ name: "rolldown", project, modules, check }),
  };
  for (const [name, tryIt] of Object.entries(tries)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const project = makeProject(temporary, name, modules);
    // The configuration is that of the folder that a bundler is started in.
    process.chdir(project.folder);
    await tryIt(project).catch((error) => check(`${name} was tried to the end`, false, error));
  }
} catch (error) {
  check("the suite ran to its end", false, error);
} finally {
  process.chdir(root);
  await browser?.close();
  rmSync(temporary, { recursive: true, force: true });
}
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${seconds} s`);
if (process.env.RESTANZA_COUNTS) writeFileSync(process.env.RESTANZA_COUNTS, JSON.stringify(sum));
process.exit(sum.failed === 0 ? 0 : 1);

/** A browser: that of the machine, or in CI the one that Debian has. */
async function launch() {
  if (process.env.CI && browserPath() === undefined && existsSync("/usr/bin/apt-get")) {
    console.log("Installing chromium …");
    const words = ["-o", "DPkg::Lock::Timeout=600", "install", "-y", "--no-install-recommends"];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=600", "update"], { env });
    spawnSync("apt-get", [...words, "chromium"], { env });
  }
  const path = browserPath();
  return path && chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
}

function browserPath() {
  const paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return paths.find((each) => existsSync(each));
}

function install() {
  const folder = join(temporary, "tools");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  const words = ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages];
  if (npm(words, { cwd: folder }) !== 0) throw new Error("the bundlers could not be installed");
  const modules = join(folder, "node_modules");
  symlinkSync(root, join(modules, "restanza"));
  return modules;
}

function check(what, ok, details) {
  if (ok) sum.passed += 1;
  else sum.failed += 1;
  console.log(`${ok ? "ok     " : "FAILED "}${what}`);
  if (!ok)
    console.log(details instanceof Error ? details.message : (JSON.stringify(details) ?? ""));
}
