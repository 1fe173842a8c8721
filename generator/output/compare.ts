import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlannedFile } from "../emit/emitter.js";
import { OutputFailure, reasonOf, systemCode } from "./failure.js";
import { insideOnDisk } from "./inside.js";
import { type Journal, parseJournal } from "./journal.js";
import { digest, type Manifest, parseManifest } from "./manifest.js";
import { manifestName, workName } from "./paths.js";

/** An output folder as it is, beside what is planned for it. */
export interface Comparison {
  /** Planned, and not there or other than planned. */
  readonly missing: readonly PlannedFile[];
  readonly changed: readonly PlannedFile[];
  readonly unchanged: readonly string[];
  /** Of the changed ones, those that are not as we left them: the edits of a person or a merge. */
  readonly restored: readonly string[];
  /** Written once, no longer planned, and as we left it: to be removed. */
  readonly leftover: readonly string[];
  /** Written once, no longer planned, but edited since: left alone, and said. */
  readonly edited: readonly string[];
  /** Planned, but there is a file that restanza did not write: never overwritten unasked. */
  readonly foreign: readonly PlannedFile[];
  readonly manifest: Manifest | undefined;
  /** What an interrupted run claims; `undefined` when none was interrupted. */
  readonly journal: Journal | undefined;
}

/** Reads what is in `folder` and compares it with the plan. Writes nothing. */
export function compare(folder: string, planned: readonly PlannedFile[]): Comparison {
  const manifestSource = readText(join(folder, manifestName));
  const manifest = manifestSource === undefined ? undefined : parseManifest(manifestSource);
  const journalSource = readText(join(folder, workName, "journal.json"));
  const journal = journalSource === undefined ? undefined : parseJournal(journalSource);

  const missing: PlannedFile[] = [];
  const changed: PlannedFile[] = [];
  const restored: string[] = [];
  const unchanged: string[] = [];
  const foreign: PlannedFile[] = [];
  for (const file of planned) {
    const text = readText(join(folder, file.path));
    if (text === undefined) missing.push(file);
    else if (text === file.text) unchanged.push(file.path);
    else if (isOurs(file.path, text)) {
      changed.push(file);
      if (!isAsWeLeftIt(file.path, text)) restored.push(file.path);
    } else foreign.push(file);
  }

  const wanted = new Set(planned.map((file) => file.path));
  const isInside = insideOnDisk(folder);
  const leftover: string[] = [];
  const edited: string[] = [];
  for (const path of new Set([...(manifest?.files.keys() ?? []), ...(journal?.keys() ?? [])])) {
    if (wanted.has(path) || !insideFolder(path) || !isInside(path)) continue;
    const text = readText(join(folder, path));
    if (text === undefined) continue;
    if (isAsWeLeftIt(path, text)) leftover.push(path);
    else if (manifest?.files.has(path)) edited.push(path);
  }
  return { missing, changed, restored, unchanged, leftover, edited, foreign, manifest, journal };

  function isOurs(path: string, text: string): boolean {
    return manifest?.files.has(path) === true || isAsWeLeftIt(path, text);
  }

  function isAsWeLeftIt(path: string, text: string): boolean {
    const found = digest(text);
    return manifest?.files.get(path) === found || journal?.get(path)?.includes(found) === true;
  }
}

/** A manifest comes from disk, and may have been written by anybody: its paths are not trusted. */
export function insideFolder(path: string): boolean {
  return (
    !/[\\\0]|^\//.test(path) && path.split("/").every((part) => !["", ".", ".."].includes(part))
  );
}

/** The text of a file; `undefined` where there is none. A link counts as a file that is not ours. */
function readText(path: string): string | undefined {
  return readBytes(path)?.toString("utf8");
}

/** The same without the work of decoding it. */
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
