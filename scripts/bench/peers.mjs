// From a saved file to the last file on disk: `restanza watch` on the docs and on a document, beside
// the watches of hey-api, orval and kubb on the same finished document with the same edit in it.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { table, times } from "./table.mjs";

/** Saves of each, of which the median counts; the first is not counted. */
const saves = 5;

/** Milliseconds without a written file after which a run is over. */
const rest = 2500;
/** Those that a run may take to write its first file. */
const patience = 120_000;

/** The same words in the docs and in the document that came of them. */
const edit = ["Shows details for a server", "Shows the details of a server"];

/** Prints the table. `peers` says where the others are, and which Node runs all of them. */
export async function peers(cli, { node, folder, commands, versions }, { service, tree, home }) {
  console.log(`\n## Watches\n`);
  const root = join(home, "peers");
  mkdirSync(join(root, "node_modules"), { recursive: true });
  cpSync(tree, join(root, "docs"), { recursive: true });
  const chapter = chapterWith(join(root, "docs", "api-ref", "source"), edit[0]);
  if (chapter === undefined) return console.log("skipped: the docs do not have the words");
  write(root, "docs.json", { source: "docs", out: "from-docs" });
  write(root, "document.json", { source: "openapi.json", out: "from-document" });
  const ours = await watched([node, cli, "watch", "-c", "docs.json"], root, {
    file: chapter,
    out: "from-docs",
  });
  cpSync(join(root, "from-docs", "openapi.json"), join(root, "openapi.json"));
  const document = join(root, "openapi.json");
  const { url, close } = await served(document);
  const plugins = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"];
  // Its watch asks a server, and leaves files alone.
  write(root, "hey-api.mjs", { input: url, output: "hey-api", plugins }, true);
  write(
    root,
    "orval.mjs",
    {
      api: {
        input: { target: "./openapi.json" },
        output: { mode: "tags-split", target: "orval/api.ts", client: "fetch" },
      },
    },
    true,
  );
  writeFileSync(join(root, "kubb.mjs"), kubbSettings(folder));
  const others = [
    ["restanza, of the document", [cli, "watch", "-c", "document.json"], "from-document"],
    ["hey-api", [commands.heyApi, "-f", "hey-api.mjs", "-w", "20"], "hey-api"],
    ["orval", [commands.orval, "--config", "orval.mjs", "--watch"], "orval"],
    ["kubb", [commands.kubb, "generate", "-c", "kubb.mjs", "-w"], "kubb"],
  ];
  const rows = [["restanza, of the docs", ours]];
  for (const [name, words, out] of others)
    rows.push([name, await watched([node, ...words], root, { file: document, out })]);
  close();
  console.log(`${service}; load of the machine: ${loadavg()[0].toFixed(1)}; ${versions}\n`);
  table(
    ["watch", "from a saved file to the last on disk", "from, to", "restanza, of the docs = 1"],
    rows.map(([name, all]) =>
      all === undefined
        ? [name, "wrote nothing", "", ""]
        : [
            name,
            `${middle(all)} ms`,
            `${all[0]} to ${all.at(-1)} ms`,
            times(middle(all) / middle(ours)),
          ],
    ),
  );
}

/** A file at an address of its own on this machine. */
async function served(file) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/openapi.json`,
    close: () => server.close(),
  };
}

function write(root, name, content, isModule = false) {
  const text = JSON.stringify(content);
  writeFileSync(join(root, name), isModule ? `export default ${text};\n` : text);
}

/** Types and functions on fetch, as the others have them; plugins are imported from where they are. */
function kubbSettings(folder) {
  const entry = (name) => {
    const { exports, module, main } = JSON.parse(
      readFileSync(join(folder, name, "package.json"), "utf8"),
    );
    const own = exports?.["."];
    const path =
      typeof own === "string" ? own : (own?.import?.default ?? own?.import ?? own?.default);
    return JSON.stringify(join(folder, name, path ?? module ?? main));
  };
  return `import { defineConfig } from ${entry("@kubb/core")};
import { pluginOas } from ${entry("@kubb/plugin-oas")};
import { pluginTs } from ${entry("@kubb/plugin-ts")};
import { pluginClient } from ${entry("@kubb/plugin-client")};
export default defineConfig({
  root: ".",
  input: { path: "./openapi.json" },
  output: { path: "./kubb", clean: true },
  plugins: [pluginOas({ generators: [] }), pluginTs(), pluginClient({ client: "fetch" })],
});
`;
}

function chapterWith(source, words) {
  return readdirSync(source)
    .map((name) => join(source, name))
    .find((path) => path.endsWith(".inc") && readFileSync(path, "utf8").includes(words));
}

/** Milliseconds of each save, sorted; nothing where the watch never wrote after one. */
async function watched([program, ...words], cwd, { file, out }) {
  // A group of its own: some of them start others.
  const child = spawn(program, words, { cwd, stdio: "ignore", detached: true });
  const folder = join(cwd, out);
  try {
    if ((await lastWrite(folder, 0)) === undefined) return undefined;
    const all = [];
    for (let save = 0; save <= saves; save += 1) {
      const text = readFileSync(file, "utf8");
      const [from, to] = text.includes(edit[0]) ? edit : edit.toReversed();
      const saved = Date.now();
      writeFileSync(file, text.replace(from, to));
      const written = await lastWrite(folder, saved);
      if (written === undefined) return undefined;
      if (save > 0) all.push(Math.round(written - saved));
    }
    return all.toSorted((a, b) => a - b);
  } finally {
    process.kill(-child.pid, "SIGINT");
    await wait(500);
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It ended as it was asked to.
    }
  }
}

/** When the last file of a folder was written after a moment, once nothing was for a while. */
async function lastWrite(folder, since) {
  const began = Date.now();
  let last;
  for (;;) {
    const newest = newestIn(folder);
    if (newest > since && newest !== last?.at) last = { at: newest, seen: Date.now() };
    if (last !== undefined && Date.now() - last.seen > rest) return last.at;
    if (last === undefined && Date.now() - began > patience) return undefined;
    await wait(25);
  }
}

/** When the newest file got its content or its place; a folder in the making is looked at again. */
function newestIn(folder) {
  try {
    const names = readdirSync(folder, { recursive: true });
    const all = names.map((name) => statSync(join(folder, name)));
    return Math.max(0, ...all.filter((each) => each.isFile()).map(({ ctimeMs }) => ctimeMs));
  } catch {
    return 0;
  }
}

function middle(all) {
  return all[all.length >> 1];
}
