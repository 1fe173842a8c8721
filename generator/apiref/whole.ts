import type { SourceTree } from "../source/tree.js";
import { rootDocument } from "./documents.js";

/**
 * Whether the tree holds its root document and whatever that one is made of. A part of a reference
 * does not know what the rest refers to or defines.
 */
export function isWhole(tree: SourceTree): boolean {
  const root = rootDocument(tree);
  const isSite = tree.whole === true || tree.documents.length + tree.fragments.length > 1;
  return root?.endsWith("index.rst") === true && isSite;
}
