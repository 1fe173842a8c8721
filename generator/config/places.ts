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
