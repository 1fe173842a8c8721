// The site of a service beside what Sphinx makes of the same tree: cold, and from a saved chapter to
// the changed page. Both take their turn in one run, so that a busy machine is busy for both.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { loadavg } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sphinxCommand, sphinxTree, sphinxVersions } from "./sphinx.mjs";
import { megabytes, seconds, table, times } from "./table.mjs";
import { measure } from "./usage.mjs";

/** Saved chapters, of which the median counts; the first is not counted. */
const saves = 7;

const stanza = /(\.\. rest_method::[^\n]*\n\n)/;

/** Prints both tables. */
export async function site(cli, { service, tree, home, log, runs, sphinx }) {
  console.log(`\n## The site\n`);
  if (!sphinx || sphinxVersions() === undefined) {
    console.log("skipped: Sphinx with os-api-ref and openstackdocstheme is not installed");
    return;
  }
  const docs = join(home, "site-docs");
  sphinxTree(tree, docs);
  cpSync(tree, join(home, "site-own"), { recursive: true });
  const own = join(home, "site-own");
  const out = join(home, "site-html");
  const theirs = join(home, "site-sphinx");
  const ours = measure([process.execPath, cli, "docs", own, "--out", out, "--quiet"], {
    log,
    times: runs,
    before: () => rmSync(out, { recursive: true, force: true }),
  });
  const cold = measure(sphinxCommand(docs, theirs), { log, times: 1 });
  console.log(`${service}; load of the machine: ${loadavg()[0].toFixed(1)}\n`);
  table(
    ["cold", "CPU", "Sphinx is", "wall time", "peak memory"],
    [
      ["restanza docs", seconds(ours.cpu), "", seconds(ours.wall), megabytes(ours.bytes)],
      [
        "Sphinx",
        seconds(cold.cpu),
        times(cold.cpu / ours.cpu),
        seconds(cold.wall),
        megabytes(cold.bytes),
      ],
    ],
  );
  const chapter = chapterIn(cli, own);
  const shown = await served(cli, own, chapter);
  const path = join(docs, chapter);
  writeFileSync(path, edited(readFileSync(path, "utf8"), "x"));
  // What it knows of the last build stays; os-api-ref 2.3 fails where its pages are there already.
  rmSync(join(theirs, "html"), { recursive: true });
  const words = sphinxWords(docs, theirs);
  const began = performance.now();
  const { status, stderr } = spawnSync(words[0], words.slice(1), { encoding: "utf8" });
  const rebuilt = performance.now() - began;
  if (status !== 0) throw new Error(`Sphinx ended with ${status}: ${stderr}`);
  console.log();
  table(
    ["from a saved chapter to the changed page", "wall time", "from, to"],
    [
      [
        "restanza docs --serve",
        `${Math.round(shown.median)} ms`,
        `${Math.round(shown.least)} to ${Math.round(shown.most)} ms`,
      ],
      ["Sphinx", `${Math.round(rebuilt)} ms`, times(rebuilt / shown.median)],
    ],
  );
}

/** As `sphinxCommand`, which begins from nothing. */
function sphinxWords(docs, out) {
  const doctrees = join(out, "doctrees");
  const html = join(out, "html");
  const source = join(docs, "api-ref", "source");
  return ["/usr/bin/python3", "-m", "sphinx", "-q", "-b", "html", "-d", doctrees, source, html];
}

/** A chapter with operations, as a path in the tree. */
function chapterIn(cli, tree) {
  const { stdout } = spawnSync(process.execPath, [cli, "inputs", tree, "--out", "x", "--json"], {
    encoding: "utf8",
    cwd: tree,
    maxBuffer: 2 ** 28,
  });
  const { inputs } = JSON.parse(stdout).services[0];
  const chapters = inputs.filter(
    (path) => path.endsWith(".inc") && existsSync(join(tree, path)) && hasStanza(join(tree, path)),
  );
  return chapters[chapters.length >> 1];
}

function hasStanza(path) {
  return stanza.test(readFileSync(path, "utf8"));
}

function edited(text, word) {
  return text.replace(stanza, `$1Edited: ${word}.\n\n`);
}

/** Saves a chapter again and again, and waits each time until a page that has the word is served. */
async function served(cli, tree, chapter) {
  const child = spawn(process.execPath, [cli, "docs", tree, "--serve", "--port", "0", "--quiet"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { value: url } = await lines.next();
    const changes = await changesAt(`${url}events`);
    const path = join(tree, chapter);
    const before = readFileSync(path, "utf8");
    const took = [];
    for (let save = 0; save <= saves; save += 1) {
      const word = `save${save}end`;
      const began = performance.now();
      writeFileSync(path, edited(before, word));
      const paths = await changes.next();
      const pages = paths.filter((each) => each.endsWith(".html"));
      const texts = await Promise.all(pages.map((page) => textAt(url + page)));
      if (!texts.some((text) => text.includes(word))) throw new Error(`no page has ${word}`);
      if (save > 0) took.push(performance.now() - began);
    }
    took.sort((a, b) => a - b);
    return { median: took[took.length >> 1], least: took[0], most: took.at(-1) };
  } finally {
    child.kill("SIGINT");
    await once(child, "exit");
  }
}

/** What the pages of a server are told, one save after the other. */
async function changesAt(url) {
  const response = await new Promise((done) => get(url, done));
  const lines = createInterface({ input: response })[Symbol.asyncIterator]();
  return {
    async next() {
      for (;;) {
        const { value = "" } = await lines.next();
        if (value.startsWith("data: ")) return JSON.parse(value.slice("data: ".length));
      }
    },
  };
}

async function textAt(url) {
  const response = await fetch(url);
  return response.text();
}
