import { join, relative } from "node:path";
import { type Finding, locate } from "../diagnostics/report/finding.js";
import type { Findings } from "../pipeline/build.js";

/** Findings with the paths of their files as seen from the working folder, so that they can be opened. */
export function findingsOf({ diagnostics, root, textOf }: Findings): readonly Finding[] {
  const base = relative(process.cwd(), root);
  return locate(diagnostics, textOf, (source) => join(base, source).replaceAll("\\", "/"));
}
