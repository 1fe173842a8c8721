import { statSync } from "node:fs";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { emptyParametersFile } from "../../diagnostics/rules/empty-parameters-file.js";
import { invalidYaml } from "../../diagnostics/rules/invalid-yaml.js";
import { sampleUnreadable } from "../../diagnostics/rules/sample-unreadable.js";
import { unreadableFile } from "../../diagnostics/rules/unreadable-file.js";

/** What says that a file is not what it has to be as a whole: one that is saved by half looks so. */
const ofWholeFiles: ReadonlySet<string> = new Set(
  [emptyParametersFile, invalidYaml, sampleUnreadable, unreadableFile].map(({ code }) => code),
);

/** Findings about files that could not be read as a whole, by what tells them apart. */
export function unreadIn(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, Diagnostic> {
  const found = diagnostics.filter(({ code }) => ofWholeFiles.has(code));
  return new Map(found.map((each) => [`${each.code}\0${each.span?.source}`, each]));
}

/** The size of a file in bytes; `undefined` where there is none. */
export function sizeOf(path: string): number | undefined {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    return status?.isFile() === true ? status.size : undefined;
  } catch {
    return undefined;
  }
}
