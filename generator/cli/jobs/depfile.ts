import { join, relative } from "node:path";
import { replaceFile } from "../../output/replace.js";
import { filesOf, foldersOf, type Read } from "./files-of.js";
import type { Job } from "./job.js";

/** The depfile of a run while its services are made. */
export interface Depfile {
  readonly add: (job: Job & { readonly out: string }, read: Read) => void;
  /** Writes it: when everything that it speaks of was made. */
  readonly write: () => void;
}

/** The depfile at `path`; nothing is written where none is wanted. */
export function depfileOf(path: string | undefined): Depfile {
  if (path === undefined) return { add: () => undefined, write: () => undefined };
  const cwd = process.cwd();
  const targets: string[] = [];
  const inputs = new Set<string>();
  return {
    add(job, read) {
      const { inputs: files, absent } = filesOf(job, read, [], cwd);
      targets.push(relative(cwd, join(job.out, "openapi.json")).replaceAll("\\", "/"));
      // A file that is not there has no time: the folder has, and another one when a file appears.
      for (const each of [...files, ...foldersOf([...files, ...absent])]) inputs.add(each);
    },
    write() {
      const { text, unsaid } = depfile(targets, [...inputs].sort());
      for (const file of unsaid) {
        process.stderr.write(
          `restanza: ${JSON.stringify(file)} has no form in a depfile: rename it, or it is built too seldom.\n`,
        );
      }
      replaceFile(path, text);
    },
  };
}

/**
 * A depfile: which files a target was made from, as Ninja reads it (its manual, "Depfile"), and
 * make. Spaces, `#`, `$` and backslashes before them are escaped as GCC does it. A path with a line break has no form:
 * those are given back, to be told of.
 */
export function depfile(
  targets: readonly string[],
  inputs: readonly string[],
): { readonly text: string; readonly unsaid: readonly string[] } {
  const unsaid = inputs.filter((path) => /[\n\r\t]/.test(path));
  const said = inputs.filter((path) => !unsaid.includes(path));
  const lines = said.map((path) => ` \\\n  ${escaped(path)}`);
  return { text: `${targets.map(escaped).join(" ")}:${lines.join("")}\n`, unsaid };
}

function escaped(path: string): string {
  return path
    .replace(/(\\*)([ #])/g, (_, slashes: string, sign: string) => `${slashes}${slashes}\\${sign}`)
    .replaceAll("$", "$$$$");
}
