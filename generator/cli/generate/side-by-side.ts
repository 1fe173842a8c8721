import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Stage } from "../../pipeline/stages.js";
import { exit } from "../shell/failure.js";
import type { Answer, Order, Outcome } from "./messages.js";

/** What a run in several processes is asked for. */
export interface SideBySide {
  /** The words behind `generate`: each process reads its jobs from them. */
  readonly words: readonly string[];
  /** The places, among the jobs of the command line, of those that are to be made. */
  readonly wanted: readonly number[];
  readonly processes: number;
  readonly tell: (index: number, stage: Stage) => void;
}

/** How many processes pay for so many jobs; 1 means this one. */
export function processesFor(count: number, most: number = availableParallelism()): number {
  // From sources, as tests run it, there is no program to start.
  return workerFile() === undefined ? 1 : Math.max(1, Math.min(count, most));
}

/**
 * Makes jobs in processes of their own, which take one after the other: one process would leave
 * cores idle, and one for each job would load the program that often. Gives, by the place of the
 * job, what comes of it; none of them rejects.
 */
export function makeSideBySide({
  words,
  wanted,
  processes,
  tell,
}: SideBySide): ReadonlyMap<number, Promise<Outcome>> {
  const waiting = [...wanted];
  const settle = new Map<number, (outcome: Outcome) => void>();
  const outcomes = new Map(
    wanted.map((index) => [index, new Promise<Outcome>((done) => settle.set(index, done))]),
  );
  const end = (index: number, outcome: Outcome): void => settle.get(index)?.(outcome);
  const start = (): void => {
    let current = waiting.shift();
    if (current === undefined) return;
    const child = fork(workerFile() ?? "", { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const next = (): void => {
      if (current === undefined) child.disconnect();
      else send(child, { words, index: current });
    };
    child.on("message", (answer: Answer) => {
      if ("stage" in answer) return tell(answer.index, answer.stage);
      end(answer.index, answer.outcome);
      current = waiting.shift();
      next();
    });
    const broken = (why: string): void => {
      if (current === undefined) return;
      end(current, { kind: "failed", failed: { message: diedWords(why), code: exit.unusable } });
      current = undefined;
      start();
    };
    child.on("error", (error) => broken(error.message));
    child.on("exit", (code, signal) => broken(signal ?? `exit code ${code}`));
    next();
  };
  for (let count = 0; count < processes; count += 1) start();
  return outcomes;
}

/** A process that is gone tells so itself, by its exit. */
function send(child: ChildProcess, order: Order): void {
  child.send(order, () => undefined);
}

function diedWords(why: string): string {
  return `the process that made it ended (${why}). If memory is short, --jobs 1 makes one service at a time.`;
}

function workerFile(): string | undefined {
  if (import.meta.url.endsWith(".ts")) return undefined;
  const file = fileURLToPath(new URL("worker.js", import.meta.url));
  return existsSync(file) ? file : undefined;
}
