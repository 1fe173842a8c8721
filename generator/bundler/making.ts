import { existsSync } from "node:fs";
import type { WatchEvent } from "../cli/watch/events.js";
import { watchLoop } from "../cli/watch/loop.js";
import { tellerFor } from "../cli/watch/report.js";
import { Session, type SessionSettings } from "../cli/watch/session.js";
import { configNames } from "../config/load.js";
import { cacheFolder } from "../cli/cache/folder.js";
import { outputJobs } from "../cli/jobs/jobs.js";
import { writePackage } from "../cli/jobs/package.js";
import { UsageError } from "../cli/shell/failure.js";
import { plain } from "../diagnostics/report/pretty.js";
import { argumentsOf } from "./command-line.js";
import type { Options } from "./options.js";
import { Problems } from "./problems.js";

/** Where words for people go. */
export interface Terminal {
  readonly say: (words: string) => void;
  readonly complain: (words: string) => void;
}

/** Makes the services of a configuration while a bundler runs. */
export class Making {
  readonly problems = new Problems();
  /** Where lines for people go: a bundler may have a logger of its own. */
  terminal: Terminal = {
    say: (words) => console.log(words),
    complain: (words) => console.error(words),
  };
  /** Is told after every event. */
  told: (event: WatchEvent) => void = () => undefined;
  readonly #options: Options;
  #session: Session | undefined;
  #loop: { readonly stop: AbortController; readonly ready: Promise<void> } | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Makes what is not made of what is there by now. */
  async step(): Promise<void> {
    if (this.#session !== undefined) return this.#session.catchUp();
    const settled = () => Promise.resolve(true);
    const session = new Session({ ...this.#settings(), settled });
    await session.begin();
    this.#session = session;
  }

  /** Every file whose change asks for another step, also such as are not there. */
  get files(): readonly string[] {
    return (this.#session?.watched ?? []).flatMap(({ files }) => [...files]);
  }

  /** Makes everything, and goes on to make what changes, until `stop`; resolves after the first time. */
  async watch(): Promise<void> {
    this.#loop ??= this.#begin();
    await this.#loop.ready;
  }

  stop(): void {
    this.#loop?.stop.abort();
    this.#loop = undefined;
  }

  #begin() {
    const stop = new AbortController();
    const settings = this.#settings();
    const ready = new Promise<void>((done, failed) => {
      const { signal } = stop;
      watchLoop({ ...settings, signal, keepsAlive: false, begun: done }).then(done, failed);
    });
    return { stop, ready };
  }

  #settings(): Omit<SessionSettings, "settled"> {
    const given = argumentsOf(this.#options);
    const named = this.#options.config ?? configNames.find((name) => existsSync(name));
    if (named === undefined) {
      throw new UsageError(
        "There is no restanza.config.ts in the working folder: write one (npx restanza init), or name it as `config` of the plugin.",
      );
    }
    let count = 1;
    const teller = tellerFor({
      quiet: false,
      json: false,
      several: () => count > 1,
      paint: plain,
      waits: () => this.#loop !== undefined,
      say: (words) => this.terminal.say(`restanza: ${words}`),
      complain: (words) => this.terminal.complain(words),
    });
    return {
      load: async () => {
        const jobs = await outputJobs(given, { fresh: true });
        count = jobs.length;
        await writePackage(jobs, { force: false });
        return jobs;
      },
      config: existsSync(named) ? named : undefined,
      force: false,
      cache: cacheFolder(),
      stage: () => undefined,
      tell: (event) => {
        this.problems.take(event);
        if (event.event !== "ready") teller(event);
        this.told(event);
      },
    };
  }
}
