import { statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Stage } from "../../pipeline/stages.js";
import type { CacheFolder } from "../cache/folder.js";
import { exit, explainFailure, UsageError } from "../shell/failure.js";
import type { OutputJob } from "../jobs/job.js";
import type { Burst } from "./bursts.js";
import type { WatchEvent } from "./events.js";
import { isOther, type Ran, WatchedService } from "./service.js";
import { concerns, type Watched } from "./watched.js";

/** What a session is given. */
export interface SessionSettings {
  /** Reads the configuration as it is now; throws where it cannot be used. */
  readonly load: () => Promise<readonly OutputJob[]>;
  /** The configuration file, where one is read: it is watched also while it cannot be used. */
  readonly config: string | undefined;
  readonly force: boolean;
  /** Where earlier processes left what they learnt. */
  readonly cache: CacheFolder | undefined;
  readonly tell: (event: WatchEvent) => void;
  readonly stage: (job: OutputJob, stage: Stage) => void;
  /** Waits whether more is written: `false` where something changed meanwhile. */
  readonly settled: () => Promise<boolean>;
}

/** So often a tree that is being written to is read anew before the next change is waited for. */
const attempts = 20;

/**
 * The services of a configuration, made once and then again whenever something changes that they
 * are made of. It knows of no disk watcher: a bundler has its own.
 */
export class Session {
  readonly #settings: SessionSettings;
  readonly #services = new Map<string, WatchedService>();
  /** The files of the configuration. */
  #config: ReadonlySet<string>;
  #isMisconfigured = false;
  /** The state that files had when they were last looked at. */
  readonly #states = new Map<string, string>();

  constructor(settings: SessionSettings) {
    this.#settings = settings;
    this.#config = new Set(settings.config === undefined ? [] : [resolve(settings.config)]);
  }

  get jobs(): readonly OutputJob[] {
    return [...this.#services.values()].map(({ job }) => job);
  }

  /** What is to be watched. */
  get watched(): readonly Watched[] {
    const own = { files: this.#config, listed: undefined };
    return [own, ...[...this.#services.values()].map(({ watched }) => watched)];
  }

  /** Why there is nothing new of a service, by its output folder. */
  readonly #hindrances = new Map<string, string>();

  /** Makes everything once. */
  async begin(): Promise<void> {
    await this.#configure([]);
    for (const path of this.#config) this.#isNews(path);
    for (const service of this.#services.values()) await this.#run(service, undefined);
  }

  /** Makes anew what is not made of what is there now: when changes may have gone unseen. */
  async catchUp(): Promise<void> {
    const configured = [...this.#config].filter((path) => this.#isNews(path));
    const others =
      configured.length > 0 ? await this.#configure(shown(configured)) : new Set<string>();
    for (const [out, service] of this.#services)
      if (others.has(out) || (await service.isBehind())) await this.#run(service, undefined);
  }

  /** Whether a file went that was read: an editor may be about to put another in its place. */
  lacks(paths: ReadonlySet<string>): boolean {
    return [...this.#services.values()].some((service) => service.lacks(paths));
  }

  /** Whether a change at this path may lead to another output. */
  concerns(path: string): boolean {
    return this.#isOfConfig(path) || this.watched.some((each) => concerns(each, path));
  }

  /** What a configuration imports is known when it was read: until then all beside it may be it. */
  #isOfConfig(path: string): boolean {
    if (this.#config.has(path)) return true;
    if (!this.#isMisconfigured || !/\.(?:[cm]?[jt]s|json)$/.test(path)) return false;
    return [...this.#config].some((file) => dirname(file) === dirname(path));
  }

  /** Makes anew what a change concerns. */
  async change({ paths, since }: Burst): Promise<void> {
    const changed = new Set([...paths].filter((path) => this.#isNews(path)));
    const configured = [...changed].filter((path) => this.#isOfConfig(path));
    const others =
      configured.length > 0 ? await this.#configure(shown(configured)) : new Set<string>();
    for (const [out, service] of this.#services) {
      const own = new Set([...changed].filter((path) => concerns(service.watched, path)));
      // The modules of a configuration are among the inputs of each service.
      const isWanted = others.has(out) || [...own].some((path) => !this.#isOfConfig(path));
      if (isWanted) await this.#run(service, own, since);
    }
  }

  /** Reads the configuration; the services that are new or have other settings, by their output folder. */
  async #configure(because: readonly string[]): Promise<ReadonlySet<string>> {
    const others = new Set<string>();
    try {
      const jobs = await this.#settings.load();
      for (const job of jobs) {
        const known = this.#services.get(job.out);
        if (known === undefined || this.#isMisconfigured || isOther(known.job, job))
          others.add(job.out);
        if (known === undefined) this.#services.set(job.out, new WatchedService(job));
        else known.job = job;
      }
      const outs = new Set(jobs.map(({ out }) => out));
      for (const out of this.#services.keys()) if (!outs.has(out)) this.#services.delete(out);
      const files = jobs.flatMap(({ configFiles }) => configFiles.map((path) => resolve(path)));
      this.#config = new Set(files);
      if (this.#isMisconfigured) this.#settings.tell({ event: "configured" });
      this.#isMisconfigured = false;
    } catch (error) {
      // Nothing was made yet, and no file can be mended: the command line is wrong.
      const isOfCommand = error instanceof UsageError || this.#config.size === 0;
      if (this.#services.size === 0 && isOfCommand) throw error;
      this.#isMisconfigured = true;
      this.#settings.tell({ event: "misconfigured", because, ...explainFailure(error) });
    }
    return others;
  }

  async #run(
    service: WatchedService,
    changed: ReadonlySet<string> | undefined,
    since = performance.now(),
  ): Promise<void> {
    const { force, cache, stage, settled } = this.#settings;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const ran = await service.run({
        changed,
        since,
        force,
        cache,
        tell: (name) => stage(service.job, name),
        settled,
      });
      if (ran !== "again") return this.#tell(ran, changed);
      await settled();
    }
    const { job } = service;
    const message = `${job.source.path} is being written to all the time: the output stays as it is.`;
    this.#tell({ event: "failed", job, because: [], message, code: exit.unusable }, changed);
  }

  /** What was found while nobody asked is told once. */
  #tell(event: Exclude<Ran, "again">, changed: ReadonlySet<string> | undefined): void {
    const { out } = event.job;
    const words =
      event.event === "made" ? undefined : "reason" in event ? event.reason : event.message;
    const isKnown = words !== undefined && this.#hindrances.get(out) === words;
    if (words === undefined) this.#hindrances.delete(out);
    else this.#hindrances.set(out, words);
    if (!isKnown || changed !== undefined) this.#settings.tell(event);
  }

  /** Whether a path is other than when it was last looked at; a folder always may be. */
  #isNews(path: string): boolean {
    const state = stateOf(path);
    const before = this.#states.get(path);
    this.#states.set(path, state);
    return before !== state || state.startsWith("folder");
  }
}

/** Paths as seen from the working folder, sorted. */
export function shown(paths: Iterable<string>): readonly string[] {
  return [...paths].map((path) => relative(process.cwd(), path).replaceAll("\\", "/")).sort();
}

function stateOf(path: string): string {
  try {
    const status = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (status === undefined) return "missing";
    const { ino, size, mtimeNs, ctimeNs } = status;
    return `${status.isDirectory() ? "folder" : "file"} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch {
    return "missing";
  }
}
