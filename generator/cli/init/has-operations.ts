import { isDocument } from "../../load/load.js";
import { readApiReference } from "../../apiref/read-api-reference.js";
import { openTree } from "../../source/disk-tree.js";

/**
 * Whether the docs at `path` document an operation; of an OpenAPI document that is taken for granted.
 * One stanza is enough, so that large docs are read to the end only where none is seen at once.
 */
export function hasOperations(path: string): boolean {
  const opening = openTree(path);
  if (opening.kind === "refused") return false;
  const { tree } = opening;
  if (isDocument(tree)) return true;
  const isSeen = [...tree.documents, ...tree.fragments].some((id) => {
    const reading = tree.read(id);
    return reading.kind === "text" && /^\.\. rest_method::/m.test(reading.text);
  });
  return (
    isSeen || readApiReference(tree).value.chapters.some(({ operations }) => operations.length > 0)
  );
}
