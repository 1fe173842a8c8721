// From a saved file to all outputs on disk: `restanza watch` on a copy of the docs, and edits such as
// people make. Prints the medians; read them beside the load of the machine, which is printed, too.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { table } from "./table.mjs";

/** Edits of each kind. */
const count = 10;

/** Watches a copy of the docs, edits them, and prints how long it took until the output was on disk. */
export async function watch(cli, { service, tree, home }) {
  console.log(`\n## Watch\n`);
  const folder = join(home, "watch");
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  cpSync(tree, join(folder, "docs"), { recursive: true });
  writeFileSync(join(folder, "restanza.config.json"), '{ "source": "docs", "out": "out" }');
  const edits = editsIn(inputsOf(cli, folder));
  const { next, end } = start(cli, folder);
  try {
    await next("ready");
    const rows = [];
    for (const [name, own] of Object.entries(edits)) {
      const times = [];
      let written = 0;
      // The first is not counted: what it needs is compiled by then.
      for (const [index, edit] of own.entries()) {
        const saved = Date.now();
        edit();
        const { event, at } = await next("made", "held");
        if (event.event !== "made") throw new Error(`${name}: ${event.reason}`);
        if (index > 0) times.push(at - saved);
        written += event.files.written.length;
      }
      times.sort((a, b) => a - b);
      rows.push([
        name,
        `${Math.round((times[(count - 1) >> 1] + times[count >> 1]) / 2)} ms`,
        `${times.at(0)} to ${times.at(-1)} ms`,
        (written / own.length).toFixed(1),
      ]);
    }
    console.log(`${service}; load of the machine: ${loadavg()[0].toFixed(1)}\n`);
    table(["edit of", `median of ${count}`, "from, to", "files written"], rows);
  } finally {
    await end();
  }
}

/** A watch, and its next event of some kinds with when it was told. */
function start(cli, cwd) {
  const child = spawn(process.execPath, [cli, "watch", "--json"], {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const told = [];
  let wake = () => undefined;
  createInterface({ input: child.stdout }).on("line", (line) => {
    told.push({ event: JSON.parse(line), at: Date.now() });
    wake();
  });
  const ended = new Promise((done) => child.on("exit", done));
  return {
    async next(...kinds) {
      for (;;) {
        for (let first = told.shift(); first !== undefined; first = told.shift())
          if (kinds.includes(first.event.event) && (first.event.because?.length ?? 1) > 0)
            return first;
        await new Promise((done) => (wake = done));
      }
    },
    async end() {
      child.kill("SIGINT");
      await ended;
    },
  };
}

const stanza = /(\.\. rest_method::[^\n]*\n\n)/;

/** One more than is counted, of each kind: other chapters, other entries, other samples. */
function editsIn(files) {
  const has = (path, words) => words.test(readFileSync(path, "utf8"));
  const chapters = files.filter((path) => path.endsWith(".inc") && has(path, stanza));
  const samples = files.filter((path) => path.endsWith(".json") && has(path, /^\s*\{\s*"/));
  const parameters = files.find((path) => path.endsWith("/parameters.yaml"));
  const spread = (from, at) => from[Math.floor((at * from.length) / (count + 1))];
  const times = Array.from({ length: count + 1 }, (_, at) => at);
  const change = (path, by) => writeFileSync(path, by(readFileSync(path, "utf8")));
  return {
    "a chapter": times.map(
      (at) => () =>
        change(spread(chapters, at), (text) => text.replace(stanza, `$1Edit ${at}.\n\n`)),
    ),
    "parameters.yaml": times.map(
      (at) => () =>
        change(parameters, (text) => {
          const places = [...text.matchAll(/^ {2}description: \|\n {4}/gm)];
          const { index, 0: lead } = spread(places, at);
          const from = index + lead.length;
          return `${text.slice(0, from)}Edit ${at}: ${text.slice(from)}`;
        }),
    ),
    "a sample": times.map(
      (at) => () =>
        change(spread(samples, at), (text) => text.replace("{", `{"edit_${at}": ${at},`)),
    ),
  };
}

/** The files that a run reads. */
function inputsOf(cli, cwd) {
  const { stdout } = spawnSync(process.execPath, [cli, "inputs", "--json"], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout).services[0].inputs.map((path) => join(cwd, path));
}
