import { deserialize, serialize } from "node:v8";
import { Engine, type Reuse } from "../../pipeline/engine.js";
import type { PipelineMemory } from "../../pipeline/memory.js";
import type { OutputJob } from "../jobs/job.js";
import { cacheFile, type CacheFolder } from "./folder.js";
import { prune } from "./prune.js";
import { readSealed, writeSealed } from "./sealed.js";

/** An engine that knows what the last run of a job left, whatever the settings of that were. */
export function engineFor(folder: CacheFolder | undefined, job: OutputJob): Engine {
  const bytes = folder && readSealed(placeOf(folder, job));
  if (bytes === undefined) return new Engine();
  try {
    // What has its seal was written by this very program, and this very Node.
    return new Engine(deserialize(bytes) as PipelineMemory);
  } catch {
    return new Engine();
  }
}

/**
 * Leaves what an engine knows for the next run. Not where next to nothing is new: to make that again
 * costs less than to write all, and what was left before serves as well.
 */
export function keepStages(
  folder: CacheFolder | undefined,
  job: OutputJob,
  engine: Engine,
  reused: Reuse,
): void {
  const isNew = [reused.operations, reused.bodies, reused.texts].some(
    ({ kept, made }) => made > worthwhile * (kept + made),
  );
  if (folder === undefined || !isNew) return;
  try {
    writeSealed(placeOf(folder, job), serialize(engine.memory()));
    prune(folder);
  } catch {
    // Without it the next run works as this one did.
  }
}

/** The share of a run that has to be new to be kept. */
const worthwhile = 0.1;

function placeOf(folder: CacheFolder, { name, source, out }: OutputJob) {
  return cacheFile(folder, "stages", [name, source, out]);
}
