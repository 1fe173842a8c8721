import type { ApiModel } from "../openapi/model.js";

/** A file that an emitter wants on disk: a path relative to the output folder and its whole text. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * One kind of output. It reads the model of the document and nothing else, so that the same
 * document gives the same bytes, whoever made it.
 */
export interface Emitter {
  /** The name of its folder here, in `templates/` and in the output. */
  readonly name: string;
  plan(model: ApiModel): Promise<readonly PlannedFile[]>;
}
