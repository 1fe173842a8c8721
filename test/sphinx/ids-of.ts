import { readDocuments } from "../../generator/apiref/documents.js";
import { Library } from "../../generator/apiref/library.js";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import type { Block } from "../../generator/rst/blocks.js";
import type { SourceTree } from "../../generator/source/tree.js";
import { heldBy } from "../../generator/sphinx/ids/nested.js";
import { pageIds } from "../../generator/sphinx/ids/page-ids.js";
import { entriesOf, rowsOf } from "../../generator/sphinx/ids/rows.js";

/** The identifiers of every page of a tree, by the name of its document, in the order of the text. */
export function idsOf(tree: SourceTree): ReadonlyMap<string, readonly string[]> {
  const entries = entriesOf(readApiReference(tree).value);
  const library = new Library(tree, { targets: new Map(), substitutions: new Map() });
  return new Map(
    readDocuments(tree).value.map((document) => {
      const ids = pageIds(document, rowsOf(tree, document.source, entries, library));
      const inOrder = (blocks: readonly Block[]): readonly string[] =>
        blocks.flatMap((block) => {
          if (block.kind !== "section") return [...ids.ofBlock(block), ...inOrder(heldBy(block))];
          const { heading, button, detail } = ids.ofSection(block);
          return [...heading, ...button, ...detail, ...inOrder(block.blocks)];
        });
      return [document.source, inOrder(document.blocks)];
    }),
  );
}
