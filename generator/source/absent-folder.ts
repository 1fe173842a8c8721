import type { SourceId } from "../diagnostics/span.js";
import type { SourceTree } from "./tree.js";

/**
 * The folder at the root that would hold the missing file `id`, where that folder is not there at
 * all: docs that were taken out of their repository refer to what was left behind. `undefined`
 * when the file is missing from a folder that is there, or belongs into the docs themselves.
 */
export function absentFolder(tree: SourceTree, id: SourceId): string | undefined {
  const [top = "", ...below] = id.split("/");
  if (tree.sourceFolder === "" || below.length === 0 || top === ".." || top === "")
    return undefined;
  if (tree.sourceFolder === top || tree.sourceFolder.startsWith(`${top}/`)) return undefined;
  return tree.read(top).kind === "missing" ? top : undefined;
}
