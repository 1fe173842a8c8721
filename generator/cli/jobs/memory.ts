import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { untouched } from "../../output/untouched.js";
import type { Written } from "../../output/write.js";
import { type Inputs, inputsAgain } from "../../pipeline/inputs.js";
import { hasHooks } from "../../pipeline/settings.js";
import type { ChapterStubs } from "../../scaffold/stubs.js";
import { cacheFile, type CacheFolder } from "../cache/folder.js";
import { readSealed, writeSealed } from "../cache/sealed.js";
import { type OutputJob, wantedHandlers } from "./job.js";
import type { Told } from "../findings/summary.js";

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

/** What the last runs left, in the folder of the cache; without one nothing is remembered. */
export class Memories {
  constructor(readonly folder: CacheFolder | undefined) {}

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
    const place = this.#place(job);
    const isWhole = files.kept.length === 0 && files.strays.length === 0;
    const output = isWhole ? untouched(job.out) : undefined;
    if (place === undefined || output === undefined) return;
    const handlers = handlersDigest(job);
    const memory = { inputs, output: output.digest, told, stubs, handlers } satisfies Memory;
    writeSealed(place, Buffer.from(JSON.stringify(memory)));
  }

  /**
   * One file for each way to run one job: other settings are another job. Nothing where functions of
   * the configuration take part, since what they go by is theirs alone.
   */
  #place(job: OutputJob): { readonly path: string; readonly name: string } | undefined {
    if (this.folder === undefined || hasHooks(job.settings)) return undefined;
    return cacheFile(this.folder, "run", job);
  }

  #read(job: OutputJob): Memory | undefined {
    const place = this.#place(job);
    // What has its seal was written by this very program, whose digest is in the name.
    const bytes = place && readSealed(place);
    return bytes && JSON.parse(bytes.toString("utf8"));
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
