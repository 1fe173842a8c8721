import { existsSync, lstatSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { manifestName } from "../../output/paths.js";
import { type Job, wantedHandlers } from "./job.js";

/** What a run of one service reads, looks for and writes; paths as seen from one folder, with `/`. */
export interface ServiceFiles {
  readonly name: string;
  /** Every file that was read. */
  readonly inputs: readonly string[];
  /** What was looked for and is not there: as soon as it is, the output may be another. */
  readonly absent: readonly string[];
  /** Every file that is written. */
  readonly outputs: readonly string[];
}

/** What a run was made of: of a tree, the names of its files and the folder that they lie in. */
export interface Read {
  readonly root: string;
  readonly ids: readonly string[];
}

/**
 * The files of a job, as seen from `folder`. What people write in (handlers) is read, and no output
 * that may be restored or removed.
 */
export function filesOf(
  job: Job & { readonly out: string },
  { root, ids }: Read,
  written: readonly string[],
  folder: string,
): ServiceFiles {
  const cwd = process.cwd();
  const shown = (path: string) => relative(folder, path).replaceAll("\\", "/");
  const handlers = wantedHandlers(job)?.file;
  const looked = [
    ...lookedFor(job, { root, ids }),
    ...(handlers === undefined ? [] : [resolve(cwd, handlers)]),
  ];
  return {
    name: job.name,
    inputs: unique(looked.filter(isFile).map(shown)),
    absent: unique(looked.filter((path) => !isThere(path)).map(shown)),
    outputs: unique([...written, manifestName].map((path) => shown(join(cwd, job.out, path)))),
  };
}

/** Absolute paths of all that a run reads or looks for, but for what people write in (handlers). */
export function lookedFor(job: Job, { root, ids }: Read): readonly string[] {
  const beside = [...job.configFiles, ...(job.source.overlays ?? [])];
  return [
    ...ids.filter((id) => id !== ".." && !id.startsWith("../")).map((id) => join(root, id)),
    ...beside.map((path) => resolve(path)),
  ].filter((path) => !path.includes("\0"));
}

/**
 * The folders in which a file may appear that would change the output: those of the sources, and
 * for all that is absent the nearest one that is there.
 */
export function foldersOf(files: readonly string[]): readonly string[] {
  return unique(files.map((path) => nearestFolder(dirname(path))));
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Folders are asked for, too, where only the way to a file is looked for. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function unique(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].sort();
}
