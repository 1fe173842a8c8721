import { createHash, type Hash } from "node:crypto";
import type { SourceId } from "../diagnostics/span.js";
import type { Reading, SourceTree } from "./tree.js";

/**
 * A digest of a tree as far as the files of these names go, those that are missing among them: equal
 * digests of equal names mean that reading the tree gives the same. `bytesOf` gives the bytes of a
 * file whose text they are as they stand, where that is known sooner than by reading.
 */
export function treeDigest(
  tree: SourceTree,
  ids: readonly SourceId[],
  bytesOf: (id: SourceId) => Uint8Array | undefined = () => undefined,
): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([tree.sourceFolder, tree.documents, tree.fragments]));
  for (const id of [...ids].sort()) {
    const bytes = bytesOf(id);
    hash.update(`\0${id}\0`);
    if (bytes === undefined) addReading(hash, tree.read(id));
    else hash.update(`text ${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

function addReading(hash: Hash, reading: Reading): void {
  if (reading.kind !== "text") {
    hash.update(JSON.stringify(reading));
    return;
  }
  const { notes, text } = reading;
  const form = notes.length === 0 ? "text" : `text with ${notes.join()}`;
  hash.update(`${form} ${Buffer.byteLength(text)}\0`).update(text);
}
