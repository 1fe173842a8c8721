import type { Stage } from "../../pipeline/stages.js";
import { explainFailure } from "../shell/failure.js";
import type { OutputJob } from "../jobs/job.js";
import type { Memories } from "../jobs/memory.js";
import { make, recall } from "./make.js";
import type { Outcome } from "./messages.js";
import { makeSideBySide, processesFor } from "./side-by-side.js";

/** How jobs are made. */
export interface Making {
  readonly words: readonly string[];
  readonly force: boolean;
  readonly memories: Memories;
  /** How many at a time; as many as there are cores unless given. */
  readonly atOnce: number | undefined;
  readonly tell: (job: OutputJob, stage: Stage) => void;
  /** Whether findings are weighed: what a baseline knows of them is not remembered. */
  readonly weighs: boolean;
}

/**
 * What comes of each job, in their order: what has nothing to do at once, all else side by side. A
 * job that fails hinders no other.
 */
export async function* outcomesOf(
  jobs: readonly OutputJob[],
  { words, force, memories, atOnce, tell, weighs }: Making,
): AsyncGenerator<readonly [OutputJob, Outcome]> {
  const recalled = new Map<number, Outcome>();
  if (!force) {
    for (const [index, job] of jobs.entries()) {
      if (weighs && job.baseline !== undefined) continue;
      const outcome = await outcomeOf(() => recall(job, memories));
      if (outcome !== undefined) recalled.set(index, outcome);
    }
  }
  const wanted = [...jobs.keys()].filter((index) => !recalled.has(index));
  const processes = processesFor(wanted.length, atOnce);
  const others =
    processes > 1
      ? makeSideBySide({
          words,
          wanted,
          processes,
          tell(index, stage) {
            const job = jobs[index];
            if (job !== undefined) tell(job, stage);
          },
        })
      : undefined;
  for (const [index, job] of jobs.entries()) {
    const outcome =
      recalled.get(index) ??
      (await others?.get(index)) ??
      (await outcomeOf(() =>
        make(job, { force, memories, weighs, tell: (stage) => tell(job, stage) }),
      ));
    if (outcome !== undefined) yield [job, outcome];
  }
}

async function outcomeOf(
  work: () => Promise<Extract<Outcome, { kind: "made" }>["made"] | undefined>,
): Promise<Outcome | undefined> {
  try {
    const made = await work();
    return made && { kind: "made", made };
  } catch (error) {
    return { kind: "failed", failed: explainFailure(error) };
  }
}
