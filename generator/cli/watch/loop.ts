import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { type Burst, Bursts } from "./bursts.js";
import { checkoutsAround } from "./checkout.js";
import { DiskWatcher } from "./disk-watcher.js";
import type { WatchEvent } from "./events.js";
import { Session, type SessionSettings } from "./session.js";
import { foldersToWatch } from "./watched.js";

/** How long a file may be away while an editor puts another in its place. */
const replacing = 200;

/** What a loop is given. */
export interface LoopSettings extends Omit<SessionSettings, "settled"> {
  /** Ends the loop: between two runs, never in one. */
  readonly signal: AbortSignal;
  /** Whether the process stays alive for it, as it does unless given. */
  readonly keepsAlive?: boolean;
  /** Is called when everything was made once; changes are seen a moment later. */
  readonly begun?: () => void;
}

/**
 * Makes everything, and makes again what changes, until `signal` ends it. Rejects where the
 * configuration cannot be used at the start and no file can be mended, and where nothing can be
 * watched.
 */
export async function watchLoop({
  signal,
  keepsAlive = true,
  begun = () => undefined,
  ...settings
}: LoopSettings): Promise<void> {
  const queue = new Queue();
  let isBusy = (): boolean => false;
  const bursts = new Bursts(
    (burst) => queue.put(burst),
    () => isBusy(),
  );
  const settled = async (): Promise<boolean> => {
    await wait(replacing, undefined, { signal }).catch(() => undefined);
    return !bursts.isWaiting && !queue.isFull;
  };
  const session = new Session({ ...settings, settled });
  const disk = new DiskWatcher({
    keepsAlive,
    stirred: (name) => bursts.stir(name),
    seen: (path) => session.concerns(path) && bursts.add(path),
    failed: (error) => queue.fail(error),
  });
  const end = () => queue.end();
  signal.addEventListener("abort", end);
  try {
    await session.begin();
    begun();
    for (let isReady = false; !signal.aborted; isReady = true) {
      isBusy = await follow(session, disk);
      if (!isReady) settings.tell(readyOf(session));
      const burst = await queue.take();
      if (burst === undefined) break;
      if (session.lacks(burst.paths) && !(await settled())) queue.put(burst);
      else await session.change(burst);
    }
  } finally {
    signal.removeEventListener("abort", end);
    bursts.stop();
    await disk.close();
  }
}

/** Watches what the session wants by now, and makes up for what changed before it was watched. */
async function follow(session: Session, disk: DiskWatcher): Promise<() => boolean> {
  for (;;) {
    const all = session.watched;
    const listed = all.flatMap((each) => each.listed ?? []).filter((folder) => existsSync(folder));
    const folders = foldersToWatch(all);
    if (!(await disk.watch(folders, listed))) return checkoutsAround(folders);
    await session.catchUp();
  }
}

function readyOf(session: Session): WatchEvent {
  const files = new Set(session.watched.flatMap((each) => [...each.files]));
  return { event: "ready", services: session.jobs.map(({ name }) => name), files: files.size };
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
