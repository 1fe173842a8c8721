// What `diff` of two trees costs beside full runs of an earlier commit: knowing nothing, with what
// was kept of both sides, and with one side edited since.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { editor } from "./edits.mjs";
import { megabytes, seconds, table, times } from "./table.mjs";
import { measure } from "./usage.mjs";

/** Prints the table. Without an earlier commit (`before`), runs of today's stand in its place. */
export function diff(cli, { service, tree, home, log, runs, before }) {
  console.log(`\n## Diff\n`);
  const cwd = join(home, "diff");
  mkdirSync(join(cwd, "node_modules"), { recursive: true });
  for (const side of ["old", "new"]) cpSync(tree, join(cwd, side), { recursive: true });
  const run = (words, prepare, mayFail = false) =>
    measure([process.execPath, ...words], { log, cwd, times: runs, before: prepare, mayFail });
  const full = run([before ?? cli, "generate", "old", "--out", "out"], () => {
    for (const name of ["out", "node_modules/.cache"])
      rmSync(join(cwd, name), { recursive: true, force: true });
  });
  const edit = editor(join(cwd, "new", "api-ref", "source"));
  // Of a lost operation the exit code is 3: it costs no less.
  const compare = (prepare, ...more) => run([cli, "diff", "old", "new", ...more], prepare, true);
  edit.words();
  const cold = compare(undefined, "--no-cache");
  compare();
  const kept = compare();
  const words = compare(edit.words);
  const rows = compare(edit.rows);
  table(
    [
      "what",
      "CPU",
      "peak memory",
      `two full runs of ${before ? "the earlier commit" : "today's"} = 1`,
    ],
    [
      [`one full run of ${service}`, full],
      ["diff, nothing kept", cold],
      ["diff, both sides kept", kept],
      ["diff, the words of a chapter changed since", words],
      ["diff, the rows of a chapter changed since", rows],
    ].map(([name, used]) => [
      name,
      seconds(used.cpu),
      megabytes(used.bytes),
      times(used.cpu / (2 * full.cpu)),
    ]),
  );
}
