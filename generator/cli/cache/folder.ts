import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { CacheFile } from "./sealed.js";
import { foldersAbove, programDigest } from "../shell/program.js";

/** Where runs of one program in one working folder leave what the next may use. */
export interface CacheFolder {
  readonly path: string;
  /** Of the program: what another one left is never used. */
  readonly program: string;
  /** The working folder as seen from the project: part of every key. */
  readonly place: string;
}

/**
 * `node_modules/.cache/restanza` of the project around the working folder, as is the habit of build
 * tools; nothing without a project, for a program that runs from its sources, or where the words of
 * the command line or the environment turn it off.
 */
export function cacheFolder(words: readonly string[] = []): CacheFolder | undefined {
  if (words.includes("--no-cache") || /^(?:0|false|off|no)$/i.test(process.env[variable] ?? ""))
    return undefined;
  const cwd = process.cwd();
  const project = foldersAbove(cwd).find((folder) => existsSync(join(folder, "node_modules")));
  const program = project === undefined ? undefined : programDigest();
  if (project === undefined || program === undefined) return undefined;
  return {
    path: join(project, "node_modules", ".cache", "restanza"),
    program,
    place: relative(project, cwd),
  };
}

/** A file of the cache, by its kind and by what else decides what is in it. */
export function cacheFile(
  { path, program, place }: CacheFolder,
  kind: CacheKind,
  causes: unknown,
): CacheFile {
  const text = JSON.stringify([program, place, causes]);
  const digest = createHash("sha256").update(text).digest("hex");
  const name = `${program.slice(0, 12)}-${kind}-${digest.slice(0, 32)}`;
  return { path: join(path, name), name };
}

/** What a command line meant, what a run said, what its stages know, what `diff` read of a side. */
export type CacheKind = "command" | "run" | "stages" | "side";

/** The variable of the environment that turns the cache off. */
const variable = "RESTANZA_CACHE";
