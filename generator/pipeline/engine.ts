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
   * Absolute paths of files and folders that may be others than at the last build. Without them every
   * file is read again; with them the others are taken as they were.
   */
  readonly changed?: readonly string[];
}

/**
 * What runs of one service learn for the next. Each build gives what `build` gives, byte for byte; a
 * build that throws leaves what was known as it was. One build at a time.
 */
export class Engine {
  readonly #memory: PipelineMemory;

  /** `memory` is what an engine left, in this process or in another one of the same program. */
  constructor(memory: PipelineMemory = emptyPipelineMemory()) {
    this.#memory = memory;
  }

  async build(
    source: Source,
    settings: Settings,
    { tell = silent }: BuildOptions = {},
  ): Promise<Built & { readonly reused: Reuse }> {
    const memory = this.#memory;
    const documents = new Set([...memory.reading.documents.values()].map(({ outcome }) => outcome));
    const operations = outcomesIn(memory);
    const bodies = new Set([...memory.inference.bodies.values()].map((each) => each.bodies));
    const built = await build(source, settings, tell, memory);
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

  /** What this engine knows, for the engine of another process. */
  memory(): PipelineMemory {
    return this.#memory;
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
