import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** The calls with which output/ changes a disk. */
const calls = [
  "writeFileSync",
  "renameSync",
  "linkSync",
  "mkdirSync",
  "openSync",
  "fsyncSync",
  "rmSync",
  "rmdirSync",
] as const;

/**
 * Calls `strike` in place of the call number `count` that changes the disk, and gives back a
 * function that puts everything right again and says how many calls there were.
 */
export function strikeAt(count: number, strike: () => void): () => number {
  let made = 0;
  const originals = calls.map((name) => [name, fs[name]] as const);
  for (const [name, original] of originals) {
    Object.assign(fs, {
      [name]: (...words: unknown[]): unknown => {
        made += 1;
        if (made === count) strike();
        return Reflect.apply(original, fs, words);
      },
    });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, Object.fromEntries(originals));
    syncBuiltinESMExports();
    return made;
  };
}

/** An error as the system reports it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up for a test`), { code });
}
