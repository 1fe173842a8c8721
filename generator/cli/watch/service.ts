import { relative } from "node:path";
import type { Finding } from "../../diagnostics/report/finding.js";
import type { Built } from "../../pipeline/build.js";
import type { Engine } from "../../pipeline/engine.js";
import { ChangingInputs } from "../../pipeline/input-failure.js";
import { hasHooks } from "../../pipeline/settings.js";
import type { KnownOutput } from "../../output/known-output.js";
import type { Stage } from "../../pipeline/stages.js";
import { version } from "../../version.js";
import type { CacheFolder } from "../cache/folder.js";
import { explainFailure } from "../shell/failure.js";
import { lookedFor } from "../jobs/files-of.js";
import { applyChange, type HandlersChange, handlersChange, wantedStubs } from "../jobs/handlers.js";
import type { OutputJob } from "../jobs/job.js";
import { missingPackages } from "../jobs/packages.js";
import { findingsOf } from "../findings/place.js";
import { told } from "../findings/summary.js";
import { textOf } from "../jobs/text-file.js";
import { changedFindings } from "./changed-findings.js";
import type { FailedEvent, HeldEvent, MadeEvent } from "./events.js";
import { sizeOf, unreadIn } from "./half-saved.js";
import type { Watched } from "./watched.js";

/** A run of one service. */
export interface Order {
  /** Absolute paths that changed; `undefined` where it is not known which did. */
  readonly changed: ReadonlySet<string> | undefined;
  /** When the first of the changes was seen, by `performance.now()`. */
  readonly since: number;
  readonly force: boolean;
  /** Where earlier processes left what they learnt. */
  readonly cache: CacheFolder | undefined;
  readonly tell: (stage: Stage) => void;
  /** Waits whether more is written: `false` where something changed meanwhile. */
  readonly settled: () => Promise<boolean>;
}

/** What came of a run; `"again"` where the inputs changed meanwhile, and nothing was written. */
export type Ran = MadeEvent | HeldEvent | FailedEvent | "again";

/** One service while it is watched: what it was made of, and what was said of it. */
export class WatchedService {
  job: OutputJob;
  watched: Watched = { files: new Set(), listed: undefined };
  /** What the runs learn for the next. */
  #engine: Engine | undefined;
  /** All findings of the run that was told of last. */
  #findings: readonly Finding[] = [];
  /** Of the last run that was written: the files that could not be read, and what was planned. */
  #unread: ReadonlySet<string> | undefined;
  #planned: ReadonlySet<string> = new Set();
  /** What was found in the output folder. */
  #known: KnownOutput | undefined;
  #digest: string | undefined;
  #ids: readonly string[] = [];
  /** What changed since the last build that came to its end; `undefined` where nobody knows. */
  #unmade: Set<string> | undefined;
  /** Bytes of each file that was read. */
  readonly #sizes = new Map<string, number>();
  /** Files that had words, and are empty. */
  readonly #emptied = new Set<string>();
  #last: Exclude<Ran, "again">["event"] | undefined;
  /** The stubs and the text of the handlers file that agree. */
  #handlers: string | undefined;

  constructor(job: OutputJob) {
    this.job = job;
  }

