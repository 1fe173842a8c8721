import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { replaceFile } from "../output/replace.js";
import { untouched } from "../output/untouched.js";
import type { Written } from "../output/write.js";
import { type Inputs, inputsAgain } from "../pipeline/inputs.js";
import { hasHooks } from "../pipeline/settings.js";
import type { ChapterStubs } from "../scaffold/stubs.js";
import { type OutputJob, wantedHandlers } from "./jobs.js";
import { foldersAbove, programDigest } from "./program.js";
import type { Told } from "./summary.js";

/** What a run leaves for the next: from what it made what, and what it said. */
interface Memory {
  readonly inputs: Inputs;
  /** Digest of the manifest of the output. */
  readonly output: string;
  readonly told: Told;
  readonly stubs: readonly ChapterStubs[];
  /** Digest of the handlers file as the run left it. */
  readonly handlers: string | undefined;
}

/** What a run leaves for the next. */
export interface Made {
  readonly inputs: Inputs;
  readonly files: Written;
  readonly told: Told;
  /** What the handlers file is to have; nothing where none is wanted. */
  readonly stubs: readonly ChapterStubs[];
}

/** Of a run whose inputs, program, settings and output are all as they were. */
export interface Recalled extends Made {
  /** Whether people have written to the handlers file since. */
  readonly isEdited: boolean;
}

/**
 * Where the last run is remembered: `node_modules/.cache/restanza` of the project around the working
 * folder, as is the habit of build tools. Without a project nothing is remembered.
 */
export class Memories {
  readonly #folder: string | undefined;
  readonly #key: string | undefined;

  constructor() {
    const cwd = process.cwd();
    const project = foldersAbove(cwd).find((folder) => existsSync(join(folder, "node_modules")));
    const program = project === undefined ? undefined : programDigest();
    if (project === undefined || program === undefined) return;
    this.#folder = join(project, "node_modules", ".cache", "restanza");
    this.#key = `${program} ${relative(project, cwd)}`;
  }

  /** What there is to say of a job that has nothing to do; `undefined` when it has. */
  recall(job: OutputJob): Recalled | undefined {
    const memory = this.#read(job);
    if (memory === undefined) return undefined;
    const output = untouched(job.out);
    if (output?.digest !== memory.output) return undefined;
    if (inputsAgain(job.source, memory.inputs).digest !== memory.inputs.digest) return undefined;
    const { inputs, told, stubs, handlers } = memory;
    return {
      inputs,
      told,
      stubs,
      files: {
        written: [],
        unchanged: output.files,
        removed: [],
        restored: [],
        kept: [],
        strays: [],
      },
      isEdited: handlersDigest(job) !== handlers,
    };
  }

  remember(job: OutputJob, { inputs, files, told, stubs }: Made): void {
    const path = this.#path(job);
    const isWhole = files.kept.length === 0 && files.strays.length === 0;
    const output = isWhole ? untouched(job.out) : undefined;
    if (path === undefined || output === undefined) return;
    const handlers = handlersDigest(job);
    const memory = { inputs, output: output.digest, told, stubs, handlers } satisfies Memory;
    const body = JSON.stringify(memory);
    try {
      replaceFile(path, `${sha256(body)}\n${body}`);
    } catch {
      // Where nothing can be remembered, the next run works as this one did.
    }
  }

  /**
   * One file for each way to run one job: other settings are another job. Nothing where functions of
   * the configuration take part, since what they go by is theirs alone.
   */
  #path(job: OutputJob): string | undefined {
    if (this.#folder === undefined || hasHooks(job.settings)) return undefined;
    return join(this.#folder, `${sha256(JSON.stringify([this.#key, job])).slice(0, 32)}.json`);
  }

  #read(job: OutputJob): Memory | undefined {
    const path = this.#path(job);
    if (path === undefined) return undefined;
    try {
      const text = readFileSync(path, "utf8");
      const body = text.slice(text.indexOf("\n") + 1);
      // What has its own digest was written by this very program, whose digest is in the name.
      return text.startsWith(`${sha256(body)}\n`) ? JSON.parse(body) : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Of the handlers file that a job wants; `undefined` where it wants none, or there is none yet. */
function handlersDigest(job: OutputJob): string | undefined {
  const wanted = wantedHandlers(job);
  try {
    return wanted && sha256(readFileSync(wanted.file));
  } catch {
    return undefined;
  }
}

function sha256(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}
