import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A path without symbolic links; what is not there yet lies where the nearest folder above is. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(placeOf(above), basename(path));
  }
}

/** Whether a path is a folder or lies in it, however deep. */
export function isIn(path: string, folder: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (at === folder) return true;
    if (dirname(at) === at) return false;
  }
}
