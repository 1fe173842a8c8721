import { dirname } from "node:path";
import type { SourceId } from "../diagnostics/span.js";
import { decode } from "./decode.js";
import { type Limits, usualLimits } from "./disk-tree.js";
import { type GitEntry, GitRevision } from "./git.js";
import { findSourceFolder, layOut, otherReferences } from "./layout.js";
import { leavesRoot, normalise } from "./paths.js";
import type { Reading, SourceTree } from "./tree.js";

/** What came of opening a tree in the history of a repository, or a sentence that says why not. */
export type GitOpening =
  | {
      readonly kind: "opened";
      readonly tree: SourceTree;
      /** Every file of the tree, relative to its root, sorted. */
      readonly files: readonly SourceId[];
    }
  | { readonly kind: "refused"; readonly reason: string };

/** A link leads to a link at most so often. */
const mostLinks = 8;

/**
 * Opens the sources at `path` of a revision, as `openTree` opens those on disk: a repository's root
 * (`""`), an `api-ref/source` folder or one file. Nothing is checked out, no filter of the
 * repository is run, and nothing outside the root of the tree is read.
 */
export function openGitTree(
  revision: GitRevision,
  path: string,
  limits: Limits = usualLimits,
): GitOpening {
  const asked = normalise(path);
  const entries = revision.entries();
  const isFile = entries.has(asked);
  const prefix = asked === "" ? "" : `${asked}/`;
  const below = [...entries.keys()].filter((id) => id.startsWith(prefix));
  if (leavesRoot(asked) || (!isFile && below.length === 0)) {
    return { kind: "refused", reason: `${revision.name} has no ${asked}` };
  }
  const root = rootOf(isFile ? normalise(dirname(asked)) : asked);
  const inRoot = (id: string): SourceId => (root === "" ? id : id.slice(root.length + 1));
  const files = [...entries.keys()].filter((id) => root === "" || id.startsWith(`${root}/`));
  const read = reader(revision, root, limits);
  const listed = files.map(inRoot).toSorted();
  const own = inRoot(asked);
  if (isFile) {
    const folder = /^api-ref\/source(?=\/|$)/.exec(own)?.[0] ?? normalise(dirname(own));
    const tree = { sourceFolder: folder, documents: [own], fragments: [], read };
    return { kind: "opened", tree, files: listed };
  }
  const sources = below.filter((id) => /\.(?:rst|inc)$/.test(id));
  const inside = sources.map((id) => id.slice(prefix.length));
  const found = findSourceFolder(inside);
  if (found === undefined) {
    return { kind: "refused", reason: `${revision.name}:${asked} has no .rst or .inc file` };
  }
  const several = otherReferences(inside, found);
  if (several !== undefined)
    return { kind: "refused", reason: `${revision.name}:${asked}: ${several}` };
  const layout = layOut(sources.map(inRoot), normalise(`${own}/${found}`));
  const sphinx = /^api-ref\/source(?=\/|$)/.exec(own)?.[0];
  return {
    kind: "opened",
    tree: { ...layout, sourceFolder: sphinx ?? layout.sourceFolder, read },
    files: listed,
  };
}

/** The folder that holds the innermost `api-ref`, where the path lies in one; else the path. */
function rootOf(folder: string): string {
  const parts = folder.split("/");
  const at = parts.lastIndexOf("api-ref");
  return at < 0 ? (folder === "." ? "" : folder) : parts.slice(0, at).join("/");
}

/** Reads below `root`, each file once. */
function reader(revision: GitRevision, root: string, limits: Limits): SourceTree["read"] {
  const known = new Map<SourceId, Reading>();
  return (path) => {
    const id = normalise(path);
    const before = known.get(id);
    if (before !== undefined) return before;
    const reading = readOnce(revision, root, id, limits);
    known.set(id, reading);
    return reading;
  };
}

function readOnce(revision: GitRevision, root: string, id: SourceId, limits: Limits): Reading {
  if (leavesRoot(id)) return { kind: "outside", id };
  const prefix = root === "" ? "" : `${root}/`;
  let at = `${prefix}${id}`;
  let entry: GitEntry | undefined = revision.entries().get(at);
  for (let links = 0; entry?.isLink === true && links < mostLinks; links += 1) {
    at = normalise(`${dirname(at)}/${new TextDecoder().decode(revision.bytes(entry))}`);
    if (leavesRoot(at) || !at.startsWith(prefix)) return { kind: "outside", id };
    entry = revision.entries().get(at);
  }
  if (entry === undefined || entry.isLink) {
    const isFolder = [...revision.entries().keys()].some((one) => one.startsWith(`${at}/`));
    return isFolder
      ? { kind: "unreadable", id, reason: "not a regular file" }
      : { kind: "missing", id };
  }
  const limit = isDescription(id) ? Math.max(limits.fileBytes, 64 * 1024 * 1024) : limits.fileBytes;
  if (entry.size > limit) return { kind: "too-large", id, bytes: entry.size, limit };
  const decoded = decode(revision.bytes(entry));
  if (
    !isDescription(id) &&
    decoded.text.split("\n").some((line) => line.length > limits.lineLength)
  ) {
    const reason = `it has a line of more than ${limits.lineLength} characters`;
    return { kind: "unreadable", id, reason };
  }
  return { kind: "text", id, ...decoded };
}

function isDescription(id: SourceId): boolean {
  return /\.(?:json|ya?ml)$/i.test(id);
}
