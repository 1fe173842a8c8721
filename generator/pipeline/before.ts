import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { isDocument } from "../load/load.js";
import { followed } from "../source/git-links.js";
import { GitRevision } from "../source/git.js";
import { normalise } from "../source/paths.js";
import type { SourceTree } from "../source/tree.js";
import { InputFailure } from "./input-failure.js";
import { rootOf } from "./inputs.js";
import type { OverlayText } from "./settings.js";
import { asInput, openAt, type OpenedSide } from "./sides.js";

/** A tree of the configuration as it was at a revision; `note` is a sentence for the report. */
export type Before =
  | { readonly kind: "there"; readonly side: OpenedSide; readonly note?: string }
  | { readonly kind: "new"; readonly note: string };

/**
 * Finds what the tree at `path` was at a revision of the repository that it lies in: at the same
 * path, else at the one that git says the folder was renamed from, else nowhere: then it is new.
 * @throws {InputFailure} where it may have stood elsewhere, and git does not say where
 */
export function openBefore(path: string, name: string, now: OpenedSide): Before {
  try {
    const absolute = resolve(path);
    const isFolder = existsSync(absolute) && statSync(absolute).isDirectory();
    const folder = isFolder ? absolute : dirname(absolute);
    const revision = new GitRevision(existsSync(folder) ? folder : process.cwd(), name);
    const own = normalise(join(revision.prefix, isFolder ? "" : relative(folder, absolute)));
    return found({ revision, own, path, now });
  } catch (error) {
    throw asInput(error);
  }
}

/** The texts of overlays as they were at a revision; what was not there then is left out. */
export function overlaysBefore(paths: readonly string[], name: string): readonly OverlayText[] {
  return paths.flatMap((path): readonly OverlayText[] => {
    const folder = resolve(path, "..");
    if (!existsSync(folder)) return [];
    try {
      const revision = new GitRevision(folder, name);
      const own = normalise(join(revision.prefix, relative(folder, resolve(path))));
      const place = followed(revision, own);
      const before = place.kind === "missing" ? revision.renamed().get(own) : undefined;
      const there = before === undefined ? place : followed(revision, before);
      if (there.kind !== "found" || there.entry === undefined) return [];
      return [{ name: path, text: new TextDecoder().decode(revision.bytes(there.entry)) }];
    } catch (error) {
      throw asInput(error);
    }
  });
}

interface Asked {
  readonly revision: GitRevision;
  /** From the root of the repository. */
  readonly own: string;
  /** As the configuration has it. */
  readonly path: string;
  readonly now: OpenedSide;
}

function found(asked: Asked): Before {
  const { revision, own, path, now } = asked;
  if (isThere(asked)) {
    const side = openAt(revision, own);
    // Beside docs of another kind, a reference may be new all the same.
    if (isReference(own, side.tree) || !isReference(own, now.tree) || !holdsNone(side.tree))
      return { kind: "there", side };
  }
  const moved = isDocument(now.tree) ? movedFile(revision, own) : movedFolder(asked);
  if (moved !== undefined)
    return {
      kind: "there",
      side: openAt(revision, moved),
      note: `At ${revision.name} it was ${moved}: git says that it was renamed.`,
    };
  const [gone, ...more] = isDocument(now.tree) ? [] : vanished(revision);
  if (gone !== undefined) {
    const others = more.length === 0 ? "" : ` (or ${more.slice(0, 3).join(", ")})`;
    throw new InputFailure(
      `${revision.name} has no docs in ${own || "."}, and git does not say that they were renamed, ` +
        `though others are gone since: if they were ${gone}${others}, stage the move (git add --all), ` +
        `or name both: diff ${revision.name}:${gone} ${path}.`,
    );
  }
  return {
    kind: "new",
    note: `It is new: ${revision.name} has no ${own || "docs"}, and nothing was renamed to it.`,
  };
}

const isSource = (path: string): boolean => /\.(?:rst|inc)$/.test(path);

/** Whether the revision has the file, or docs in the folder; a link that leads nowhere is told of. */
function isThere({ revision, own, now }: Asked): boolean {
  const place = followed(revision, own);
  if (place.kind === "missing") return false;
  if (place.kind !== "found" || place.entry !== undefined) return true;
  // A folder may hold a document, too.
  if (isDocument(now.tree)) return true;
  const prefix = place.path === "" ? "" : `${place.path}/`;
  return [...revision.entries().keys()].some((id) => id.startsWith(prefix) && isSource(id));
}

function isReference(own: string, { sourceFolder }: SourceTree): boolean {
  return /(?:^|\/)api-ref(?:\/|$)/.test(`${own}/${sourceFolder}`);
}

/** Whether all of a tree was read, and no operation stands in it. */
function holdsNone(tree: SourceTree): boolean {
  return [...tree.documents, ...tree.fragments].every((file) => {
    const reading = tree.read(file);
    return (
      reading.kind === "text" &&
      reading.notes.length === 0 &&
      !reading.text.includes("\0") &&
      !reading.text.includes("rest_method::")
    );
  });
}

function movedFile(revision: GitRevision, own: string): string | undefined {
  const before = revision.renamed().get(own);
  return before !== undefined && !existsSync(join(revision.top, before)) ? before : undefined;
}

/** The folder from which most files of the docs were renamed, if its own docs are gone by now. */
function movedFolder({ revision, own, path, now }: Asked): string | undefined {
  const place = join(rootOf({ path }), now.tree.sourceFolder);
  const folder = normalise(relative(revision.top, place));
  const counts = new Map<string, number>();
  for (const [to, from] of revision.renamed()) {
    const tail = to.slice(folder.length);
    if (!to.startsWith(`${folder}/`) || !isSource(to) || !from.endsWith(tail)) continue;
    const before = from.slice(0, -tail.length);
    counts.set(before, (counts.get(before) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (most === undefined) return undefined;
  const [before, count] = most;
  const left = [...revision.entries().keys()].filter(
    (id) => id.startsWith(`${before}/`) && isSource(id) && existsSync(join(revision.top, id)),
  );
  // A chapter that went to docs of its own is no move of them all.
  if (left.length >= count) return undefined;
  const inside = folder.startsWith(`${own}/`) ? folder.slice(own.length) : "";
  return inside !== "" && before.endsWith(inside) ? before.slice(0, -inside.length) : before;
}

/** Folders of the revision with an index and stanzas that are no more. */
function vanished(revision: GitRevision): readonly string[] {
  const entries = [...revision.entries()];
  const folders = entries.flatMap(([id]) =>
    id.endsWith("/index.rst") && !existsSync(join(revision.top, dirname(id))) ? [dirname(id)] : [],
  );
  return folders.filter((folder) =>
    entries.some(
      ([id, entry]) =>
        id.startsWith(`${folder}/`) &&
        isSource(id) &&
        Buffer.from(revision.bytes(entry)).includes("rest_method::"),
    ),
  );
}
