import { type ArgsDef, defineCommand } from "citty";
import { rootOf } from "../../pipeline/inputs.js";
import { stagesOf, type Tell } from "../../pipeline/stages.js";
import { version } from "../../version.js";
import { outputArguments, readArguments } from "../arguments.js";
import { exit } from "../failure.js";
import { hidePlaces } from "../hide-places.js";
import { depfileOf } from "../depfile.js";
import { applyChange, type HandlersChange, handlersChange, wantedStubs } from "../handlers.js";
import { type Job, outputJobs } from "../jobs.js";
import { Memories } from "../memory.js";
import { missingPackages } from "../packages.js";
import { findingsOf } from "../place.js";
import { summary, told } from "../summary.js";
import { paintFor, print, type Progress, progress } from "../terminal.js";

const args = {
  ...outputArguments,
  force: {
    type: "boolean",
    description: "Overwrite files of a planned name that restanza did not write",
  },
  depfile: {
    type: "string",
    valueHint: "FILE",
    description: "Write there which files openapi.json was made from, for Ninja and make",
  },
} as const satisfies ArgsDef;

/** Writes everything that is made of an API reference. Real docs have findings: they do not fail it. */
export default defineCommand({
  meta: {
    name: "generate",
    description: "Write the OpenAPI document, types, client and server of an API reference",
  },
  args,
  async run({ rawArgs }) {
    const given = readArguments(rawArgs, args);
    const paint = paintFor(process.stdout);
    const say = given.flag("quiet") ? () => undefined : print;
    const lint = lintCommand(given.positionals[0], given.text("config"));
    const force = given.flag("force");
    const depfile = depfileOf(given.text("depfile"));
    const memories = new Memories();
    const waiting = progress();
    const jobs = await outputJobs(given);
    for (const [index, job] of jobs.entries()) {
      const began = performance.now();
      const before = force ? undefined : memories.recall(job);
      if (before !== undefined) {
        let change: HandlersChange | undefined;
        if (before.isEdited) {
          change = await handlersChange(job, before.stubs);
          await applyChange(change);
          memories.remember(job, before);
        }
        depfile.add(job, { root: rootOf(job.source), ids: before.inputs.ids });
        say(summary(before.told, job.out, before.files, performance.now() - began, lint, paint));
        say(saidOf(change));
        say(needs(job));
        continue;
      }
      const [{ build }, { writeFiles }] = await Promise.all([
        import("../../pipeline/build.js"),
        import("../../output/write.js"),
      ]);
      const tell = tellOf(job, index, jobs.length, waiting);
      try {
        const built = await build(job.source, job.settings, tell);
        const stubs = await wantedStubs(job, built);
        const change = await handlersChange(job, stubs);
        tell("writing");
        const files = await writeFiles(job.out, built.files, { version: version(), force });
        await applyChange(change);
        waiting.done();
        const said = told(built, findingsOf(built));
        memories.remember(job, { inputs: built.inputs, files, told: said, stubs });
        depfile.add(job, { root: built.root, ids: built.inputs.ids });
        say(summary(said, job.out, files, performance.now() - began, lint, paint));
        say(saidOf(change));
        say(needs(job));
      } finally {
        waiting.done();
      }
    }
    depfile.write();
    return exit.ok;
  },
});

/** The command that shows the findings of this run at their places. */
function lintCommand(tree: string | undefined, config: string | undefined): string {
  const words = [tree, config === undefined ? undefined : `--config ${config}`];
  return hidePlaces(["restanza lint", ...words.filter((word) => word !== undefined)].join(" "));
}

/** Shows each stage of a job as it begins, with how many there are: `nova (2 of 10): client, 5 of 7`. */
function tellOf(job: Job, index: number, count: number, waiting: Progress): Tell {
  const stages = stagesOf(job.settings);
  const name = count > 1 ? `${job.name} (${index + 1} of ${count})` : job.name;
  return (stage) =>
    waiting.say(`${name}: ${stage}, ${stages.indexOf(stage) + 1} of ${stages.length}`);
}

/** What became of the handlers file, a line each. */
function saidOf(change: HandlersChange | undefined): string {
  return (change?.said ?? []).map((words) => `  ${words}\n`).join("");
}

/** What the output imports and its project lacks, with the command that installs it. */
function needs(job: Job & { out: string }): string {
  const missing = missingPackages(job.out, job.settings);
  return missing.length === 0
    ? ""
    : `  server/ needs beside it: npm install ${missing.join(" ")}\n`;
}
