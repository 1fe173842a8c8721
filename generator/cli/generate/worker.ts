/**
 * A process that makes services, one after the other, for a run of many. It is started by that run,
 * and ends with it.
 */
import { readArguments } from "../arguments.js";
import { cacheFolder } from "../cache/folder.js";
import type { Stage } from "../../pipeline/stages.js";
import { compileLate } from "../shell/compile-late.js";
import { explainFailure } from "../shell/failure.js";
import type { OutputJob } from "../jobs/job.js";
import { outputJobs } from "../jobs/jobs.js";
import { Memories } from "../jobs/memory.js";
import { generateArguments } from "./arguments.js";
import { make } from "./make.js";
import type { Answer, Order, Outcome } from "./messages.js";

compileLate();

let memories: Memories | undefined;
let jobs: Promise<readonly OutputJob[]> | undefined;

process.on("disconnect", () => process.exit());
process.on("message", (order: Order) => void work(order));

async function work({ words, index }: Order): Promise<void> {
  answer({ index, outcome: await outcomeOf(words, index) });
}

async function outcomeOf(words: readonly string[], index: number): Promise<Outcome> {
  try {
    const given = readArguments(words, generateArguments);
    jobs ??= outputJobs(given);
    const job = (await jobs)[index];
    if (job === undefined) throw new Error(`there is no job ${index}`);
    memories ??= new Memories(cacheFolder(words));
    const force = given.flag("force");
    const weighs = given.text("fail-on") !== undefined;
    const tell = (stage: Stage): void => answer({ index, stage });
    const made = await make(job, { force, memories, weighs, tell });
    return { kind: "made", made };
  } catch (error) {
    return { kind: "failed", failed: explainFailure(error) };
  }
}

function answer(words: Answer): void {
  process.send?.(words);
}
