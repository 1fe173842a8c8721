/** Milliseconds of rest after which a change counts as whole: an editor writes a file in a few. */
const rest = 10;
/** With more paths than this, somebody copies or checks out: there is more to come. */
const few = 4;
const longRest = 150;
/** However busy the disk is, after so long there is a run. */
const most = 5000;

/** The clock of a burst; a test has its own. */
export interface Clock {
  readonly now: () => number;
  /** Calls `then` after so many milliseconds; what it gives takes that back. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

export const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** What changed at once. */
export interface Burst {
  readonly paths: ReadonlySet<string>;
  /** When the first of it was seen, by the clock. */
  readonly since: number;
}

/**
 * Gathers changes that belong together: those of one save, of a checkout of hundreds of files, of a
 * tool that writes a folder. A burst ends when nothing came for a moment, which is longer the more
 * there is, and when `isBusy` knows of nobody who is about to write more.
 */
export class Bursts {
  readonly #whole: (burst: Burst) => void;
  readonly #isBusy: () => boolean;
  readonly #clock: Clock;
  #paths = new Set<string>();
  #stirred = new Set<string>();
  #since = 0;
  #wasBusy = false;
  #cancel: () => void = () => undefined;

  constructor(whole: (burst: Burst) => void, isBusy: () => boolean, time: Clock = clock) {
    this.#whole = whole;
    this.#isBusy = isBusy;
    this.#clock = time;
  }

  /** Whether changes wait. */
  get isWaiting(): boolean {
    return this.#paths.size > 0;
  }

  /** A change of a path that counts. */
  add(path: string): void {
    if (this.#paths.size === 0) this.#since = this.#clock.now();
    this.#paths.add(path);
    this.stir(path);
  }

  /** The system told of something at a path, which is not known to count yet: there may be more to come. */
  stir(path: string): void {
    this.#stirred.add(path);
    this.#wait();
  }

  /** Forgets what waits. */
  stop(): void {
    this.#cancel();
    this.#paths.clear();
    this.#stirred.clear();
  }

  #wait(quiet = this.#stirred.size > few ? longRest : rest): void {
    this.#cancel();
    const left = this.isWaiting ? this.#since + most - this.#clock.now() : quiet;
    this.#cancel = this.#clock.after(Math.max(0, Math.min(quiet, left)), () => this.#end());
  }

  #end(): void {
    if (!this.isWaiting) return this.#stirred.clear();
    const waited = this.#clock.now() - this.#since;
    const isBusy = this.#isBusy();
    if (waited < most && (isBusy || this.#wasBusy)) {
      // What was written last may not have been told of yet.
      this.#wasBusy = isBusy;
      return this.#wait(longRest);
    }
    this.#wasBusy = false;
    const paths = this.#paths;
    this.#paths = new Set();
    this.#stirred.clear();
    this.#whole({ paths, since: this.#since });
  }
}
