import { statSync } from "node:fs";
import { resolve } from "node:path";
import { Engine } from "../../pipeline/engine.js";
import type { Job } from "../jobs/job.js";
import type { Watched } from "../watch/watched.js";
import { type SiteFiles, siteFiles } from "./site-files.js";

/** Reads the configuration and the command line as they are now; throws where they cannot be used. */
export type LoadJobs = () => Promise<readonly Job[]>;

/** The sites of some jobs, made again and again: what earlier runs know is taken over. */
export class Sites {
  readonly #load: LoadJobs;
  #jobs: readonly Job[];
  #engines: ReadonlyMap<Job, Engine> = new Map();
  #watched: readonly Watched[] = [];

  constructor(jobs: readonly Job[], load: LoadJobs) {
    this.#jobs = jobs;
    this.#load = load;
  }

  /** What the sites are made of, as far as the last run that came to its end has told. */
  get watched(): readonly Watched[] {
    return this.#watched;
  }

  /** Makes them of what is there now. Throws in words for people. */
  async make(changed: ReadonlySet<string> = new Set()): Promise<SiteFiles> {
    const config = new Set(this.#jobs.flatMap(({ configFiles }) => configFiles.map(absolute)));
    if ([...changed].some((path) => config.has(path))) {
      this.#jobs = await this.#load();
      this.#engines = new Map();
    }
    if (this.#engines.size === 0)
      this.#engines = new Map(this.#jobs.map((job) => [job, new Engine()]));
    const made = await siteFiles(this.#jobs, undefined, this.#engines);
    this.#watched = made.watched;
    return made;
  }
}

/** Whether any of these files went or lost its words: an editor may be about to write it anew. */
export function isHalfSaved(paths: ReadonlySet<string>): boolean {
  return [...paths].some((path) => {
    const status = statSync(path, { throwIfNoEntry: false });
    return status === undefined || (status.isFile() && status.size === 0);
  });
}

function absolute(path: string): string {
  return resolve(path);
}
