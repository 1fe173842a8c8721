import { lstatSync } from "node:fs";
import { shareDigest } from "./manifest.js";
import type { OutputFile } from "./output-file.js";

/** What was found at a path: the digest of its bytes, and of its words where these are another. */
export interface Found {
  readonly digests: readonly string[];
}

interface Kept {
  readonly stamp: string;
  readonly found: Found;
}

/**
 * What one process found and planned in one output folder. A file is taken for the same while device,
 * inode, size, and both times of its last change, in nanoseconds, are those that it was read with, and
 * these times lay well before that: in the tick of a clock a file can be written twice.
 */
export class KnownOutput {
  readonly #found = new Map<string, Kept>();
  #planned: ReadonlyMap<string, OutputFile> = new Map();

  /** What stands at `path`: as it was found before, or as `read` finds it now. */
  at(path: string, read: () => Found | undefined): Found | undefined {
    const stamp = stampOf(path);
    const before = this.#found.get(path);
    if (before !== undefined && before.stamp === stamp?.text) return before.found;
    this.#found.delete(path);
    const found = read();
    const isSettled = stamp !== undefined && Date.now() - stamp.changed > settled;
    if (found !== undefined && isSettled && stampOf(path)?.text === stamp.text)
      this.#found.set(path, { stamp: stamp.text, found });
    return found;
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

/** Milliseconds: more than the coarsest clock of a usual file system. */
const settled = 2500;

/** Of a file alone: a link is none of ours, and is looked at each time. */
function stampOf(path: string): { readonly text: string; readonly changed: number } | undefined {
  try {
    const status = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (status?.isFile() !== true) return undefined;
    const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs, mtimeMs } = status;
    const changed = Math.max(Number(ctimeMs), Number(mtimeMs));
    return { text: [dev, ino, size, mtimeNs, ctimeNs].join(), changed };
  } catch {
    return undefined;
  }
}
