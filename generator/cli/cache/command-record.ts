import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Audience } from "../generate/report.js";
import type { OutputJob } from "../jobs/job.js";
import { cacheFile, type CacheFolder } from "./folder.js";
import { readSealed, writeSealed } from "./sealed.js";

/** What the words of a command line came to. */
export interface CommandRecord {
  readonly jobs: readonly OutputJob[];
  readonly audience: Audience;
}

interface Kept extends CommandRecord {
  /** The configuration files with their digests; those that were looked for and not there without. */
  readonly configFiles: readonly (readonly [path: string, digest: string | undefined])[];
}

/**
 * What these words came to in the last run; `undefined` where nobody knows, or a configuration file is
 * another.
 */
export function recallCommand(
  folder: CacheFolder,
  words: readonly string[],
): CommandRecord | undefined {
  const bytes = readSealed(placeOf(folder, words));
  if (bytes === undefined) return undefined;
  const kept: Kept = JSON.parse(bytes.toString("utf8"));
  return kept.configFiles.every(([file, digest]) => digestOf(file) === digest) ? kept : undefined;
}

/**
 * Leaves for the next run what these words came to. Only where nothing but files in JSON had a say: a
 * configuration that is a program may go by whatever it likes.
 */
export function rememberCommand(
  folder: CacheFolder,
  words: readonly string[],
  { jobs, audience }: CommandRecord,
): void {
  const files = [...new Set(jobs.flatMap(({ configFiles }) => configFiles))];
  if (files.some((file) => existsSync(file) && !file.endsWith(".json"))) return;
  const configFiles = files.map((file) => [file, digestOf(file)] as const);
  const kept = { jobs, audience, configFiles } satisfies Kept;
  writeSealed(placeOf(folder, words), Buffer.from(JSON.stringify(kept)));
}

/** How the program was started is in what it says. */
function placeOf(folder: CacheFolder, words: readonly string[]) {
  const started = [process.argv[1], process.env["npm_config_user_agent"]];
  return cacheFile(folder, "command", [started, words]);
}

function digestOf(file: string): string | undefined {
  try {
    return sha256(readFileSync(file));
  } catch {
    return undefined;
  }
}

function sha256(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}
