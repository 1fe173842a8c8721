import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { replaceFile } from "../../output/replace.js";

/** A file of the cache: where it lies, and what it is called. */
export interface CacheFile {
  readonly path: string;
  readonly name: string;
}

/**
 * The bytes that were written to a file of the cache under this very name; `undefined` where there
 * is none, or one that was cut, edited, or copied from another name: the seal is of both.
 */
export function readSealed({ path, name }: CacheFile): Buffer | undefined {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return undefined;
  }
  const bytes = file.subarray(sealLength + 1);
  return file.toString("latin1", 0, sealLength + 1) === `${sealOf(name, bytes)}\n`
    ? bytes
    : undefined;
}

/**
 * Writes a file of the cache, wholly or not at all. Where that cannot be (a folder that is read-only,
 * a disk that is full), nothing is said: the next run does what this one did.
 */
export function writeSealed({ path, name }: CacheFile, bytes: Buffer): void {
  try {
    replaceFile(path, Buffer.concat([Buffer.from(`${sealOf(name, bytes)}\n`), bytes]));
  } catch {
    // As said above.
  }
}

const sealLength = 64;

function sealOf(name: string, bytes: Buffer): string {
  return createHash("sha256").update(name).update("\0").update(bytes).digest("hex");
}
