// npm run test:site: the reference site in a real browser, Debian's Chromium, which is installed
// by apt where that may be. The site of spec/ always; those of real services where ../shared is.
// `-- --only WORD` runs the parts of that name, `-- --shots DIR` keeps pictures of the page kinds.
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.mjs";

installWhatIsMissing();
const { findChromium, launch } = await import("./site/browser.mjs");
const { makeSite, serveFolder } = await import("./site/sites.mjs");
const parts = {
  links: () => import("./site/links.mjs"),
  weight: () => import("./site/weight.mjs"),
  pages: () => import("./site/pages.mjs"),
  hostile: () => import("./site/hostile.mjs"),
  live: () => import("./site/live.mjs"),
  anchors: () => import("./site/anchors.mjs"),
  search: () => import("./site/search.mjs"),
  changes: () => import("./site/changes.mjs"),
  microversions: () => import("./site/microversions.mjs"),
};

const sum = { passed: 0, failed: 0 };
const temporary = mkdtempSync(join(tmpdir(), "restanza-site-"));
const chromium = findChromium();
const began = performance.now();
try {
  if (chromium === undefined) {
    console.log("skipped: there is no Chromium here, and it could not be installed");
  } else await all();
} catch (error) {
  check("the suite ran to its end", false, error);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
if (process.env.RESTANZA_COUNTS) writeFileSync(process.env.RESTANZA_COUNTS, JSON.stringify(sum));
process.exitCode = sum.failed === 0 ? 0 : 1;

async function all() {
  const spec = join(temporary, "spec");
  cpSync(join(root, "spec"), spec, { recursive: true });
  const corpora = join(root, "..", "shared", "corpora");
  const places = { temporary, spec, corpora: existsSync(corpora) ? corpora : undefined };
  if (places.corpora === undefined)
    console.log("skipped: real services, since ../shared is not here");
  makeSite(spec, join(temporary, "sites", "spec"));
  if (places.corpora) {
    makeSite(join(corpora, "nova"), join(temporary, "sites", "nova"));
    makeSite(join(corpora, "nova"), join(temporary, "sites", "nova-findings"), "--findings");
  }
  const browser = await launch(chromium);
  const server = await serveFolder(join(temporary, "sites"));
  const only = wordBehind("--only");
  const shots = wordBehind("--shots");
  try {
    for (const [name, load] of Object.entries(parts)) {
      if (only !== undefined && only !== name) continue;
      console.log(`\n${name}`);
      const { run } = await load();
      await run({ browser, server, places, check, shots });
    }
  } finally {
    await browser.close();
    server.close();
  }
}

function wordBehind(flag) {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
}

function check(what, ok, details) {
  if (ok) sum.passed += 1;
  else sum.failed += 1;
  console.log(`${ok ? "ok     " : "FAILED "}${what}`);
  if (!ok && details !== undefined)
    console.log(details instanceof Error ? details.stack : JSON.stringify(details, undefined, 1));
}
