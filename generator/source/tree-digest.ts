import { createHash } from "node:crypto";
import type { SourceId } from "../diagnostics/span.js";
import type { SourceTree } from "./tree.js";

/**
 * A digest of a tree as far as the files of these names go, those that are missing among them: equal
 * digests of equal names mean that reading the tree gives the same.
 */
export function treeDigest(tree: SourceTree, ids: readonly SourceId[]): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([tree.sourceFolder, tree.documents, tree.fragments]));
  for (const id of [...ids].sort()) {
    const reading = tree.read(id);
    // The text apart: as JSON it would be written once more.
    hash.update(
      `\0${JSON.stringify(reading.kind === "text" ? { ...reading, text: reading.text.length } : reading)}\0`,
    );
    if (reading.kind === "text") hash.update(reading.text);
  }
  return hash.digest("hex");
}
