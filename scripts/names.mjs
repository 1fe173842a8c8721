// npm run names: generates types from every api-ref of ../shared/corpora and prints, beside the
// figures of an earlier version (test/corpora/names.json), how its types are named. Exit 1 when a
// field is typed by another operation's item, a name hides a global, a name doubles words, or an
// answer stands apart from its resource and no finding says so.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readOptions } from "./options.mjs";

const usage = `names.mjs [options]
  --only nova,cinder   these services (default: all)
  --list KIND          the names behind a figure: doubled, repeated, strangers, long, globals, derived, apart,
                         untold, misfits
  --outputs DIR        measure DIR/NAME/{openapi.json,types.ts,findings.json} instead of generating
  --before DIR         such outputs of an earlier version: the list of what was renamed needs them
  --write              docs/renamed.md, and with --before its figures in test/corpora/names.json`;

const repository = fileURLToPath(new URL("..", import.meta.url));
const corpora = join(repository, "..", "shared", "corpora");
const earlier = join(repository, "test", "corpora", "names.json");

register("./dev-loader.mjs", import.meta.url);
const { figures, measure } = await import("./names/measure.mjs");
const { table, renamedPage } = await import("./names/page.mjs");
const { services } = await import("./corpus/measure.mjs");

const values = readOptions(usage, {
  only: { type: "string" },
  list: { type: "string" },
  outputs: { type: "string" },
  before: { type: "string" },
  write: { type: "boolean", default: false },
});
if (!existsSync(corpora)) {
  console.log("names is skipped: ../shared/corpora is not there.");
  process.exit(0);
}
const asked = values.only?.split(",") ?? services(join(repository, "..", "shared"));
const home = values.outputs ? resolve(values.outputs) : mkdtempSync(join(tmpdir(), "names-"));
const now = new Map();
for (const service of asked) {
  if (values.outputs === undefined) generate(service, join(home, service));
  now.set(service, measure(join(home, service)));
}
if (values.outputs === undefined) rmSync(home, { recursive: true, force: true });

const was =
  values.before && new Map(asked.map((one) => [one, measure(join(resolve(values.before), one))]));
const known = JSON.parse(readFileSync(earlier, "utf8"));
const before = was
  ? Object.fromEntries([...was].map(([one, { counts }]) => [one, counts]))
  : known.counts;
console.log(table(asked, figures, before, now).join("\n"));
if (values.list !== undefined)
  for (const [service, { found }] of now)
    for (const words of found[values.list] ?? []) console.log(`${service}: ${words}`);
if (values.write) {
  if (was)
    writeFileSync(
      earlier,
      `${JSON.stringify({ commit: known.commit, counts: before }, undefined, 2)}\n`,
    );
  const page = join(repository, "docs", "renamed.md");
  const text = existsSync(page) ? readFileSync(page, "utf8") : "";
  writeFileSync(page, renamedPage(text, table(asked, figures, before, now), was, now));
}
const wrong = [...now.values()].flatMap(({ found }) => [
  ...found.doubled,
  ...found.strangers,
  ...found.globals,
  ...(found.untold ?? []),
]);
process.exitCode = wrong.length > 0 ? 1 : 0;

function generate(service, out) {
  const tree = join(corpora, service);
  run(service, ["generate", tree, "--out", out, "--emit", "types"]);
  const found = run(service, ["lint", tree, "--severity", "info", "--format", "json"], [0, 1]);
  writeFileSync(join(out, "findings.json"), found);
}

function run(service, words, fine = [0]) {
  const { status, stdout, stderr } = spawnSync(
    "node",
    [join(repository, "scripts", "dev.mjs"), ...words],
    { cwd: repository, encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (fine.includes(status)) return stdout;
  console.error(`${service}: ${stderr.trim().split("\n").at(-1)}`);
  process.exit(3);
}
