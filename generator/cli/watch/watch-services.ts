import { existsSync } from "node:fs";
import { configNames } from "../../config/load.js";
import type { Stage } from "../../pipeline/stages.js";
import type { Arguments } from "../arguments.js";
import { cacheFolder } from "../cache/folder.js";
import { exit, type ExitCode } from "../shell/failure.js";
import type { OutputJob } from "../jobs/job.js";
import { outputJobs } from "../jobs/jobs.js";
import { writePackage } from "../jobs/package.js";
import { paintFor, progress } from "../shell/terminal.js";
import type { WatchEvent } from "./events.js";
import { watchLoop } from "./loop.js";
import { tellerFor } from "./report.js";

/** The signals that end a watch. */
const signals = {
  SIGINT: exit.interrupted,
  SIGTERM: exit.terminated,
  SIGHUP: exit.hungUp,
} as const;

/** Watches what a command line names, until a signal ends it; the exit code is that of the signal. */
export async function watchServices(given: Arguments): Promise<ExitCode> {
  const stop = new AbortController();
  let code: ExitCode = exit.ok;
  const handlers = Object.entries(signals).map(([name, own]) => {
    const end = () => {
      code = own;
      stop.abort();
    };
    process.on(name, end);
    return () => process.off(name, end);
  });
  let count = 1;
  const waiting = progress();
  const teller = tellerFor({
    quiet: given.flag("quiet"),
    json: given.flag("json"),
    several: () => count > 1,
    paint: paintFor(process.stdout),
  });
  try {
    await watchLoop({
      load: async () => {
        const jobs = await outputJobs(given, { fresh: true });
        count = jobs.length;
        await writePackage(jobs, { force: given.flag("force") });
        return jobs;
      },
      config: configOf(given),
      force: given.flag("force"),
      cache: cacheFolder(given.flag("no-cache") ? ["--no-cache"] : []),
      stage: (job: OutputJob, stage: Stage) => waiting.say(`${job.name}: ${stage}`),
      tell(event: WatchEvent) {
        waiting.done();
        teller(event);
      },
      signal: stop.signal,
    });
  } finally {
    waiting.done();
    for (const off of handlers) off();
  }
  return code;
}

/** The configuration file that is read, where there is one. */
function configOf(given: Arguments): string | undefined {
  const named = given.text("config");
  if (named !== undefined) return existsSync(named) ? named : undefined;
  return given.positionals.length > 0 ? undefined : configNames.find((name) => existsSync(name));
}
