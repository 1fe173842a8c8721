import type { SourceId } from "../diagnostics/span.js";

/** The folder part of `id`; `""` for a file at the root. */
export function folderOf(id: SourceId): string {
  const cut = id.lastIndexOf("/");
  return cut < 0 ? "" : id.slice(0, cut);
}

/** The last part of `id`: `images.inc`. */
export function fileName(id: SourceId): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** `path` without `.`, doubled slashes and inner `..`; what climbs above the root keeps its `..`. */
export function normalise(path: string): SourceId {
  const parts: string[] = [];
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/**
 * The file that `written` names in a directive of `document`: relative to the folder of the
 * document (not of the included file), or to the source folder after a leading slash, as Sphinx's
 * `env.relfn2path` resolves it. A result that begins with `..` lies outside the tree.
 */
export function resolvePath(
  tree: { readonly sourceFolder: string },
  document: SourceId,
  written: string,
): SourceId {
  const base = written.startsWith("/") ? tree.sourceFolder : folderOf(document);
  return normalise(`${base}/${written}`);
}

/** Whether a normalised `id` leaves the root. */
export function leavesRoot(id: SourceId): boolean {
  return id === ".." || id.startsWith("../");
}

/** The way from `folder` to `id`, by as few steps as it takes. */
export function wayTo(id: SourceId, folder: string): string {
  const to = id.split("/");
  const from = folder.split("/").filter(Boolean);
  const apart = from.findIndex((part, at) => part !== to[at]);
  const shared = apart < 0 ? from.length : apart;
  return "../".repeat(from.length - shared) + to.slice(shared).join("/");
}
