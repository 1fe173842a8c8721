import { defineCommand } from "citty";
import { stagesOf } from "../../pipeline/stages.js";
import { type Arguments, readArguments } from "../arguments.js";
import { rememberCommand } from "../cache/command-record.js";
import { cacheFolder } from "../cache/folder.js";
import { depfileOf } from "../jobs/depfile.js";
import { exit, type ExitCode, UsageError } from "../shell/failure.js";
import { generateArguments as args } from "../generate/arguments.js";
import { type Making, outcomesOf } from "../generate/outcomes.js";
import { lintCommand } from "../generate/lint-command.js";
import { reportFor } from "../generate/report.js";
import { weighsTooMuch } from "../generate/weighing.js";
import type { OutputJob } from "../jobs/job.js";
import { outputJobs } from "../jobs/jobs.js";
import { Memories } from "../jobs/memory.js";
import { packageOf, writePackage } from "../jobs/package.js";
import { type Progress, progress } from "../shell/terminal.js";

/** Writes everything that is made of an API reference. Real docs have findings: they do not fail it. */
export default defineCommand({
  meta: {
    name: "generate",
    description: "Write the OpenAPI document, types, client and server of an API reference",
  },
  args,
  async run({ rawArgs }) {
    const given = readArguments(rawArgs, args);
    if (given.flag("watch")) return watchInstead(given);
    const failOn = given.text("fail-on");
    const atOnce = atOnceOf(given.text("jobs"));
    const jobs = await outputJobs(given);
    const audience = {
      quiet: given.flag("quiet"),
      json: given.flag("json"),
      several: jobs.length > 1,
      lint: lintCommand(given.positionals[0], given.text("config")),
    };
    const report = reportFor(audience);
    const folder = cacheFolder(rawArgs);
    const depfile = depfileOf(given.text("depfile"));
    const waiting = progress();
    const making = {
      words: rawArgs,
      force: given.flag("force"),
      memories: new Memories(folder),
      atOnce,
      tell: tellOf(jobs, waiting),
      weighs: failOn !== undefined,
    };
    let code: ExitCode = exit.ok;
    try {
      for await (const [job, outcome] of outcomesOf(jobs, making)) {
        waiting.done();
        if (outcome.kind === "made") {
          depfile.add(job, outcome.made.read);
          report.made(job, outcome.made);
          const problem = weighsTooMuch(outcome.made.weights, failOn);
          if (problem === undefined) continue;
          code ||= exit.findings;
          report.weighed(job, problem);
        } else {
          code ||= outcome.failed.code;
          report.failed(job, outcome.failed);
        }
      }
    } finally {
      waiting.done();
    }
    if (code === exit.ok || code === exit.findings) {
      const packed = await writePackage(jobs, making);
      if (packed !== undefined) report.packed(packed);
    }
    report.end();
    if (code !== exit.ok) return code;
    depfile.write();
    // What stands beside the services of a package, only a whole run looks after.
    if (folder !== undefined && packageOf(jobs) === undefined)
      rememberCommand(folder, process.argv.slice(2), { jobs, audience });
    return code;
  },
});

async function watchInstead(given: Arguments): Promise<ExitCode> {
  for (const name of ["depfile", "fail-on", "jobs"])
    if (given.flag(name))
      throw new UsageError(`--${name} is about a single run: --watch does not go with it.`);
  const { watchServices } = await import("../watch/watch-services.js");
  return watchServices(given);
}

function atOnceOf(said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(said)) return Number(said);
  throw new UsageError(`--jobs takes a number of services, such as 2, not "${said}".`);
}

/** Shows each stage of a job as it begins, with how many there are: `nova (2 of 10): client, 5 of 7`. */
function tellOf(jobs: readonly OutputJob[], waiting: Progress): Making["tell"] {
  const count = jobs.length;
  return (job, stage) => {
    const stages = stagesOf(job.settings);
    const name = count > 1 ? `${job.name} (${jobs.indexOf(job) + 1} of ${count})` : job.name;
    waiting.say(`${name}: ${stage}, ${stages.indexOf(stage) + 1} of ${stages.length}`);
  };
}
