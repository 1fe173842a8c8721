import { type Built, build } from "./build.js";
import type { Source } from "./inputs.js";
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
  async build(
    source: Source,
    settings: Settings,
    { tell = silent }: BuildOptions = {},
  ): Promise<Built & { readonly reused: Reuse }> {
    const built = await build(source, settings, tell);
    return { ...built, reused: { documents: none, operations: none, bodies: none, texts: none } };
  }
}

const none: Share = { kept: 0, made: 0 };
