import { compare, refuseFile } from "./compare.js";
import { plannedDigest } from "./manifest.js";
import type { OutputFile } from "./output-file.js";
import { checkPlan, manifestName } from "./paths.js";

/** One way in which an output folder is not what the docs would give now. */
export interface Stale {
  readonly path: string;
  readonly why:
    | "missing"
    | "changed"
    | "leftover"
    | "stray"
    | "not-ours"
    | "interrupted"
    | "manifest";
}

/**
 * What `writeFiles` would do, without doing it. A file of the user's is passed by; so is a manifest
 * that differs only in the version that wrote it, since not a word of the output would change.
 */
export function staleFiles(folder: string, files: readonly OutputFile[]): readonly Stale[] {
  checkPlan(files);
  refuseFile(folder);
  const found = compare(folder, files);
  const listed = found.manifest?.files;
  const manifestHolds =
    listed?.size === files.length &&
    files.every((file) => listed.get(file.path) === plannedDigest(file));
  const stale: Stale[] = [
    ...found.missing.map(({ path }): Stale => ({ path, why: "missing" })),
    ...found.changed.map(({ path }): Stale => ({ path, why: "changed" })),
    ...found.foreign.map(({ path }): Stale => ({ path, why: "not-ours" })),
    ...found.leftover.map((path): Stale => ({ path, why: "leftover" })),
    ...found.strays.map((path): Stale => ({ path, why: "stray" })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (!manifestHolds && stale.length === 0) stale.push({ path: manifestName, why: "manifest" });
  if (found.journal !== undefined) stale.unshift({ path: ".", why: "interrupted" });
  return stale;
}
