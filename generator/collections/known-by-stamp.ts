/** How a file stood when it was looked at. */
export interface Stamp {
  readonly text: string;
  /** When it was changed last, in milliseconds. */
  readonly changed: number;
}

/** What the system tells of a file: sizes and times of `node:fs`, as `bigint`. */
export interface FileStatus {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly mtimeMs: bigint;
  readonly ctimeMs: bigint;
  isFile(): boolean;
}

/** Milliseconds: more than the coarsest clock of a usual file system. */
const settled = 2500;

/** The stamp of a file; none of what is no file. */
export function stampFrom(status: FileStatus | undefined): Stamp | undefined {
  if (status?.isFile() !== true) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs, mtimeMs } = status;
  const changed = Math.max(Number(ctimeMs), Number(mtimeMs));
  return { text: [dev, ino, size, mtimeNs, ctimeNs].join(), changed };
}

/**
 * What one process found at paths. A file is taken for the same while device, inode, size, and both
 * times of its last change, in nanoseconds, are those that it was read with, and these times lay well
 * before that: in the tick of a clock a file can be written twice. `now` tells milliseconds.
 */
export class KnownByStamp<Found> {
  readonly #kept = new Map<string, { readonly stamp: string; readonly found: Found }>();
  readonly #stampOf: (path: string) => Stamp | undefined;
  readonly #now: () => number;

  constructor(stampOf: (path: string) => Stamp | undefined, now: () => number) {
    this.#stampOf = stampOf;
    this.#now = now;
  }

  /** What `path` holds: as it was found before, or as `read` finds it now. Only what `isKept` is kept. */
  at(path: string, read: () => Found, isKept: (found: Found) => boolean): Found {
    const stamp = this.#stampOf(path);
    const before = this.#kept.get(path);
    if (before !== undefined && before.stamp === stamp?.text) return before.found;
    this.#kept.delete(path);
    const found = read();
    const isSettled = stamp !== undefined && this.#now() - stamp.changed > settled;
    if (isSettled && isKept(found) && this.#stampOf(path)?.text === stamp.text)
      this.#kept.set(path, { stamp: stamp.text, found });
    return found;
  }

  /** Has these paths, and all below them, read again. */
  forget(paths: readonly string[]): void {
    for (const known of this.#kept.keys())
      if (paths.some((path) => known === path || known.startsWith(`${path}/`)))
        this.#kept.delete(known);
  }
}
