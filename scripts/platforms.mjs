// npm run test:platforms: one program with the client of spec/ on Node 20, 22 and 24, Deno, Bun and
// in a page of Chromium, against the generated server. The platforms are installed into a temporary
// folder (700 MB). `-- bun page` tries those whose names begin so, `-- --print` shows what they saw.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { register } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { installWhatIsMissing, root } from "./install.mjs";

installWhatIsMissing();
register("./dev-loader.mjs", import.meta.url);
const { build } = await import("esbuild");
const { findChromium, launch } = await import("./site/browser.mjs");
const { startCloud } = await import("./platforms/cloud.ts");
const { expectedOf } = await import("./platforms/expected.mjs");
const { runInPage, servePage } = await import("./platforms/pages.mjs");
const { makeCertificate, runProgram } = await import("./platforms/run.mjs");
const { installPlatforms } = await import("./platforms/tools.mjs");

const words = process.argv.slice(2);
const only = words.filter((word) => !word.startsWith("--"));
const isWanted = (name) => only.length === 0 || only.some((word) => name.startsWith(word));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "restanza-platforms-")));
const sum = { passed: 0, failed: 0 };
const began = performance.now();
try {
  await onCommands();
  await inPages();
} catch (error) {
  check("the suite ran to its end", false, error.stack);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${seconds(began)} s`);
if (process.env.RESTANZA_COUNTS) writeFileSync(process.env.RESTANZA_COUNTS, JSON.stringify(sum));
process.exit(sum.failed === 0 ? 0 : 1);

async function onCommands() {
  const platforms = installPlatforms(join(temporary, "tools"), only);
  // Bundlers do not follow the name of `yaml`, so that whoever has no such file does without it.
  mkdirSync(join(temporary, "node_modules"));
  symlinkSync(join(root, "node_modules", "yaml"), join(temporary, "node_modules", "yaml"));
  writeFileSync(join(temporary, "package.json"), '{ "private": true, "type": "module" }');
  const bundle = await bundled("command");
  const tls = makeCertificate(temporary);
  if (tls === undefined) console.log("skipped: TLS, since there is no openssl to make a key with");
  for (const { name, command, env, typescript } of platforms) {
    const cloud = await startCloud(tls);
    const program = typescript ? join(root, "scripts", "platforms", "command.ts") : bundle;
    const home = join(temporary, name);
    const { code, said, steps } = await runProgram({ command, env, program, cloud, home });
    compare(name, steps, tls !== undefined);
    check(`${name}: ended well`, code === 0, said);
    await cloud.close();
  }
}

async function inPages() {
  if (!isWanted("page")) return;
  const chromium = findChromium();
  if (chromium === undefined) {
    console.log("skipped: pages, since there is no Chromium here, and it could not be installed");
    return;
  }
  const script = readFileSync(await bundled("page"), "utf8");
  const browser = await launch(chromium);
  try {
    for (const name of ["page-cors", "page-proxy"]) {
      const cloud = await startCloud();
      const site = await servePage(script, cloud);
      const base = name === "page-cors" ? cloud.base : `${site.origin}/api`;
      compare(name, await runInPage(browser, site.origin, { base, nowhere: cloud.nowhere }), false);
      if (name === "page-cors") preflights(cloud.asked);
      site.close();
      await cloud.close();
    }
  } finally {
    await browser.close();
  }
}

/** What a service has to allow pages of other origins to send; Keystone is asked for no more than a token. */
function preflights(asked) {
  const found = ["identity", "compute"].map((place) => [...(asked.get(place) ?? [])].sort());
  const versions = ["openstack-api-version", "x-openstack-nova-api-version"];
  const wanted = [["content-type"], ["content-type", "x-auth-token", ...versions].sort()];
  check("page-cors: what preflights ask for", isDeepStrictEqual(found, wanted), { wanted, found });
}

/** One program as a module, for any platform. */
async function bundled(name) {
  const outfile = join(temporary, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`scripts/platforms/${name}.ts`],
    outfile,
    bundle: true,
    format: "esm",
    platform: name === "page" ? "browser" : "node",
    target: "es2022",
    logLevel: "warning",
  });
  return outfile;
}

/** Holds what a platform saw against what is expected of it. */
function compare(name, steps, hasTls) {
  if (words.includes("--print"))
    for (const step of steps) console.log(`${name} ${JSON.stringify(step)}`);
  const seen = new Map(steps);
  for (const [step, wanted] of Object.entries(expectedOf(name, hasTls))) {
    const ok = isDeepStrictEqual(seen.get(step), wanted);
    check(`${name}: ${step}`, ok, { wanted, seen: seen.get(step) });
    seen.delete(step);
  }
  check(`${name}: nothing else`, seen.size === 0, [...seen]);
  console.log(`${name}: ${steps.length} steps`);
}

function check(what, ok, details) {
  if (ok) sum.passed += 1;
  else sum.failed += 1;
  if (!ok) console.log(`FAILED ${what}\n${JSON.stringify(details, undefined, 1)}`);
}

function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(0);
}
