import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { compare, type Comparison, refuseFile } from "./compare.js";
import { OutputFailure, reasonOf, systemCode } from "./failure.js";
import { insideOnDisk, refuseForeignWork } from "./inside.js";
import { joinJournals, journalText } from "./journal.js";
import { KnownOutput } from "./known-output.js";
import { withLock } from "./lock.js";
import { makeFolder } from "./make-folder.js";
import { type Manifest, manifestText, plannedDigest } from "./manifest.js";
import type { OutputFile } from "./output-file.js";
import { checkPlan, manifestName, workName } from "./paths.js";
import { renameFile } from "./rename.js";

export interface WriteOptions {
  /** Written into the manifest. */
  readonly version: string;
  /** Kept in the manifest, for those who compare later. */
  readonly flags?: readonly string[];
  /** What this process found in the same folder before. */
  readonly known?: KnownOutput;
  /** Overwrite files of a planned name that restanza did not write. */
  readonly force?: boolean;
}

/** What became of the folder. */
export interface Written {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** No longer planned, but edited since restanza wrote them, and so left in place. */
  readonly kept: readonly string[];
  /** In no manifest, but with restanza's header, and so left in place: of another run. */
  readonly strays: readonly string[];
  /** Edited since restanza wrote them, and written again: the edits are lost. */
  readonly restored: readonly string[];
}

/**
 * Makes `folder` hold exactly the planned files, beside those that are not ours.
 *
 * Every file is written under another name in the same file system and renamed, so that it is at
 * any moment wholly old or wholly new; a journal tells of a run that was killed in between. Where
 * nothing differs, nothing is touched. Throws an `OutputFailure` in words for people.
 */
export async function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  options: WriteOptions,
): Promise<Written> {
  const { known = new KnownOutput() } = options;
  checkPlan(files);
  refuseFile(folder);
  refuseLinks(folder, files);
  refuseForeignWork(folder);
  const before = compare(folder, files, known);
  if (isCurrent(before, files, options) && !existsSync(join(folder, workName)))
    return summary(before);
  refuseForeign(folder, before, options);
  let written = false;
  try {
    makeFolder(folder);
    return await withLock(folder, () => {
      // Another run may have written while this one waited.
      const found = compare(folder, files, known);
      refuseForeign(folder, found, options);
      putInPlace(folder, files, found, options);
      written = true;
      return summary(found);
    });
  } catch (error) {
    if (error instanceof OutputFailure) throw error;
    // What was put in place but for its end tells so itself.
    const state = written ? "" : " Every file there is as it was.";
    throw new OutputFailure(`${folder} could not be written: ${reasonOf(error)}.${state}`, {
      cause: error,
    });
  } finally {
    removeEmpty(join(folder, workName));
  }
}

/** Writes a file of the user's, if there is none; whether it did. */
export function writeOnce(path: string, text: string): boolean {
  if (existsSync(path)) return false;
  const draft = `${path}.${process.pid}.part`;
  try {
    makeFolder(dirname(path));
    writeFileSync(draft, text, { flag: "wx" });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (systemCode(error) === "EEXIST") return false;
      renameFile(draft, path);
    }
    return true;
  } catch (error) {
    throw new OutputFailure(`${path} could not be written: ${reasonOf(error)}.`, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
}

function manifestOf(files: readonly OutputFile[], { version, flags = [] }: WriteOptions): Manifest {
  return { version, flags, files: new Map(files.map((file) => [file.path, plannedDigest(file)])) };
}

function isCurrent(
  found: Comparison,
  files: readonly OutputFile[],
  options: WriteOptions,
): boolean {
  return (
    found.journal === undefined &&
    found.unchanged.length === files.length &&
    found.leftover.length === 0 &&
    found.manifest !== undefined &&
    manifestText(found.manifest) === manifestText(manifestOf(files, options))
  );
}

function summary(found: Comparison): Written {
  const written = [...found.missing, ...found.changed, ...found.foreign].map((file) => file.path);
  return {
    written: written.sort(),
    unchanged: found.unchanged,
    removed: found.leftover,
    kept: found.edited,
    strays: found.strays,
    restored: found.restored,
  };
}

/** A symbolic link must not lead a file out of the output. */
function refuseLinks(folder: string, files: readonly OutputFile[]): void {
  const isInside = insideOnDisk(folder);
  const astray = files.find((file) => !isInside(file.path));
  if (astray === undefined) return;
  const parent = dirname(join(folder, astray.path));
  throw new OutputFailure(`${parent} is a link that leaves the output folder.`);
}

function refuseForeign(folder: string, { foreign }: Comparison, { force }: WriteOptions): void {
  const [first] = foreign;
  if (first === undefined || force === true) return;
  const others = foreign.length > 1 ? ` and ${foreign.length - 1} more` : "";
  throw new OutputFailure(
    `${join(folder, first.path)}${others} would be overwritten, but restanza did not write it. ` +
      "Choose another folder, remove the file, or say --force.",
  );
}

/** Under the lock: journal, drafts, renames, removals, manifest, and the journal away again. */
function putInPlace(
  folder: string,
  files: readonly OutputFile[],
  found: Comparison,
  options: WriteOptions,
): void {
  const work = join(folder, workName);
  const drafts = join(work, "drafts");
  const journal = join(work, "journal.json");
  const writes = [...found.missing, ...found.changed, ...found.foreign];
  const manifest: OutputFile = {
    path: manifestName,
    text: manifestText(manifestOf(files, options)),
  };
  let placed = 0;
  try {
    clear(work);
    mkdirSync(drafts);
    const claims = writes.map((file) => [file.path, plannedDigest(file)] as const);
    writeDurably(
      join(drafts, "journal"),
      journalText(joinJournals(found.journal ?? new Map(), claims)),
    );
    for (const [index, file] of [...writes, manifest].entries()) {
      writeFileSync(join(drafts, String(index)), file.text);
    }
    for (const file of writes) makeFolder(dirname(join(folder, file.path)));
    renameFile(join(drafts, "journal"), journal);
    for (const [index, file] of writes.entries()) {
      renameFile(join(drafts, String(index)), join(folder, file.path));
      placed += 1;
    }
    for (const path of found.leftover) {
      rmSync(join(folder, path), { force: true });
      placed += 1;
      removeEmptyAbove(folder, path);
    }
    renameFile(join(drafts, String(writes.length)), join(folder, manifestName));
    rmSync(journal, { force: true });
  } catch (error) {
    if (error instanceof OutputFailure) throw error;
    if (placed === 0 && found.journal === undefined) rmSync(journal, { force: true });
    const state =
      placed === 0
        ? "Every file there is as it was"
        : `Of its files ${placed} are new, each of them whole; the next generate finishes it`;
    throw new OutputFailure(`${folder} could not be written: ${reasonOf(error)}. ${state}.`, {
      cause: error,
    });
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}

/** Removes what killed runs left; one that still waits for the lock makes its draft again. */
function clear(work: string): void {
  for (const name of readdirSync(work)) {
    if (name !== "lock" && name !== "journal.json") {
      rmSync(join(work, name), { recursive: true, force: true });
    }
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeEmptyAbove(folder: string, path: string): void {
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    if (!removeEmpty(join(folder, parent))) return;
  }
}

function removeEmpty(path: string): boolean {
  try {
    if (readdirSync(path).length > 0) return false;
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}
