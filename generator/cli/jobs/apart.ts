import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isIn, placeOf } from "../../config/places.js";
import { openTree } from "../../source/disk-tree.js";
import { UnfitError } from "../shell/failure.js";

/** What is read and what is written of one API reference, as they are to be shown. */
interface Ends {
  readonly source: { readonly path: string };
  readonly out: string;
}

/**
 * Refuses an output folder inside a folder of docs, and docs inside an output folder, of one
 * service or of two: what is written would be read again by the next run or by the build engine
 * that watches the docs, and what is read would lie where restanza removes what it no longer makes.
 * `advice` ends the sentence about the first. A single file may have its output below its folder: nothing else there is read but what it names.
 */
export function refuseMixedFolders(
  jobs: readonly Ends[],
  advice = "Choose a folder beside the docs.",
): void {
  const docs = jobs
    .map(({ source }) => source.path)
    .filter((path, at, all) => all.indexOf(path) === at);
  for (const path of docs) {
    const read = readPlace(path);
    if (read === undefined) continue;
    for (const { out } of jobs) {
      const written = comparable(out);
      if (!read.isFile && isIn(written, read.place)) {
        throw new UnfitError(
          `The output folder ${out} lies in the docs, ${path}: what is written there would be part of what is read. ${advice}`,
        );
      }
      if (isIn(read.place, written)) {
        throw new UnfitError(
          `The docs, ${path}, lie in the output folder ${out}, where all else is restanza's to replace and remove. ` +
            "Choose a folder of its own for the output.",
        );
      }
    }
  }
}

/** The folder that documents are looked for in, or the one file; `undefined` where nothing can be read. */
function readPlace(path: string): { readonly place: string; readonly isFile: boolean } | undefined {
  const opening = openTree(path);
  if (opening.kind === "refused") return undefined;
  const { root, tree } = opening;
  if (statSync(path).isFile()) return { place: comparable(path), isFile: true };
  return { place: comparable(join(root, tree.sourceFolder)), isFile: false };
}

/** Where capitals do not count (the default of macOS and Windows) two spellings are one place. */
function comparable(path: string): string {
  return placeOf(resolve(path)).toLowerCase();
}
