import { chmodSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { OutputFailure, reasonOf, systemCode } from "./failure.js";
import { makeFolder } from "./make-folder.js";
import { renameFile } from "./rename.js";

/**
 * Writes a file of the user's that they asked to have written: at any moment it is wholly old or
 * wholly new. A symbolic link stays one, and the file keeps its permissions.
 */
export function replaceFile(path: string, text: string | Uint8Array): void {
  let draft: string | undefined;
  try {
    const target = realPath(path);
    draft = `${target}.${process.pid}.part`;
    makeFolder(dirname(target));
    writeFileSync(draft, text, { flag: "wx" });
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) chmodSync(draft, mode & 0o777);
    renameFile(draft, target);
  } catch (error) {
    throw new OutputFailure(`${path} could not be written: ${reasonOf(error)}.`, { cause: error });
  } finally {
    if (draft !== undefined) rmSync(draft, { force: true });
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return path;
    throw error;
  }
}
