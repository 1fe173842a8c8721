import { defineCommand } from "citty";
import { plural } from "../../diagnostics/report/finding.js";
import type { Stale } from "../../output/check.js";
import { outputArguments } from "../arguments.js";
import { ownCall } from "../shell/call.js";
import { exit } from "../shell/failure.js";
import { buildJob } from "../jobs/build-job.js";
import { readWithKept, wordsAgain } from "../jobs/flags.js";
import { handlersChange, wantedStubs } from "../jobs/handlers.js";
import { outputJobs } from "../jobs/jobs.js";
import { packageOf, stalePackage } from "../jobs/package.js";
import { staleApi } from "../stale-api.js";
import { print } from "../shell/terminal.js";

const reasons: Readonly<Record<Stale["why"], string>> = {
  missing: "missing",
  changed: "changed",
  leftover: "no longer made from the docs",
  stray: "of another run, and in no manifest: remove it",
  "not-ours": "there, but not written by restanza",
  interrupted: "a run was interrupted while it wrote",
  manifest: "out of date",
};

/** Says which files of the output are not what the docs give now. */
export default defineCommand({
  meta: { name: "check", description: "Say what of the output is stale; exit 1 if anything is" },
  args: outputArguments,
  async run({ rawArgs }) {
    const given = readWithKept(rawArgs, outputArguments);
    const { staleFiles } = await import("../../output/check.js");
    const say = given.flag("quiet") ? () => undefined : print;
    let count = 0;
    let strays = 0;
    const jobs = await outputJobs(given);
    for (const job of jobs) {
      const built = await buildJob(job, jobs);
      const stale = staleFiles(job.out, built.files);
      for (const { path, why } of stale) {
        say(`${path === "." ? job.out : `${job.out}/${path}`}: ${reasons[why]}`);
      }
      const change = await handlersChange(job, await wantedStubs(job, built));
      if (change !== undefined) {
        say(
          change.problem ??
            `${change.file}: ${change.before === undefined ? "missing" : "behind the docs"}`,
        );
      }
      strays += stale.filter(({ why }) => why === "stray").length;
      count += stale.length + (change === undefined ? 0 : 1);
      if (stale.some(({ path, why }) => path === "openapi.json" && why === "changed")) {
        const words = await staleApi(job.name, job.out, built.files);
        if (words !== undefined) say(`\n${words}\n`);
      }
    }
    const beside = await stalePackage(jobs);
    for (const { path, why } of beside) say(`${packageOf(jobs)?.out}/${path}: ${reasons[why]}`);
    count += beside.length;
    if (count === 0) {
      say("Everything is up to date.");
      return exit.ok;
    }
    // Nothing that a run would write: it leaves what no manifest names.
    if (count === strays) {
      say(`${plural(strays, "file")} to remove, all else is up to date.`);
      return exit.findings;
    }
    say(`${plural(count, "file")} stale: run ${ownCall()} generate${wordsAgain(given)}`);
    return exit.findings;
  },
});
