import type { SourceId } from "../../diagnostics/span.js";
import type { RstDocument } from "../../rst/blocks.js";
import { readDocument } from "../../rst/read-document.js";
import { fileName } from "../../source/paths.js";
import type { SourceTree } from "../../source/tree.js";
import type { VersionHistory } from "../model.js";
import { versionsOf } from "./read-history.js";

/** The names by which histories go: `api_microversion_history`, `webapi-version-history`. */
const named = /history/i;

/** An address whose last part has the name of a history, without its ending. */
const link = /https?:\/\/[^\s<>`"']+?history[\w-]*(?=\.html)/gi;

/**
 * The version history of a service: a document of the tree by that name, with what it includes, or
 * the page of the service's other docs that the reference links to. `undefined` where the tree has
 * none, or only the link to it.
 */
export function findHistory(
  tree: SourceTree,
  documents: readonly RstDocument[],
): VersionHistory | undefined {
  for (const document of documents) {
    const history = named.test(fileName(document.source)) ? historyIn(tree, document) : undefined;
    if (history !== undefined) return history;
  }
  for (const page of linkedPages(tree, documents)) {
    if (tree.read(page).kind !== "text") continue;
    // What is wrong there is found by those whose docs it belongs to.
    const history = historyIn(tree, readDocument(tree, page).value);
    if (history !== undefined) return history;
  }
  return undefined;
}

function historyIn(tree: SourceTree, document: RstDocument): VersionHistory | undefined {
  const versions = versionsOf(tree, document);
  if (versions.length === 0) return undefined;
  const sources = [document.source, ...document.includes.map(({ source }) => source)];
  return { document: document.source, sources: [...new Set(sources)], versions };
}

/**
 * The sources of the pages that documents link to, below `doc/source`, where Sphinx has them:
 * `…/latest/reference/api-microversion-history.html` is made from
 * `doc/source/reference/api-microversion-history.rst`. How much of the address comes before the
 * path is not known, so every rest of it is tried.
 */
function linkedPages(tree: SourceTree, documents: readonly RstDocument[]): readonly SourceId[] {
  const sources = documents.flatMap((each) => [
    each.source,
    ...each.includes.map(({ source }) => source),
  ]);
  const pages = [...new Set(sources)].flatMap((source) => {
    const reading = tree.read(source);
    if (reading.kind !== "text") return [];
    return [...reading.text.matchAll(link)].flatMap(([address]) => {
      const [, ...path] = address.replace(/^https?:\/\//, "").split("/");
      return path.map((_, from) => `doc/source/${path.slice(from).join("/")}.rst`);
    });
  });
  return [...new Set(pages)];
}
