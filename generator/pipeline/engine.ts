import { KnownFiles } from "../source/known-files.js";
import { type Built, build } from "./build.js";
import type { Source } from "./inputs.js";
import { emptyPipelineMemory, type PipelineMemory } from "./memory.js";
import type { Settings } from "./settings.js";
import { silent, type Tell } from "./stages.js";

/** How much of one kind of thing was taken over from earlier runs, and how much was made anew. */
export interface Share {
  readonly kept: number;
  readonly made: number;
}

/** What a run took over from earlier ones. */
export interface Reuse {
  readonly documents: Share;
  readonly operations: Share;
  readonly bodies: Share;
  readonly texts: Share;
}

/** How a run is made. */
export interface BuildOptions {
  readonly tell?: Tell;
  /**
   * Absolute paths of files and folders that are known to have changed since the last build: they are
   * read again, whatever the system says of them. Of all others it is asked (`KnownFiles`).
   */
  readonly changed?: readonly string[];
}

/**
 * What runs of one service learn for the next. Each build gives what `build` gives, byte for byte; a
 * build that throws leaves what was known as it was. One build at a time.
 */
export class Engine {
  readonly #memory: PipelineMemory;
  readonly #files = new KnownFiles();

  /** `memory` is what an engine left, in this process or in another one of the same program. */
  constructor(memory: PipelineMemory = emptyPipelineMemory()) {
    this.#memory = memory;
  }

  async build(
    source: Source,
    settings: Settings,
    { tell = silent, changed = [] }: BuildOptions = {},
  ): Promise<Built & { readonly reused: Reuse }> {
    const memory = this.#memory;
    const documents = new Set([...memory.reading.documents.values()].map(({ outcome }) => outcome));
    const operations = outcomesIn(memory);
    const bodies = new Set([...memory.inference.bodies.values()].map((each) => each.bodies));
    this.#files.forget(changed);
    const built = await build(source, settings, tell, memory, this.#files);
    const { reading, inference, counts } = memory;
    return {
      ...built,
      reused: {
        documents: share([...reading.documents.values()], ({ outcome }) => documents.has(outcome)),
        operations: share([...outcomesIn(memory)], (outcome) => operations.has(outcome)),
        bodies: share([...inference.bodies.values()], (each) => bodies.has(each.bodies)),
        texts: counts,
      },
    };
  }

  /** What this engine knows, for the engine of another process: what is quicker made than read is not in it. */
  memory(): PipelineMemory {
    return { ...this.#memory, parts: new Map() };
  }
}

function outcomesIn({ reading }: PipelineMemory): ReadonlySet<unknown> {
  const all = [...reading.operations.values()].flatMap(({ operations }) => [
    ...operations.values(),
  ]);
  return new Set(all.map(({ outcome }) => outcome));
}

function share<Item>(all: readonly Item[], isKept: (item: Item) => boolean): Share {
  const kept = all.filter(isKept).length;
  return { kept, made: all.length - kept };
}
