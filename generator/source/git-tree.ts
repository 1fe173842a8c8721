import { dirname } from "node:path";
import type { SourceId } from "../diagnostics/span.js";
import { decode } from "./decode.js";
import { type Limits, usualLimits } from "./disk-tree.js";
import { GitRevision } from "./git.js";
import { followed, type Followed } from "./git-links.js";
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
  const place = followed(revision, path);
  if (place.kind !== "found") {
    return { kind: "refused", reason: whyNowhere(revision, normalise(path), place) };
  }
  const asked = place.path;
  const entries = revision.entries();
  const isFile = entries.has(asked);
  const prefix = asked === "" ? "" : `${asked}/`;
  const below = [...entries.keys()].filter((id) => id.startsWith(prefix));
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

/** Why a path leads nowhere at a revision, and what to do about it. */
function whyNowhere(
  revision: GitRevision,
  asked: string,
  place: Exclude<Followed, { readonly kind: "found" }>,
): string {
  const { name, prefix } = revision;
  if (place.kind !== "missing") {
    const what = `${name}:${place.link} is a link to ${JSON.stringify(place.target)}`;
    if (place.kind === "endless") return `${what} that leads back to itself: name what is meant`;
    if (place.kind === "broken")
      return `${what}, which is not there at ${name}: name what is meant`;
    return `${what}, outside of the repository: what was there at ${name} is not known, so name a path of its own`;
  }
  const below = normalise(`${prefix}/${asked}`);
  // As git itself has it: only what begins with a dot is from the folder of work.
  const isHere = prefix !== "" && followed(revision, below).kind === "found";
  const hint = isHere
    ? `: paths begin at the root of the repository (${below}, or ./${asked})`
    : "";
  return `${name} has no ${asked === "" ? "such path" : asked}${hint}`;
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
  const place = followed(revision, root === "" ? id : `${root}/${id}`, root);
  if (place.kind === "outside") return { kind: "outside", id };
  if (place.kind !== "found") return { kind: "missing", id };
  const { entry } = place;
  if (entry === undefined) return { kind: "unreadable", id, reason: "not a regular file" };
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
