import { createHash } from "node:crypto";
import type { OutputFile } from "./output-file.js";

/** What restanza wrote into an output folder. */
export interface Manifest {
  /** The version that wrote it: here and in no header, so that a release touches no other file. */
  readonly version: string;
  /** The settings that it was made with, where only the command line had them: `--emit=client`. */
  readonly flags: readonly string[];
  /** A digest of every file, by its path in the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** A digest of a text, or of its bytes in UTF-8: enough to see that a file was edited. */
export function digest(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

const plannedDigests = new WeakMap<OutputFile, string>();

/** The digest of a planned file, made once however often it is compared. */
export function plannedDigest(file: OutputFile): string {
  const known = plannedDigests.get(file) ?? digest(file.text);
  plannedDigests.set(file, known);
  return known;
}

/** Lets a planned file have the digest of another one, whose text is the same. */
export function shareDigest(file: OutputFile, same: OutputFile): void {
  plannedDigests.set(file, plannedDigest(same));
}

/** The text of a manifest: sorted by code unit, one file per line, so that diffs are small. */
export function manifestText({ version, flags, files }: Manifest): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const made = flags.length === 0 ? {} : { flags };
  const all = { restanza: version, ...made, files: Object.fromEntries(sorted) };
  return `${JSON.stringify(all, undefined, 2)}\n`;
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
  const version = /"restanza": "([^"\n]{0,100})"/.exec(text)?.[1] ?? "";
  return { version, flags: flagsIn(text), files };
}

/** The lines between `"flags": [` and `]`, as they are printed. */
function flagsIn(text: string): readonly string[] {
  const [, lines = ""] = /^ {2}"flags": \[\n((?: {4}".*",?\n)*) {2}\]/m.exec(text) ?? [];
  return [...lines.matchAll(/^ {4}"(.*)",?$/gm)].map(([, words = ""]) => unquote(words));
}

function unquote(words: string): string {
  try {
    return String(JSON.parse(`"${words}"`));
  } catch {
    return words;
  }
}
