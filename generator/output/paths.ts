import { OutputFailure } from "./failure.js";
import type { OutputFile } from "./output-file.js";

/** The file that says what restanza wrote into an output folder, and with which version. */
export const manifestName = ".restanza-manifest.json";

/** Where a run keeps its lock, its journal and what it has not yet put in place. Gone afterwards. */
export const workName = ".restanza";

/**
 * Refuses a plan that could write outside its folder, over restanza's own files, or two files
 * that are one where capitals do not count (the default of macOS and Windows).
 */
export function checkPlan(files: readonly OutputFile[]): void {
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const parts = path.split("/");
    const safe =
      !/[\\\0:]/.test(path) && parts.every((part) => part !== "" && part !== "." && part !== "..");
    if (!safe || parts[0] === manifestName || parts[0] === workName) {
      throw new OutputFailure(`"${path}" is no path that may be written in an output folder.`);
    }
    const folded = path.toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) {
      throw new OutputFailure(`"${other}" and "${path}" would be one file on some systems.`);
    }
    seen.set(folded, path);
  }
}
