import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { CacheFolder } from "./folder.js";

/** So much the cache may hold, in bytes, and so long what nobody wrote again stays, in days. */
const limits = { bytes: 256 * 1024 * 1024, days: 30, daysOfOthers: 3 };

/**
 * Removes what is of no more use: files that were last written long ago, sooner those of other builds
 * of the program, and beyond a size the oldest. Clocks decide nothing but this: a file that is removed
 * too early is made again.
 */
export function prune({ path, program }: CacheFolder, now: number = Date.now()): void {
  const files = filesIn(path).toSorted((a, b) => b.time - a.time);
  let bytes = 0;
  for (const { name, size, time } of files) {
    bytes += size;
    const isOwn = name.startsWith(program.slice(0, 12)) && !name.endsWith(".part");
    const days = isOwn ? limits.days : limits.daysOfOthers;
    if (bytes > limits.bytes || now - time > days * 24 * 60 * 60 * 1000)
      rmSync(join(path, name), { force: true });
  }
}

function filesIn(
  folder: string,
): readonly { readonly name: string; readonly size: number; readonly time: number }[] {
  return readdirSync(folder).flatMap((name) => {
    const status = statSync(join(folder, name), { throwIfNoEntry: false });
    return status?.isFile() === true ? [{ name, size: status.size, time: status.mtimeMs }] : [];
  });
}
