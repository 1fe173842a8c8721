// Cold generation of one service, ours and others', and a second run of ours with nothing changed.
import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editor } from "./edits.mjs";
import { sphinxCommand, sphinxTree, sphinxVersions } from "./sphinx.mjs";
import { megabytes, seconds, table, times } from "./table.mjs";
import { measure } from "./usage.mjs";

/**
 * Prints what generation costs; says where the output lies that came of it. `openapiTypescript` and
 * `heyApi` are scripts, run with this Node and with `node`; without `sphinx`, Sphinx is left out.
 */
export function generation(cli, { node, heyApi, openapiTypescript }, setting) {
  const { home, log, runs, service, sphinx } = setting;
  const run = (words, before) => measure(words, { log, cwd: home, times: runs, before });
  // A cold run knows nothing of the one before.
  const cache = join(home, "node_modules", ".cache");
  const clear = (name) => () => {
    for (const path of [join(home, name), cache]) rmSync(path, { recursive: true, force: true });
  };
  const config = configuration(setting);
  const generate = [cli, "generate", "--config", config];
  const earlier = (on) =>
    setting.before && run([on, setting.before, "generate", "--config", config], clear("ours"));
  const [before, beforeCurrent] = [earlier(process.execPath), earlier(node)];
  const ours = run([process.execPath, ...generate], clear("ours"));
  const oursCurrent = run([node, ...generate], clear("ours"));

  const document = join(home, "types.json");
  cpSync(join(home, "ours", "openapi.json"), document);
  const types = join(home, "types.ts");
  const typesOnly = run([process.execPath, openapiTypescript, document, "-o", types]);
  // The same words for V8 as the command has for itself, on the Node this is usually run with.
  const late = process.versions.v8.startsWith("11.3.") ? ["--interrupt-budget=1000000"] : [];
  const typesLate = run([process.execPath, ...late, openapiTypescript, document, "-o", types]);
  const node0 = run([process.execPath, "-e", "0"]);
  const settings = heyApiSettings(home, document);
  const hey = run([node, heyApi, "-f", settings], clear("hey-api"));

  const rows = [
    ["restanza: openapi, types, client", ours, "docs"],
    ["the same on the current Node", oursCurrent, "docs"],
    ["openapi-typescript alone: types", typesOnly, "openapi.json"],
    ["the same, with restanza's settings of V8", typesLate, "openapi.json"],
    ["Node that does nothing", node0, ""],
    ["hey-api on the current Node: types, client", hey, "openapi.json"],
  ];
  if (before) rows.push(["restanza before", before, "docs"]);
  if (beforeCurrent) rows.push(["the same on the current Node", beforeCurrent, "docs"]);
  if (sphinx) rows.push(["Sphinx with os-api-ref: HTML", sphinxRun(setting), "docs"]);
  console.log(`\n## Cold generation of ${service}\n`);
  table(
    ["what", "from", "CPU", "time", "peak memory", "CPU, restanza = 1"],
    rows.map(([name, used, from]) => [
      name,
      from,
      used ? seconds(used.cpu) : "not installed",
      used ? seconds(used.wall) : "",
      used ? megabytes(used.bytes) : "",
      used ? times(used.cpu / ours.cpu) : "",
    ]),
  );
  const out = join(home, "ours");
  const stampsBefore = stamps(out);
  const second = run([process.execPath, ...generate]);
  const written = [...stamps(out)].filter(([path, time]) => stampsBefore.get(path) !== time).length;
  console.log(
    `\nA second, unchanged run: ${seconds(second.cpu)} of CPU, ${times(second.cpu / ours.cpu)} the first; ${written} files written.`,
  );
  again(cli, ours, before, setting);
  return { out, types, heyApi: join(home, "hey-api") };
}

/**
 * What runs cost that may take over from earlier ones, beside today's cold run and that of an earlier
 * commit: a chapter of a copy of the tree is edited before each of them, in its words or in its rows.
 */
function again(cli, cold, before, setting) {
  const { home, log, runs, tree, service } = setting;
  const copy = join(home, "edited");
  cpSync(tree, copy, { recursive: true });
  const config = configuration({ ...setting, tree: copy }, "edited.json", "again");
  const run = (words, edit) => measure(words, { log, cwd: home, times: runs, before: edit });
  const generate = [process.execPath, cli, "generate", "--config", config];
  const alone = run([...generate, "--no-cache"], () =>
    rmSync(join(home, "again"), { recursive: true, force: true }),
  );
  run(generate);
  const edit = editor(join(copy, "api-ref", "source"));
  const words = run(generate, edit.words);
  const rows = run(generate, edit.rows);
  const same = run(generate);
  console.log(`\n## ${service} again\n`);
  table(
    ["what", "CPU", "peak memory", "CPU, cold = 1", "CPU, the earlier commit = 1"],
    [
      ["cold, with a cache to fill", cold],
      ["cold, without a cache", alone],
      ["the words of one chapter changed", words],
      ["the rows of one chapter changed", rows],
      ["nothing changed", same],
    ].map(([name, used]) => [
      name,
      seconds(used.cpu),
      megabytes(used.bytes),
      times(used.cpu / cold.cpu),
      before ? times(used.cpu / before.cpu) : "",
    ]),
  );
}

/** The configuration that `restanza` is run with: document, types and client into `ours`. */
export function configuration({ tree, home }, name = "client.json", out = "ours") {
  const config = join(home, name);
  const content = { source: tree, out, emit: ["types", "client"], handlers: false };
  writeFileSync(config, JSON.stringify(content));
  return config;
}

/** The configuration that hey-api is run with: types and a client into `hey-api`. */
export function heyApiSettings(home, input) {
  const file = join(home, "hey-api.config.mjs");
  const plugins = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"];
  const content = { input, output: join(home, "hey-api"), plugins, logs: { level: "error" } };
  writeFileSync(file, `export default ${JSON.stringify(content)};\n`);
  return file;
}

function sphinxRun({ tree, home, log }) {
  if (sphinxVersions() === undefined) return undefined;
  const folder = join(home, "sphinx");
  sphinxTree(tree, folder);
  const out = join(home, "sphinx-out");
  return measure(sphinxCommand(folder, out), {
    log,
    times: 1,
    before: () => rmSync(out, { recursive: true, force: true }),
  });
}

function stamps(folder) {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
      .map((path) => [path, statSync(path).mtimeMs]),
  );
}
