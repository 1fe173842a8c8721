import { dirname, relative, sep } from "node:path";
import { foldersOf } from "../jobs/files-of.js";

/** What can change the output of a service. Paths are absolute. */
export interface Watched {
  /** All that was read or looked for: files, and the ways to them. */
  readonly files: ReadonlySet<string>;
  /** The folder in which every source counts, also one that nobody knew of. */
  readonly listed: string | undefined;
}

/** Whether a change at `path` may change the output: a file of a service, or a folder on the way to one. */
export function concerns({ files, listed }: Watched, path: string): boolean {
  if (files.has(path)) return true;
  if (listed !== undefined && isBelow(path, listed)) {
    const way = relative(listed, path).split(sep);
    if (!way.some(isPassedBy) && /\.(?:rst|inc)$/.test(path)) return true;
  }
  // A folder that comes, goes or is renamed takes what lies in it along.
  for (const file of files) if (isBelow(file, path)) return true;
  return listed !== undefined && isBelow(listed, path);
}

/** Folders that are never searched for sources. */
export function isPassedBy(name: string): boolean {
  return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}

/** The folders in which a change may be seen: those of files, or the nearest above that are there. */
export function foldersToWatch(all: readonly Watched[]): readonly string[] {
  const folders = new Set(all.flatMap(({ files }) => [...files].map((file) => dirname(file))));
  for (const { listed } of all) if (listed !== undefined) folders.add(dirname(listed));
  // Any name in the folder stands for the folder.
  return foldersOf([...folders].map((folder) => `${folder}${sep}.`));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
