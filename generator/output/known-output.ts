import { lstatSync } from "node:fs";
import { KnownByStamp, type Stamp, stampFrom } from "../collections/known-by-stamp.js";
import { shareDigest } from "./manifest.js";
import type { OutputFile } from "./output-file.js";

/** What was found at a path: the digest of its bytes, and of its words where these are another. */
export interface Found {
  readonly digests: readonly string[];
}

/** What one process found and planned in one output folder. */
export class KnownOutput {
  readonly #found = new KnownByStamp<Found | undefined>(stampOf, () => Date.now());
  #planned: ReadonlyMap<string, OutputFile> = new Map();

  /** What stands at `path`: as it was found before, or as `read` finds it now. */
  at(path: string, read: () => Found | undefined): Found | undefined {
    return this.#found.at(path, read, (found) => found !== undefined);
  }

  /** Notes what is planned: the digest of a text that was planned before is known. */
  plan(files: readonly OutputFile[]): void {
    for (const file of files) {
      const before = this.#planned.get(file.path);
      if (before !== undefined && before.text === file.text) shareDigest(file, before);
    }
    this.#planned = new Map(files.map((file) => [file.path, file]));
  }
}

/** Of a file alone: a link is none of ours, and is looked at each time. */
function stampOf(path: string): Stamp | undefined {
  try {
    return stampFrom(lstatSync(path, { bigint: true, throwIfNoEntry: false }));
  } catch {
    return undefined;
  }
}
