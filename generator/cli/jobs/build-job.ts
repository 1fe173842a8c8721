import type { Built } from "../../pipeline/build.js";
import { InputFailure } from "../../pipeline/input-failure.js";
import { progress } from "../shell/terminal.js";
import type { OutputJob } from "./job.js";

/**
 * Makes everything of one job of several, and writes nothing; on a terminal the stages are shown.
 * Throws what `build` throws, with the name of the service where there are others.
 */
export async function buildJob(job: OutputJob, jobs: readonly OutputJob[]): Promise<Built> {
  const { build } = await import("../../pipeline/build.js");
  const waiting = progress();
  try {
    return await build(job.source, job.settings, (stage) => waiting.say(`${job.name}: ${stage}`));
  } catch (error) {
    if (!(error instanceof InputFailure) || jobs.length === 1) throw error;
    throw new InputFailure(`${job.name}: ${error.message}`);
  } finally {
    waiting.done();
  }
}
