import { lstatSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { OutputFailure, reasonOf, systemCode } from "./failure.js";
import { insideOnDisk } from "./inside.js";
import { type Journal, parseJournal } from "./journal.js";
import { type Found, KnownOutput } from "./known-output.js";
import { digest, type Manifest, parseManifest, plannedDigest } from "./manifest.js";
import type { OutputFile } from "./output-file.js";
import { manifestName, workName } from "./paths.js";
import { straysIn } from "./strays.js";

/** An output folder as it is, beside what is planned for it. */
export interface Comparison {
  /** Planned, and not there or other than planned. */
  readonly missing: readonly OutputFile[];
  readonly changed: readonly OutputFile[];
  readonly unchanged: readonly string[];
  /** Of the changed ones, those that are not as we left them: the edits of a person or a merge. */
  readonly restored: readonly string[];
  /** Written once, no longer planned, and as we left it: to be removed. */
  readonly leftover: readonly string[];
  /** Written once, no longer planned, but edited since: left alone, and said. */
  readonly edited: readonly string[];
  /** Bears restanza's header, but is neither planned nor in the manifest: left alone, and said. */
  readonly strays: readonly string[];
  /** Planned, but there is a file that restanza did not write: never overwritten unasked. */
  readonly foreign: readonly OutputFile[];
  readonly manifest: Manifest | undefined;
  /** What an interrupted run claims; `undefined` when none was interrupted. */
  readonly journal: Journal | undefined;
}

/**
 * Reads what is in `folder` and compares it with the plan. Writes nothing. `earlier` is what this process
 * found there before.
 */
export function compare(
  folder: string,
  planned: readonly OutputFile[],
  earlier: KnownOutput = new KnownOutput(),
): Comparison {
  earlier.plan(planned);
  const manifestSource = readText(join(folder, manifestName));
  const manifest = manifestSource === undefined ? undefined : parseManifest(manifestSource);
  const journalSource = readText(join(folder, workName, "journal.json"));
  const journal = journalSource === undefined ? undefined : parseJournal(journalSource);

  const missing: OutputFile[] = [];
  const changed: OutputFile[] = [];
  const restored: string[] = [];
  const unchanged: string[] = [];
  const foreign: OutputFile[] = [];
  for (const file of planned) {
    const found = foundAt(file.path);
    if (found === undefined) missing.push(file);
    else if (isSame(found, file)) unchanged.push(file.path);
    else if (isOurs(file.path, found)) {
      changed.push(file);
      if (!isAsWeLeftIt(file.path, found)) restored.push(file.path);
    } else foreign.push(file);
  }

  const wanted = new Set(planned.map((file) => file.path));
  const isInside = insideOnDisk(folder);
  const leftover: string[] = [];
  const edited: string[] = [];
  for (const path of new Set([...(manifest?.files.keys() ?? []), ...(journal?.keys() ?? [])])) {
    if (wanted.has(path) || !insideFolder(path) || !isInside(path)) continue;
    const found = foundAt(path);
    if (found === undefined) continue;
    if (isAsWeLeftIt(path, found)) leftover.push(path);
    else if (manifest?.files.has(path)) edited.push(path);
  }
  const known = new Set([...wanted, ...leftover, ...edited]);
  const strays = straysIn(folder, known);
  return {
    missing,
    changed,
    restored,
    unchanged,
    leftover,
    edited,
    strays,
    foreign,
    manifest,
    journal,
  };

  function foundAt(path: string): Found | undefined {
    const place = join(folder, path);
    return earlier.at(place, () => {
      const bytes = readBytes(place);
      return bytes && { digests: digestsOf(bytes) };
    });
  }

  function isOurs(path: string, found: Found): boolean {
    return manifest?.files.has(path) === true || isAsWeLeftIt(path, found);
  }

  function isAsWeLeftIt(path: string, { digests }: Found): boolean {
    // An image has no line ends, whatever its bytes look like.
    return digests.some(
      (one) => manifest?.files.get(path) === one || journal?.get(path)?.includes(one) === true,
    );
  }
}

/** Says so where a file, or nothing that can be a folder, stands in the place of the output. */
export function refuseFile(folder: string): void {
  for (let path = folder, above = dirname(path); ; path = above, above = dirname(path)) {
    try {
      if (statSync(path).isDirectory()) return;
    } catch (error) {
      const code = systemCode(error);
      if (above !== path && (code === "ENOENT" || code === "ENOTDIR")) continue;
      return;
    }
    throw new OutputFailure(
      `${path} is a file, and the output goes into a folder of that name: move the file, or choose another \`out\`.`,
    );
  }
}

/** By digests: to decode what is read takes ten times as long. */
function isSame({ digests }: Found, planned: OutputFile): boolean {
  const wanted = plannedDigest(planned);
  return typeof planned.text === "string" ? digests.includes(wanted) : digests[0] === wanted;
}

/**
 * The digest of a file as it is and, where that is another, with the line ends that all output has:
 * Git checks texts out with those of Windows where it is set so, and no word is another.
 */
function digestsOf(found: Buffer): readonly string[] {
  const asItIs = digest(found);
  if (!found.includes("\r\n")) return [asItIs];
  return [asItIs, digest(found.toString("utf8").replaceAll("\r\n", "\n"))];
}

/** A manifest comes from disk, and may have been written by anybody: its paths are not trusted. */
export function insideFolder(path: string): boolean {
  return (
    !/[\\\0]|^\//.test(path) && path.split("/").every((part) => !["", ".", ".."].includes(part))
  );
}

/** The text of a file; `undefined` where there is none. */
function readText(path: string): string | undefined {
  return readBytes(path)?.toString("utf8");
}

/** The bytes of a file; `undefined` where there is none. A link counts as a file that is not ours. */
export function readBytes(path: string): Buffer | undefined {
  try {
    const status = lstatSync(path);
    if (status.isDirectory()) {
      throw new OutputFailure(`${path} is a folder, but a file of that name is to be written.`);
    }
    return status.isFile() ? readFileSync(path) : Buffer.from(`\0 link ${path}`);
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    if (error instanceof OutputFailure) throw error;
    throw new OutputFailure(`${path} could not be read: ${reasonOf(error)}.`, { cause: error });
  }
}
