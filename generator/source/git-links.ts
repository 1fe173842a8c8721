import { dirname } from "node:path";
import type { GitEntry, GitRevision } from "./git.js";
import { leavesRoot, normalise } from "./paths.js";

/** Where a path of a revision leads, or the rest of a sentence that says why nowhere. */
export type Followed =
  | {
      readonly kind: "found";
      /** Without links on the way. */
      readonly path: string;
      /** Undefined of a folder. */
      readonly entry: GitEntry | undefined;
    }
  | { readonly kind: "missing" }
  | {
      readonly kind: "outside" | "endless" | "broken";
      /** The link itself, and what it says. */
      readonly link: string;
      readonly target: string;
    };

/** So many links are followed on the way to one path, as by Linux (path_resolution(7)). */
const mostLinks = 40;

/**
 * Follows the symbolic links of a path as the system does on disk, each of its parts, within
 * `root`: what a link leads to outside of it is not looked at.
 */
export function followed(revision: GitRevision, path: string, root = ""): Followed {
  const entries = revision.entries();
  const prefix = root === "" ? "" : `${root}/`;
  let at = normalise(path);
  let last: { readonly link: string; readonly target: string } | undefined;
  for (let links = 0; links <= mostLinks; links += 1) {
    const link = linkOn(entries, at);
    if (link === undefined) {
      const entry = entries.get(at);
      if (entry !== undefined || at === "" || revision.folders().has(at))
        return { kind: "found", path: at, entry };
      return last === undefined ? { kind: "missing" } : { kind: "broken", ...last };
    }
    const target = new TextDecoder().decode(revision.bytes(link.entry));
    last = { link: link.path, target };
    const rest = at.slice(link.path.length);
    at = normalise(`${dirname(link.path)}/${target}${rest}`);
    const leaves = target.startsWith("/") || leavesRoot(at);
    if (leaves || (at !== root && !at.startsWith(prefix))) return { kind: "outside", ...last };
  }
  return { kind: "endless", link: last?.link ?? at, target: last?.target ?? "" };
}

/** The first part of a path that is a link. */
function linkOn(
  entries: ReadonlyMap<string, GitEntry>,
  path: string,
): { readonly path: string; readonly entry: GitEntry } | undefined {
  for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
    const part = end < 0 ? path : path.slice(0, end);
    const entry = entries.get(part);
    if (entry?.isLink === true) return { path: part, entry };
    if (end < 0) return undefined;
  }
}
