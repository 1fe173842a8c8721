import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { SourceId } from "../diagnostics/span.js";
import { leavesRoot } from "./paths.js";

/**
 * Reads the bytes of plain files below `root`: no links, of no more than `limit` bytes, in UTF-8
 * without a byte order mark, so that they are the text that a tree would read. `undefined` for all
 * else, which a tree has to look at. It takes a third of the time that reading takes.
 */
export function plainBytes(root: string, limit: number): (id: SourceId) => Uint8Array | undefined {
  const folders = new Map<string, string | undefined>();
  const folderOf = (id: SourceId): string | undefined => {
    const folder = dirname(id);
    if (!folders.has(folder)) folders.set(folder, realFolder(root, folder));
    return folders.get(folder);
  };
  // Windows has no such flag.
  const noLinks: number | undefined = constants.O_NOFOLLOW;
  return (id) => {
    if (noLinks === undefined || leavesRoot(id) || id.includes("\0")) return undefined;
    const folder = folderOf(id);
    if (folder === undefined) return undefined;
    try {
      const name = id.slice(id.lastIndexOf("/") + 1);
      const flags = constants.O_RDONLY | constants.O_NONBLOCK | noLinks;
      return wholeFile(openSync(join(folder, name), flags), limit);
    } catch {
      return undefined;
    }
  };
}

function realFolder(root: string, folder: string): string | undefined {
  try {
    const path = realpathSync.native(join(root, folder));
    return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
      ? path
      : undefined;
  } catch {
    return undefined;
  }
}

function wholeFile(file: number, limit: number): Uint8Array | undefined {
  try {
    const status = fstatSync(file);
    if (!status.isFile() || status.size > limit) return undefined;
    // One byte more: a file that grew meanwhile is none of these.
    const bytes = Buffer.allocUnsafe(status.size + 1);
    const count = readSync(file, bytes, 0, bytes.length, 0);
    const text = bytes.subarray(0, count);
    const hasMark = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
    return count === status.size && !hasMark && isUtf8(text) ? text : undefined;
  } finally {
    closeSync(file);
  }
}
