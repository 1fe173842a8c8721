// What a reader's browser gets: the site of a service beside the page that Sphinx makes of the same
// docs, and Redoc and Scalar of our document, each by the lines of its own README, in Chromium with its
// CPU slowed down four times.
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { findChromium, launch, openPage } from "../site/browser.mjs";
import { pagesIn, types } from "../site/sites.mjs";
import { elements } from "../site/tags.mjs";
import { sphinxCommand, sphinxTree, sphinxVersions } from "./sphinx.mjs";
import { table } from "./table.mjs";

/** Loads of each page, of which the median counts. */
const loads = 5;
const slower = 4;

/** Milliseconds without a new element after which a page is whole, and those that it may take to load. */
const rest = 3000;
const patience = 300_000;

/** Prints the table. `viewers` says where the packages `redoc` and `@scalar/api-reference` are. */
export async function pages(cli, viewers, { service, tree, home, sphinx }) {
  console.log(`\n## Pages\n`);
  const chromium = findChromium();
  if (chromium === undefined) return console.log("skipped: there is no Chromium");
  const root = join(home, "pages");
  const shown = prepare(root, cli, viewers, { tree, sphinx });
  const server = createServer((request, response) => answer(root, request, response));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  const browser = await launch(chromium);
  try {
    const rows = [];
    for (const [name, path] of shown) {
      const all = [];
      for (let load = 0; load < loads; load += 1)
        all.push(await loaded(browser, `http://127.0.0.1:${port}/${path}`));
      rows.push([name, ...cells(all)]);
    }
    console.log(
      `${service}; Chromium ${browser.version()}, CPU ${slower} times slower, medians of ${loads} loads\n`,
    );
    table(["page", "HTML", "all that is sent", "elements", "first paint", "largest paint"], rows);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Makes all pages below `root`: their names, and the paths that are opened. */
function prepare(root, cli, { redoc, scalar }, { tree, sphinx }) {
  mkdirSync(root, { recursive: true });
  const words = [cli, "docs", tree, "--out", join(root, "ours"), "--quiet"];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`docs ended with ${status}: ${stderr}`);
  const shown = [
    ["restanza: first page", "ours/index.html"],
    ["restanza: the largest page", `ours/${largest(join(root, "ours"))}`],
  ];
  if (sphinx && sphinxVersions() !== undefined) {
    const docs = join(root, "sphinx-docs");
    sphinxTree(tree, docs);
    const [program, ...rest] = sphinxCommand(docs, join(root, "sphinx"));
    const built = spawnSync(program, rest, { encoding: "utf8" });
    if (built.status !== 0) throw new Error(`Sphinx ended with ${built.status}: ${built.stderr}`);
    shown.push(["Sphinx with os-api-ref", "sphinx/html/index.html"]);
  }
  cpSync(join(root, "ours", "openapi.json"), join(root, "openapi.json"));
  const script = (name, from) => cpSync(from, join(root, name));
  script("redoc.js", join(redoc.folder, "bundles", "redoc.standalone.js"));
  writeFileSync(
    join(root, "redoc.html"),
    '<!DOCTYPE html><meta charset="utf-8"><title>Redoc</title>\n<redoc spec-url="openapi.json"></redoc>\n<script src="redoc.js"></script>\n',
  );
  script("scalar.js", join(scalar.folder, "dist", "browser", "standalone.js"));
  writeFileSync(
    join(root, "scalar.html"),
    '<!DOCTYPE html><meta charset="utf-8"><title>Scalar</title>\n<div id="app"></div>\n<script src="scalar.js"></script>\n<script>Scalar.createApiReference("#app", { url: "openapi.json" })</script>\n',
  );
  return [
    ...shown,
    [`Redoc ${redoc.version}`, "redoc.html"],
    [`Scalar ${scalar.version}`, "scalar.html"],
  ];
}

/** The page of a site with the most elements. */
function largest(folder) {
  const counted = [...pagesIn(folder)].map(([path, text]) => [path, elements(text)]);
  return counted.toSorted(([, a], [, b]) => b - a)[0][0];
}

/** One load of a page in a context of its own: kilobytes, elements, milliseconds. */
async function loaded(browser, url) {
  const { page, close } = await openPage(browser);
  try {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await session.send("Network.enable");
    const sent = new Map();
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
      sent.set(requestId, encodedDataLength),
    );
    let document;
    session.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Document") document ??= requestId;
    });
    await page.addInitScript(() => {
      globalThis.largestPaint = 0;
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) globalThis.largestPaint = startTime;
      }).observe({ type: "largest-contentful-paint", buffered: true });
    });
    await page.goto(url, { waitUntil: "load", timeout: patience });
    const count = () => page.evaluate(() => document.querySelectorAll("*").length);
    let before = -1;
    for (let now = await count(); now !== before; now = await count()) {
      before = now;
      await page.waitForTimeout(rest);
    }
    const [first, most] = await page.evaluate(() => [
      performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      globalThis.largestPaint,
    ]);
    return {
      html: sent.get(document) ?? Number.NaN,
      all: [...sent.values()].reduce((sum, bytes) => sum + bytes, 0),
      elements: before,
      first,
      most,
    };
  } finally {
    await close();
  }
}

function cells(all) {
  const median = (key) => all.map((each) => each[key]).toSorted((a, b) => a - b)[all.length >> 1];
  const kilobytes = (key) => `${Math.round(median(key) / 1000)} kB`;
  const milliseconds = (key) => `${Math.round(median(key))} ms`;
  return [
    kilobytes("html"),
    kilobytes("all"),
    String(median("elements")),
    milliseconds("first"),
    milliseconds("most"),
  ];
}

/** A file below `root`, compressed as every server of the web does. */
function answer(root, { url }, response) {
  const path = join(root, decodeURIComponent(new URL(url, "http://localhost").pathname));
  if (!existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
  const type = types[extname(path)] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, "content-encoding": "gzip" });
  response.end(gzipSync(readFileSync(path)));
}
