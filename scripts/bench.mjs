#!/usr/bin/env node
// bench.mjs: what restanza costs, beside what others cost on the same document and in the same run.
// Prints Markdown tables. Read ratios: nothing is asserted.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { client } from "./bench/client.mjs";
import { compiled } from "./bench/compiled.mjs";
import { diff } from "./bench/diff.mjs";
import { generation } from "./bench/generation.mjs";
import { growth } from "./bench/growth.mjs";
import { pages } from "./bench/pages.mjs";
import { peers } from "./bench/peers.mjs";
import { server } from "./bench/server.mjs";
import { site } from "./bench/site.mjs";
import { sphinxVersions } from "./bench/sphinx.mjs";
import { tools, viewers, watchers } from "./bench/tools.mjs";
import { canMeasure } from "./bench/usage.mjs";
import { watch } from "./bench/watch.mjs";
import { where } from "./bench/where.mjs";
import { readOptions } from "./options.mjs";

const usage = `bench.mjs [options]
  --service NAME  the corpus that is generated from (default: nova)
  --shared DIR    where corpora are (default: ../shared)
  --tools DIR     where other tools are installed (default: kept in the temporary folder)
  --before DIR    a checkout of an earlier commit, built: its cold runs stand beside today's
  --times N       runs of each command, of which the least counts (default: 3)
  --no-sphinx     leave Sphinx out
  --only WORDS    some of generation, growth, users, profile, watch, peers, site, pages, diff,
                  client, server; with one of the first four always generation`;

const repository = fileURLToPath(new URL("..", import.meta.url));

const values = readOptions(usage, {
  service: { type: "string", default: "nova" },
  shared: { type: "string", default: join(repository, "..", "shared") },
  tools: { type: "string", default: join(tmpdir(), "restanza-bench-tools") },
  before: { type: "string" },
  times: { type: "string", default: "3" },
  "no-sphinx": { type: "boolean", default: false },
  only: {
    type: "string",
    default: "generation,growth,users,profile,watch,peers,site,pages,diff,client,server",
  },
});
const openapiTypescript = join(repository, "node_modules", "openapi-typescript", "bin", "cli.js");
const home = mkdtempSync(join(tmpdir(), "restanza-bench-"));
try {
  process.exitCode = await main();
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function main() {
  const parts = values.only.split(",");
  if (parts.includes("server")) await server({ home });
  if (parts.every((part) => part === "server")) return 0;
  const isAlone = parts.every((part) =>
    ["server", "watch", "peers", "site", "pages", "diff", "client"].includes(part),
  );
  const setting = {
    service: values.service,
    tree: join(resolve(values.shared), "corpora", values.service),
    home,
    log: join(home, "log"),
    runs: Number(values.times),
    sphinx: !values["no-sphinx"],
    ...(values.before && { before: join(resolve(values.before), "dist", "cli.js") }),
  };
  if (!existsSync(setting.tree)) {
    console.log(`skipped: no ${values.service} at ${join(values.shared, "corpora")}`);
    return 0;
  }
  if (!canMeasure()) {
    console.log("skipped: python3 is needed, which knows what a process used");
    return 0;
  }
  if (isAlone) {
    await beside(built(), setting, parts);
    return 0;
  }
  // A project: only there does restanza remember its last run.
  mkdirSync(join(home, "node_modules"));
  const others = tools(resolve(values.tools));
  const cli = built();
  heading(others);
  const made = generation(cli, { ...others, openapiTypescript }, setting);
  if (parts.includes("growth")) growth(cli, setting);
  if (parts.includes("users")) await compiled(made, others, setting);
  if (parts.includes("profile")) where(cli, setting);
  await beside(cli, setting, parts);
  return 0;
}

/** The parts that need nothing of a cold generation. */
async function beside(cli, setting, parts) {
  const home = resolve(values.tools);
  if (parts.includes("watch")) await watch(cli, setting);
  if (parts.includes("peers")) await peers(cli, watchers(home), setting);
  if (parts.includes("site")) await site(cli, setting);
  if (parts.includes("pages")) await pages(cli, viewers(home), setting);
  if (parts.includes("diff")) diff(cli, setting);
  if (parts.includes("client")) await client(cli, { ...tools(home), openapiTypescript }, setting);
}

/** A copy of what restanza runs from: nobody's build disturbs a run of minutes. */
function built() {
  spawnSync(process.execPath, [join(repository, "scripts", "build.mjs")], { stdio: "inherit" });
  const copy = join(home, "program");
  for (const name of ["dist", "templates", "package.json"]) {
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"));
  return join(copy, "dist", "cli.js");
}

function heading({ versions }) {
  const own = join(repository, "node_modules", "openapi-typescript", "package.json");
  const all = {
    Node: process.version.slice(1),
    ...versions,
    "openapi-typescript": JSON.parse(readFileSync(own, "utf8")).version,
    ...(values["no-sphinx"] ? {} : sphinxVersions()),
  };
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? "?"}; the least of ${values.times} runs, CPU of all processes of a command.`,
  );
  const said = Object.entries(all).map(([name, version]) => `${name} ${version}`);
  console.log(said.join(", "));
}
