import type { SourceId } from "../diagnostics/span.js";
import { folderOf } from "./paths.js";
import type { SourceTree } from "./tree.js";

/** Where the sources of an API reference lie below a root, most usual first. */
const usual = [
  "api-ref/source",
  "source",
  "doc/source/api-ref",
  "doc/api-ref/source",
  "api-ref",
  "doc/source",
];

/**
 * The source folder among `files` (all below one root): one of the usual folders if it holds an
 * `index.rst` or any source, else the shallowest folder with an `index.rst`, else the shallowest
 * with any `.rst` or `.inc`. `undefined` when there is no source at all.
 */
export function findSourceFolder(files: readonly SourceId[]): string | undefined {
  const sources = files.filter(isSource);
  const under = (folder: string): boolean =>
    sources.some((file) => file.startsWith(folder === "" ? "" : `${folder}/`));
  for (const folder of usual) {
    if (sources.includes(`${folder}/index.rst`)) return folder;
  }
  const indexes = sources.filter((file) => file === "index.rst" || file.endsWith("/index.rst"));
  return (
    usual.find((folder) => folder !== "doc/source" && under(folder)) ??
    shallowest(indexes.map(folderOf)) ??
    shallowest(sources.map(folderOf))
  );
}

/**
 * Why `found` is not what is meant, in the rest of a sentence: other references lie beside it, and
 * nothing says which one. One that stands where a repository has its own is meant.
 */
export function otherReferences(files: readonly SourceId[], found: string): string | undefined {
  if (usual.includes(found)) return undefined;
  const references = files
    .filter((file) => /(?:^|\/)api-ref\/source\/index\.rst$/.test(file))
    .map(folderOf)
    .sort();
  return references.length < 2
    ? undefined
    : `several API references are in it, of which one has to be named: ${references.join(", ")}`;
}

/** What of `files` a tree shows of its source folder. */
export function layOut(
  files: readonly SourceId[],
  sourceFolder: string,
): Pick<SourceTree, "sourceFolder" | "documents" | "fragments"> {
  const prefix = sourceFolder === "" ? "" : `${sourceFolder}/`;
  const below = files.filter((file) => file.startsWith(prefix)).sort();
  return {
    sourceFolder,
    documents: below.filter((file) => file.endsWith(".rst")),
    fragments: below.filter((file) => file.endsWith(".inc")),
  };
}

function isSource(file: SourceId): boolean {
  return file.endsWith(".rst") || file.endsWith(".inc");
}

function shallowest(folders: readonly string[]): string | undefined {
  const depth = (folder: string): number => (folder === "" ? 0 : folder.split("/").length);
  return folders.toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : a > b ? 1 : 0))[0];
}
