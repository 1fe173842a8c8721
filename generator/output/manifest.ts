import { createHash } from "node:crypto";

/** What restanza wrote into an output folder. */
export interface Manifest {
  /** The version that wrote it: here and in no header, so that a release touches no other file. */
  readonly version: string;
  /** A digest of every file, by its path in the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** A digest of a text, or of its bytes in UTF-8: enough to see that a file was edited. */
export function digest(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The text of a manifest: sorted by code unit, one file per line, so that diffs are small. */
export function manifestText({ version, files }: Manifest): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ restanza: version, files: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}

const entry = /"((?:[^"\\\n]|\\.){1,1000})": "([0-9a-f]{16})"/g;

/**
 * Reads a manifest, line by line rather than as JSON: one that a merge left with conflict marks
 * still says what is ours, on both sides.
 */
export function parseManifest(text: string): Manifest {
  const files = new Map<string, string>();
  for (const [, path, found] of text.matchAll(entry)) {
    if (path !== undefined && found !== undefined) files.set(unquote(path), found);
  }
  return { version: /"restanza": "([^"\n]{0,100})"/.exec(text)?.[1] ?? "", files };
}

function unquote(words: string): string {
  try {
    return String(JSON.parse(`"${words}"`));
  } catch {
    return words;
  }
}
