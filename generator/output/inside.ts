import { lstatSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { OutputFailure } from "./failure.js";
import { workName } from "./paths.js";

/**
 * Tells of paths in `folder` whether they are in it on disk, too: a symbolic link may lead a part
 * of the path somewhere else. What is not there yet is where the nearest folder above it is.
 */
export function insideOnDisk(folder: string): (path: string) => boolean {
  const root = realOf(folder);
  const known = new Map<string, boolean>();
  const isInside = (parent: string): boolean => {
    const before = known.get(parent);
    if (before !== undefined) return before;
    const real = parent === "." ? root : realOf(join(folder, parent));
    const found =
      root === undefined ||
      (real === undefined
        ? !isLink(join(folder, parent)) && isInside(dirname(parent))
        : real === root || real.startsWith(root.endsWith(sep) ? root : root + sep));
    known.set(parent, found);
    return found;
  };
  return (path) => isInside(dirname(path));
}

/** What lies in the work folder is removed: so it has to be restanza's own, and no link to another. */
export function refuseForeignWork(folder: string): void {
  const work = join(folder, workName);
  const status = lstatSync(work, { throwIfNoEntry: false });
  if (status === undefined || status.isDirectory()) return;
  throw new OutputFailure(`${work} is no folder of restanza's: remove it.`);
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** A link that leads nowhere would be written through. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
