import type { KnownTexts } from "../collections/known-texts.js";
import type { ApiModel } from "../openapi/model.js";
import type { SiteChange } from "./site/changes.js";
import type { SiteSource } from "./site/source.js";

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
  plan(model: ApiModel, beside?: Beside): Promise<readonly PlannedFile[]>;
}

/** What some emitters take beside the model. Without it they make do with the model. */
export interface Beside {
  /** What the docs have that a document has no place for. */
  readonly site?: SiteSource;
  /** What is different between the microversions of the document. */
  readonly changes?: readonly SiteChange[];
  /** The document as it is published: `openapi.json`, `openapi.yaml`. */
  readonly documents?: readonly PlannedFile[];
  /** Templates of the user's for parts of the site, by the names of the parts. */
  readonly partials?: Readonly<Record<string, string>>;
  /** The folder of a runtime that clients share, as a path from `client/`; without one, it is copied. */
  readonly runtime?: string;
  /** What earlier runs made: an emitter may take from it what has the same causes. */
  readonly texts?: KnownTexts;
}
