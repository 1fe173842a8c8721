import type * as said from "../apiref/model.js";

export type * from "../apiref/model.js";

/** A sample whose side was decided. */
export interface SampleLink extends said.SampleLink {
  readonly side: said.Side;
  /** The name of the rule that decided it. */
  readonly by: string;
}

export interface Operation extends said.Operation {
  readonly samples: readonly SampleLink[];
}

export interface Chapter extends said.Chapter {
  readonly operations: readonly Operation[];
}

/** An API reference as the sources say it, but for the sides of its samples. */
export interface ApiReference extends said.ApiReference {
  readonly chapters: readonly Chapter[];
}
