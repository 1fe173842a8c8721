import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** What came of reading a file at once. */
export type FileReading =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly state: FileState }
  | { readonly kind: "too-large"; readonly bytes: number }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Is another as soon as a file has been written to or replaced. */
export type FileState = string;

/** A file that is written to all the time is given up after so many attempts. */
const attempts = 3;

/**
 * Reads a regular file of at most `limit` bytes as it is at one moment: one that is written to
 * meanwhile is read anew, so that what is given was never half old and half new. Throws what the
 * system reports.
 */
export function readFileAtOnce(path: string, limit: number): FileReading {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const reading = attemptToRead(path, limit);
    if (reading !== undefined) return reading;
  }
  return { kind: "unreadable", reason: "it is being written to" };
}

function attemptToRead(path: string, limit: number): FileReading | undefined {
  // Opening a pipe would wait for somebody who writes into it. Windows has no such flag.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const before = fstatSync(file, { bigint: true });
    // A pipe or a device would never end.
    if (!before.isFile()) return { kind: "unreadable", reason: "not a regular file" };
    if (before.size > limit) return { kind: "too-large", bytes: Number(before.size) };
    const bytes = readFileSync(file);
    const state = stateOf(before);
    return stateOf(fstatSync(file, { bigint: true })) === state
      ? { kind: "bytes", bytes, state }
      : undefined;
  } finally {
    closeSync(file);
  }
}

/** What of the system's word on a file tells one state from another. */
interface FileStatus {
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
}

/** The state that a file has by what the system tells of it. */
export function stateOf({ ino, size, mtimeNs }: FileStatus): FileState {
  return `${ino} ${size} ${mtimeNs}`;
}
