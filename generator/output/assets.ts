import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile } from "./replace.js";

/**
 * Writes files that need not be text beside those of the manifest, each where it has changed.
 * Paths are those of the site, and lead nowhere else.
 */
export function writeAssets(
  folder: string,
  assets: ReadonlyMap<string, string | Uint8Array>,
): void {
  for (const [path, content] of assets) {
    const file = join(folder, path);
    const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
    if (isSame(file, bytes)) continue;
    mkdirSync(dirname(file), { recursive: true });
    replaceFile(file, bytes);
  }
}

function isSame(file: string, bytes: Buffer): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}
