import { existsSync } from "node:fs";
import { join } from "node:path";
import { insideFolder, readBytes } from "./compare.js";
import { digest, parseManifest } from "./manifest.js";
import { manifestName, workName } from "./paths.js";
import { straysIn } from "./strays.js";

/** An output folder in which everything is as its manifest says. */
export interface Untouched {
  readonly files: readonly string[];
  /** Of the manifest: as long as it is the same, so are all files. */
  readonly digest: string;
}

/** `undefined` where a file is missing, edited or too many, a run was interrupted, or one is under way. */
export function untouched(folder: string): Untouched | undefined {
  const text = readBytes(join(folder, manifestName))?.toString("utf8");
  if (text === undefined || existsSync(join(folder, workName))) return undefined;
  const { files } = parseManifest(text);
  for (const [path, claimed] of files) {
    if (!insideFolder(path)) return undefined;
    const found = readBytes(join(folder, path));
    if (found === undefined || digest(found) !== claimed) return undefined;
  }
  if (straysIn(folder, new Set(files.keys())).length > 0) return undefined;
  return { files: [...files.keys()].sort(), digest: digest(text) };
}
