import { basename, isAbsolute, join, parse, relative, sep } from "node:path";
import { type Finding, locate } from "../../diagnostics/report/finding.js";
import type { Findings } from "../../pipeline/build.js";

/** Findings with the paths of their files as seen from the working folder, so that they can be opened. */
export function findingsOf({ diagnostics, root, textOf }: Findings): readonly Finding[] {
  const base = pathFrom(process.cwd(), root);
  return locate(diagnostics, textOf, (source) => join(base, source).replaceAll("\\", "/"));
}

/**
 * The folder `root` as seen from the folder `from`. Where they share nothing, the way over the top
 * of the file system would be the absolute path in other words: it is called by its name alone.
 */
export function pathFrom(from: string, root: string): string {
  const way = relative(from, root);
  const climbs = way.split(sep).filter((part) => part === "..").length;
  const depth = relative(parse(from).root, from).split(sep).length;
  return isAbsolute(way) || (climbs > 0 && climbs >= depth) ? basename(root) : way;
}
