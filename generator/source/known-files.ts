import { statSync } from "node:fs";
import type { FileState } from "./read-file.js";
import type { Reading } from "./tree.js";

/** A file that was read, and its state at that time. */
export interface ReadFile {
  readonly reading: Reading;
  readonly state?: FileState;
}

interface Kept extends ReadFile {
  readonly stamp: string;
}

/**
 * Files that one process read before. A file is taken for the same while device, inode, size, and
 * both times of its last change, in nanoseconds, are those that it was read with, and these times lay
 * well before that: in the tick of a clock a file can be written twice. Only texts are kept.
 */
export class KnownFiles {
  readonly #kept = new Map<string, Kept>();

  /** What `path` holds: as it was read before, or read now. */
  read(path: string, read: () => ReadFile): ReadFile {
    const before = this.#kept.get(path);
    const stamp = stampOf(path);
    if (before !== undefined && before.stamp === stamp?.text) return before;
    this.#kept.delete(path);
    const file = read();
    const isSettled = stamp !== undefined && Date.now() - stamp.changed > settled;
    if (isSettled && file.reading.kind === "text" && stampOf(path)?.text === stamp.text)
      this.#kept.set(path, { ...file, stamp: stamp.text });
    return file;
  }

  /** Has files that somebody knows to have changed read again: these paths, and all below them. */
  forget(paths: readonly string[]): void {
    for (const known of this.#kept.keys())
      if (paths.some((path) => known === path || known.startsWith(`${path}/`)))
        this.#kept.delete(known);
  }
}

/** Milliseconds: more than the coarsest clock of a usual file system. */
const settled = 2500;

function stampOf(path: string): { readonly text: string; readonly changed: number } | undefined {
  try {
    const status = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (status?.isFile() !== true) return undefined;
    const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs, mtimeMs } = status;
    const changed = Math.max(Number(ctimeMs), Number(mtimeMs));
    return { text: [dev, ino, size, mtimeNs, ctimeNs].join(), changed };
  } catch {
    return undefined;
  }
}
