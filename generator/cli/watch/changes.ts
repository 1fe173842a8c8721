import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { type Burst, Bursts } from "./bursts.js";
import { checkoutsAround } from "./checkout.js";
import { DiskWatcher } from "./disk-watcher.js";
import { foldersToWatch, type Watched } from "./watched.js";

/** How long a file may be away while an editor puts another in its place. */
const replacing = 200;

/** What changes are looked for. */
export interface Interest {
  /** Whether a change at this absolute path counts. */
  readonly concerns: (path: string) => boolean;
  /** Whether the process stays alive for it. */
  readonly keepsAlive: boolean;
  /** Ends it: what waits is not given any more. */
  readonly signal: AbortSignal;
}

/** Sees the changes of files, and gives those that belong together at once. */
export class Changes {
  readonly #queue = new Queue();
  readonly #bursts: Bursts;
  readonly #disk: DiskWatcher;
  readonly #signal: AbortSignal;
  readonly #end = (): void => this.#queue.end();
  #isBusy = (): boolean => false;

  constructor({ concerns, keepsAlive, signal }: Interest) {
    this.#bursts = new Bursts(
      (burst) => this.#queue.put(burst),
      () => this.#isBusy(),
    );
    this.#disk = new DiskWatcher({
      keepsAlive,
      stirred: (name) => this.#bursts.stir(name),
      seen: (path) => concerns(path) && this.#bursts.add(path),
      failed: (error) => this.#queue.fail(error),
    });
    this.#signal = signal;
    signal.addEventListener("abort", this.#end);
  }

  /**
   * Watches what is to be watched by now. Whether it began to watch anything: what changed before
   * was not seen.
   */
  async follow(watched: readonly Watched[]): Promise<boolean> {
    const listed = watched
      .flatMap((each) => each.listed ?? [])
      .filter((folder) => existsSync(folder));
    const folders = foldersToWatch(watched);
    const isNew = await this.#disk.watch(folders, listed);
    if (!isNew) this.#isBusy = checkoutsAround(folders);
    return isNew;
  }

  /** Waits whether more is written: `false` where something changed meanwhile. */
  async settled(): Promise<boolean> {
    await wait(replacing, undefined, { signal: this.#signal }).catch(() => undefined);
    return !this.#bursts.isWaiting && !this.#queue.isFull;
  }

  /** The next changes, when there are some; `undefined` at the end. Rejects where nothing can be watched. */
  next(): Promise<Burst | undefined> {
    return this.#queue.take();
  }

  /** Has these come again, with those that came meanwhile. */
  putBack(burst: Burst): void {
    this.#queue.put(burst);
  }

  async close(): Promise<void> {
    this.#signal.removeEventListener("abort", this.#end);
    this.#bursts.stop();
    await this.#disk.close();
  }
}

/** Bursts that wait for their run; what comes meanwhile joins the one that waits. */
class Queue {
  #waiting: Burst | undefined;
  #isOver = false;
  #error: Error | undefined;
  #wake: () => void = () => undefined;

  get isFull(): boolean {
    return this.#waiting !== undefined;
  }

  put(burst: Burst): void {
    const before = this.#waiting;
    this.#waiting =
      before === undefined
        ? burst
        : {
            paths: new Set([...before.paths, ...burst.paths]),
            since: Math.min(before.since, burst.since),
          };
    this.#wake();
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  fail(error: Error): void {
    this.#error ??= error;
    this.#wake();
  }

  /** The next burst, when there is one; `undefined` at the end. */
  async take(): Promise<Burst | undefined> {
    while (this.#waiting === undefined && !this.#isOver && this.#error === undefined)
      await new Promise<void>((done) => (this.#wake = done));
    if (this.#error !== undefined) throw this.#error;
    const burst = this.#isOver ? undefined : this.#waiting;
    this.#waiting = undefined;
    return burst;
  }
}