  /** Whether a file that was read is not there: it went, or an editor is about to put another there. */
  lacks(paths: ReadonlySet<string>): boolean {
    return [...paths].some((path) => this.#sizes.has(path) && sizeOf(path) === undefined);
  }

  /** Whether any input is other than it was read, as far as the contents of all files tell. */
  async isBehind(): Promise<boolean> {
    if (this.#digest === undefined || this.#last !== "made") return true;
    const { inputsAgain } = await import("../../pipeline/inputs.js");
    try {
      return inputsAgain(this.job.source, { ids: this.#ids, digest: "" }).digest !== this.#digest;
    } catch {
      return true;
    }
  }

  /** Makes the service anew, and writes what is other than before. Never throws. */
  async run(order: Order): Promise<Ran> {
    const ran = await this.#run(order);
    if (ran !== "again") this.#last = ran.event;
    return ran;
  }

  async #run(order: Order): Promise<Ran> {
    const { job } = this;
    const because = [...(order.changed ?? [])].map((path) => relative(process.cwd(), path)).sort();
    this.#note(order.changed);
    try {
      const empty = this.#emptiedBy(order.changed);
      if (empty.length > 0) {
        const findings = { appeared: [], gone: [] };
        const reason = `${empty.join(", ")} ${empty.length > 1 ? "are" : "is"} empty`;
        return { event: "held", job, because, reason, findings, all: this.#findings };
      }
      return await this.#make(order, because);
    } catch (error) {
      if (error instanceof ChangingInputs) return "again";
      return { event: "failed", job, because, ...explainFailure(error) };
    }
  }

  async #make(order: Order, because: readonly string[]): Promise<Ran> {
    const { job } = this;
    const { engineFor, keepStages } = await import("../cache/stages.js");
    const engine = (this.#engine ??= engineFor(order.cache, job));
    const built = await engine.build(job.source, job.settings, { tell: order.tell });
    this.#unmade = new Set();
    await this.#look(built);
    const unread = unreadIn(built.diagnostics);
    const lost = [...unread].filter(([key]) => this.#unread?.has(key) === false);
    if (lost.length > 0) {
      const sources = new Set(lost.map(([, { span, message }]) => span?.source ?? message));
      const reason = `${[...sources].join(", ")} cannot be read`;
      return { event: "held", job, because, reason, ...this.#say(built) };
    }
    if (order.changed !== undefined && this.#removes(built, order.changed)) {
      if (!(await order.settled())) return "again";
    }
    const change = await this.#handlersChange(built);
    order.tell("writing");
    const [{ writeFiles }, { KnownOutput }] = await Promise.all([
      import("../../output/write.js"),
      import("../../output/known-output.js"),
    ]);
    const { force } = order;
    const files = await writeFiles(job.out, built.files, {
      version: version(),
      force,
      flags: job.flags,
      known: (this.#known ??= new KnownOutput()),
    });
    await applyChange(change);
    this.#unread = new Set(unread.keys());
    this.#planned = new Set(built.files.map(({ path }) => path));
    const milliseconds = performance.now() - order.since;
    // What the first run learnt is as good for a later process as what the last will have.
    if (this.#last === undefined)
      setImmediate(() => keepStages(order.cache, job, engine, built.reused));
    const said = this.#say(built);
    return {
      event: "made",
      run: this.#last === undefined ? "first" : this.#last === "made" ? "next" : "again",
      job,
      because,
      told: told(built, said.all),
      files,
      handlers: change?.said ?? [],
      missing: missingPackages(job.out, job.settings),
      ...said,
      milliseconds,
    };
  }

  #note(changed: ReadonlySet<string> | undefined): void {
    if (changed === undefined) this.#unmade = undefined;
    else for (const path of changed) this.#unmade?.add(path);
  }

  /** Notes what was read, for what comes after. */
  async #look(built: Built): Promise<void> {
    const { listedFolder } = await import("../../source/disk-tree.js");
    const { ids, digest } = built.inputs;
    if (ids !== this.#ids) {
      const files = new Set(lookedFor(this.job, { root: built.root, ids }));
      this.watched = { files, listed: listedFolder(this.job.source.path) };
    }
    this.#ids = ids;
    this.#digest = digest;
    for (const path of this.watched.files) {
      if (this.#sizes.has(path)) continue;
      const size = sizeOf(path);
      if (size !== undefined) this.#sizes.set(path, size);
    }
  }

  /** The files that had words before a change, and are empty since, as seen from the working folder. */
  #emptiedBy(changed: ReadonlySet<string> | undefined): readonly string[] {
    for (const path of changed ?? []) {
      const before = this.#sizes.get(path);
      const size = sizeOf(path);
      if (size === 0 && before !== undefined && before > 0) this.#emptied.add(path);
      else if (size !== 0) this.#emptied.delete(path);
      if (size === undefined) this.#sizes.delete(path);
      else if (size > 0) this.#sizes.set(path, size);
    }
    return [...this.#emptied].map((path) => relative(process.cwd(), path));
  }

  /** Whether files of the output would go though no file of the docs did. */
  #removes({ files }: Built, changed: ReadonlySet<string>): boolean {
    const planned = new Set(files.map(({ path }) => path));
    if ([...this.#planned].every((path) => planned.has(path))) return false;
    return [...changed].every((path) => sizeOf(path) !== undefined);
  }

  /** What is to be done to the handlers file: nothing as long as the stubs and the file are the same. */
  async #handlersChange(built: Built): Promise<HandlersChange | undefined> {
    const { handlers } = this.job;
    if (handlers === undefined) return undefined;
    const stubs = await wantedStubs(this.job, built);
    const key = (text: string | undefined) => `${JSON.stringify(stubs)}\0${text}`;
    if (this.#handlers === key(textOf(handlers.file))) return undefined;
    const change = await handlersChange(this.job, stubs);
    this.#handlers =
      change?.problem === undefined ? key(change?.after ?? textOf(handlers.file)) : undefined;
    return change;
  }

  /** The findings of a run, and what of them is new. */
  #say(built: Built): Pick<MadeEvent, "findings" | "all"> {
    const all = findingsOf(built);
    const findings = changedFindings(this.#findings, all);
    this.#findings = all;
    return { findings, all };
  }
}

/** Whether one service is to run again after its configuration was read anew. */
export function isOther(before: OutputJob, after: OutputJob): boolean {
  if (hasHooks(before.settings) || hasHooks(after.settings)) return true;
  return JSON.stringify(before) !== JSON.stringify(after);
}
