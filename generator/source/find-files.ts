import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { SourceId } from "../diagnostics/span.js";

/** What is looked at on the way: a repository has no more folders that docs would be in. */
const most = { entries: 50_000, depth: 8 };

/** Folders that hold no docs of the project itself. */
const skipped = /^(?:\.|node_modules$|tests?$|locale$|build$|dist$)/;

/**
 * The files below `root` whose names are such, sorted; links to folders are not followed. Where
 * there is too much to look at, those that were found by then.
 */
export function findFiles(root: string, isSuch: (name: string) => boolean): readonly SourceId[] {
  const found: SourceId[] = [];
  const waiting: { readonly id: string; readonly depth: number }[] = [{ id: "", depth: 0 }];
  let seen = 0;
  for (let at = waiting.shift(); at !== undefined && seen < most.entries; at = waiting.shift()) {
    let entries;
    try {
      entries = readdirSync(join(root, at.id), { withFileTypes: true });
    } catch {
      continue;
    }
    seen += entries.length;
    for (const entry of entries) {
      const id = at.id === "" ? entry.name : `${at.id}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skipped.test(entry.name) && at.depth < most.depth)
          waiting.push({ id, depth: at.depth + 1 });
      } else if (entry.isFile() && isSuch(entry.name)) found.push(id);
    }
  }
  return found.toSorted();
}
