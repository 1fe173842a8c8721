import { findSourceFolder, layOut } from "./layout.js";
import { leavesRoot, normalise } from "./paths.js";
import type { SourceTree } from "./tree.js";

/**
 * A tree of texts held in memory, by path. For tests, examples of rules and callers without a
 * disk. The rules of its layout are those of a tree on disk; a tree whose only source is one
 * `.inc` reads it as its document, and one without any source its `openapi.yaml` or `openapi.json`.
 */
export function memoryTree(files: Readonly<Record<string, string>>): SourceTree {
  const ids = Object.keys(files);
  const layout = layOut(ids, findSourceFolder(ids) ?? "");
  const alone = layout.documents.length === 0 && layout.fragments.length === 1;
  const isEmpty = layout.documents.length + layout.fragments.length === 0;
  const described = isEmpty ? ids.find((id) => /^openapi\.(?:json|ya?ml)$/.test(id)) : undefined;
  return {
    ...layout,
    ...(alone && { documents: layout.fragments, fragments: [] }),
    ...(described !== undefined && { sourceFolder: "", documents: [described] }),
    read(path) {
      const id = normalise(path);
      if (leavesRoot(id)) return { kind: "outside", id };
      if (ids.some((file) => file.startsWith(`${id}/`))) {
        return { kind: "unreadable", id, reason: "not a regular file" };
      }
      const text = Object.hasOwn(files, id) ? files[id] : undefined;
      return text === undefined ? { kind: "missing", id } : { kind: "text", id, text, notes: [] };
    },
  };
}
