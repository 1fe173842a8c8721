import { onTestFinished } from "vitest";
import type { Arguments } from "../../../generator/cli/arguments.js";
import { readArguments } from "../../../generator/cli/arguments.js";
import { outputJobs } from "../../../generator/cli/jobs/jobs.js";
import { watchArguments } from "../../../generator/cli/watch/arguments.js";
import type { WatchEvent } from "../../../generator/cli/watch/events.js";
import { watchLoop } from "../../../generator/cli/watch/loop.js";

type Named<Name extends WatchEvent["event"]> = Extract<WatchEvent, { event: Name }>;

/** A watch that runs in this process, in the working folder, until the test is over. */
export interface Watching {
  /** Everything that was told, in its order. */
  readonly told: readonly WatchEvent[];
  /** The names of the services whose docs were read, in the order of the runs. */
  readonly runs: readonly string[];
  /** The next event of this kind that was not yet given. */
  next<Name extends WatchEvent["event"]>(name: Name): Promise<Named<Name>>;
  /** Ends it; resolves when it has ended. */
  stop(): Promise<void>;
}

/** Starts to watch what the command line names, and waits until it is ready. */
export async function watching(...words: readonly string[]): Promise<Watching> {
  const given: Arguments = readArguments(words, watchArguments);
  const stop = new AbortController();
  const told: WatchEvent[] = [];
  const runs: string[] = [];
  const seen = new Set<WatchEvent>();
  let wake: () => void = () => undefined;
  const config = words.length > 0 ? undefined : "restanza.config.ts";
  const ended = watchLoop({
    load: () => outputJobs(given, { fresh: true }),
    config,
    force: false,
    cache: undefined,
    stage: (job, stage) => stage === "reading" && runs.push(job.name),
    tell(event) {
      told.push(event);
      wake();
    },
    signal: stop.signal,
  });
  let isOver = false;
  void ended.finally(() => (isOver = true)).catch(() => undefined);
  const end = async (): Promise<void> => {
    stop.abort();
    await ended;
  };
  onTestFinished(end);
  const self: Watching = {
    told,
    runs,
    async next(name) {
      for (;;) {
        const found = told.find(
          (event): event is Named<typeof name> => event.event === name && !seen.has(event),
        );
        if (found !== undefined) {
          seen.add(found);
          return found;
        }
        if (isOver) throw new Error(`no ${name} was told of: ${JSON.stringify(told.slice(-1))}`);
        await Promise.race([new Promise<void>((done) => (wake = done)), ended]);
      }
    },
    stop: end,
  };
  await self.next("ready");
  return self;
}
