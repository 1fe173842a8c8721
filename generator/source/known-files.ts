import { statSync } from "node:fs";
import { KnownByStamp, type Stamp, stampFrom } from "../collections/known-by-stamp.js";
import type { FileState } from "./read-file.js";
import type { Reading } from "./tree.js";

/** A file that was read, and its state at that time. */
export interface ReadFile {
  readonly reading: Reading;
  readonly state?: FileState;
}

/** Files that one process read before. Only texts are kept. */
export class KnownFiles {
  readonly #known = new KnownByStamp<ReadFile>(stampOf, () => Date.now());

  /** What `path` holds: as it was read before, or read now. */
  read(path: string, read: () => ReadFile): ReadFile {
    return this.#known.at(path, read, ({ reading }) => reading.kind === "text");
  }

  /** Has files that somebody knows to have changed read again: these paths, and all below them. */
  forget(paths: readonly string[]): void {
    this.#known.forget(paths);
  }
}

function stampOf(path: string): Stamp | undefined {
  try {
    return stampFrom(statSync(path, { bigint: true, throwIfNoEntry: false }));
  } catch {
    return undefined;
  }
}
