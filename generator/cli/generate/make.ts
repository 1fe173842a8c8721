import type { Tell } from "../../pipeline/stages.js";
import { version } from "../../version.js";
import type { Read } from "../jobs/files-of.js";
import { applyChange, handlersChange, wantedStubs } from "../jobs/handlers.js";
import type { OutputJob } from "../jobs/job.js";
import type { Memories } from "../jobs/memory.js";
import { type Missing, missingIn } from "../jobs/packages.js";
import { findingsOf } from "../findings/place.js";
import { type Told, told } from "../findings/summary.js";
import { type Weights, weightsOf, weightsTold } from "./weighing.js";
import type { Written } from "../../output/write.js";

/** What came of one job: plain data, since it may come from another process. */
export interface Made extends Missing {
  readonly told: Told;
  readonly files: Written;
  /** What became of the handlers file, a sentence each. */
  readonly handlers: readonly string[];
  readonly read: Read;
  readonly milliseconds: number;
  readonly weights: Weights;
}

/** Makes everything of one API reference and writes it. Throws in words for people. */
export async function make(
  job: OutputJob,
  {
    force,
    memories,
    tell,
    weighs,
  }: { force: boolean; memories: Memories; tell: Tell; weighs: boolean },
): Promise<Made> {
  const began = performance.now();
  const [{ engineFor, keepStages }, { writeFiles }] = await Promise.all([
    import("../cache/stages.js"),
    import("../../output/write.js"),
  ]);
  const engine = engineFor(memories.folder, job);
  const built = await engine.build(job.source, job.settings, { tell });
  const stubs = await wantedStubs(job, built);
  const change = await handlersChange(job, stubs);
  tell("writing");
  const files = await writeFiles(job.out, built.files, {
    version: version(),
    force,
    flags: job.flags,
  });
  await applyChange(change);
  const found = findingsOf(built);
  const said = told(built, found);
  keepStages(memories.folder, job, engine, built.reused);
  memories.remember(job, { inputs: built.inputs, files, told: said, stubs });
  return {
    told: said,
    files,
    handlers: change?.said ?? [],
    ...(await missingIn(job.out, job.settings)),
    read: { root: built.root, ids: built.inputs.ids },
    milliseconds: performance.now() - began,
    weights: weightsOf(found, built, weighs ? job.baseline : undefined),
  };
}

/** What there is to say of a job that has nothing to do; `undefined` when it has. */
export async function recall(job: OutputJob, memories: Memories): Promise<Made | undefined> {
  const began = performance.now();
  const before = memories.recall(job);
  if (before === undefined) return undefined;
  const change = before.isEdited ? await handlersChange(job, before.stubs) : undefined;
  await applyChange(change);
  if (before.isEdited) memories.remember(job, before);
  const { rootOf } = await import("../../pipeline/inputs.js");
  return {
    told: before.told,
    files: before.files,
    handlers: change?.said ?? [],
    ...(await missingIn(job.out, job.settings)),
    read: { root: rootOf(job.source), ids: before.inputs.ids },
    milliseconds: performance.now() - began,
    weights: weightsTold(before.told),
  };
}
