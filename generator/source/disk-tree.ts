import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { SourceId } from "../diagnostics/span.js";
import { decode } from "./decode.js";
import { findSourceFolder, layOut, otherReferences } from "./layout.js";
import { KnownFiles, type ReadFile } from "./known-files.js";
import { leavesRoot, normalise } from "./paths.js";
import { type FileState, readFileAtOnce, stateOf } from "./read-file.js";
import type { Reading, SourceTree } from "./tree.js";

/** What a tree may cost at most. */
export interface Limits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /**
   * Characters of one line: the expressions that lines are read with take memory for each, and the
   * stack of V8's expressions ends at some millions.
   */
  readonly lineLength: number;
  /** Files and folders looked at while searching for sources. */
  readonly entries: number;
}

export const usualLimits: Limits = {
  fileBytes: 8 * 1024 * 1024,
  lineLength: 1024 * 1024,
  entries: 100_000,
};

/** An OpenAPI document may be one line of many megabytes, and no expression looks at its lines. */
const documentLimits: Limits = {
  ...usualLimits,
  fileBytes: 64 * 1024 * 1024,
  lineLength: Number.POSITIVE_INFINITY,
};

/** What came of opening a tree: the tree, or a sentence that says why there is none. */
export type Opening =
  | {
      readonly kind: "opened";
      readonly tree: SourceTree;
      readonly root: string;
      /** Of all files that were read or looked for, those that are others by now. */
      readonly changed: () => readonly SourceId[];
      /** Every file that was read or looked for. */
      readonly seen: () => readonly SourceId[];
    }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Opens the sources at `path`: a repository root, an `api-ref/source` folder (or one below it) or
 * one file. Nothing outside its root is read: the folder that holds `api-ref/`, also when `path`
 * lies below that, else `path` itself, else the folder of the file.
 */
export function openTree(
  path: string,
  limits: Limits = usualLimits,
  files: KnownFiles = new KnownFiles(),
): Opening {
  let asked: string;
  let isFile: boolean;
  try {
    asked = realpathSync.native(resolve(path));
    isFile = statSync(asked).isFile();
  } catch (error) {
    return { kind: "refused", reason: `${path}: ${reasonOf(error)}` };
  }
  if (isFile && /\.(?:md|markdown|mdx|adoc|html?)$/i.test(asked)) {
    const wanted = "a tree is a repository, an api-ref/source folder, or one .rst or .inc file";
    return { kind: "refused", reason: `${path} is no reStructuredText: ${wanted}` };
  }
  const isDescription = isFile && isDescriptionName(asked);
  const root = isDescription ? dirname(asked) : rootOf(asked, isFile);
  const below = relative(root, asked).split(sep).join("/");
  const opened = reader(root, isDescription ? documentLimits : limits, files);
  const { read, changed } = opened;
  const shown = new Set<SourceId>();
  const bytes = (id: SourceId): Uint8Array | undefined => {
    shown.add(normalise(id));
    return bytesOf(root, id, limits);
  };
  const seen = (): readonly SourceId[] => [...new Set([...opened.seen(), ...shown])];
  if (isFile) {
    const sourceFolder = sphinxFolderAbove(below) ?? normalise(dirname(below));
    return {
      kind: "opened",
      root,
      changed,
      seen,
      tree: { sourceFolder, documents: [below], fragments: [], read, bytes },
    };
  }
  const listing = list(root, likelyFolder(root, below), limits.entries);
  if (listing.kind === "refused") return listing;
  const there = listing.files.map((file) => inside(below, file));
  const found = findSourceFolder(there);
  if (found === undefined) {
    return { kind: "refused", reason: `${path}: no .rst or .inc file was found` };
  }
  const several = otherReferences(there, found);
  if (several !== undefined) return { kind: "refused", reason: `${path}: ${several}` };
  const layout = layOut(listing.files, normalise(`${below}/${found}`));
  const sourceFolder = sphinxFolderAbove(below) ?? layout.sourceFolder;
  return {
    kind: "opened",
    root,
    changed,
    seen,
    tree: { ...layout, sourceFolder, whole: true, read, bytes },
  };
}

/**
 * The folder whose list of files is a part of the tree at `path`: a source that appears anywhere
 * below it belongs to the tree. `undefined` for a single file, and where there is nothing.
 */
export function listedFolder(path: string): string | undefined {
  try {
    const asked = realpathSync.native(resolve(path));
    if (statSync(asked).isFile()) return undefined;
    const root = rootOf(asked, false);
    return join(root, likelyFolder(root, relative(root, asked).split(sep).join("/")));
  } catch {
    return undefined;
  }
}

/** An OpenAPI document by its ending: then nothing is read but what lies below its folder. */
function isDescriptionName(path: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(path);
}

/** The folder that holds `api-ref/` (the innermost, when `asked` lies below it), else `asked`. */
function rootOf(asked: string, isFile: boolean): string {
  const folder = isFile ? dirname(asked) : asked;
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    // The root of a file system is never a tree: everything would be inside.
    if (basename(at) === "api-ref") return dirname(dirname(at)) === dirname(at) ? at : dirname(at);
  }
  return folder;
}

/** `api-ref/source` when `below` is that folder or lies in it: Sphinx resolves `/x` against it. */
function sphinxFolderAbove(below: string): string | undefined {
  return /^api-ref\/source(?=\/|$)/.exec(below)?.[0];
}

function inside(folder: string, file: SourceId): SourceId {
  return folder === "" ? file : file.slice(folder.length + 1);
}

/** Where to look below `below`: its `api-ref/source` alone, where there is one, else all of it. */
function likelyFolder(root: string, below: string): string {
  const usual = normalise(`${below}/api-ref/source`);
  return existsSync(join(root, usual, "index.rst")) ? usual : below;
}

type Listing =
  | { readonly kind: "listed"; readonly files: readonly SourceId[] }
  | { readonly kind: "refused"; readonly reason: string };

/** Every source file below `folder`; links to folders are not followed, so there are no cycles. */
function list(root: string, folder: string, limit: number): Listing {
  const files: SourceId[] = [];
  const waiting = [folder];
  let seen = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    let entries;
    try {
      entries = readdirSync(join(root, at), { withFileTypes: true });
    } catch {
      continue;
    }
    seen += entries.length;
    if (seen > limit) {
      return {
        kind: "refused",
        reason: `more than ${limit} files: name the api-ref folder itself`,
      };
    }
    for (const entry of entries) {
      const id = at === "" ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && entry.name !== "node_modules") waiting.push(id);
      } else if (/\.(?:rst|inc)$/.test(entry.name)) files.push(id);
    }
  }
  return { kind: "listed", files: files.sort() };
}

interface Reader {
  readonly read: (path: string) => Reading;
  readonly changed: () => readonly SourceId[];
  readonly seen: () => readonly SourceId[];
}

/** Reads below `root`, each file at most once. */
function reader(root: string, limits: Limits, files: KnownFiles): Reader {
  const known = new Map<SourceId, ReadFile>();
  return {
    read(path) {
      const id = normalise(path);
      const before = known.get(id);
      if (before) return before.reading;
      const result = files.read(join(root, id), () => readOnce(root, id, limits));
      known.set(id, result);
      return result.reading;
    },
    seen: () => [...known.keys()],
    changed: () =>
      [...known]
        .filter(([, { reading }]) => reading.kind === "text" || reading.kind === "missing")
        .filter(([id, { state }]) => stateNow(root, id) !== state)
        .map(([id]) => id),
  };
}

function bytesOf(root: string, path: string, limits: Limits): Uint8Array | undefined {
  const id = normalise(path);
  if (leavesRoot(id) || id.includes("\0")) return undefined;
  try {
    const real = realpathSync.native(join(root, id));
    if (!isBelow(root, real)) return undefined;
    const file = readFileAtOnce(real, limits.fileBytes);
    return file.kind === "bytes" ? file.bytes : undefined;
  } catch {
    return undefined;
  }
}

function isBelow(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function readOnce(root: string, id: SourceId, limits: Limits): ReadFile {
  if (leavesRoot(id)) return { reading: { kind: "outside", id } };
  if (id.includes("\0")) return { reading: { kind: "missing", id } };
  try {
    const path = realpathSync.native(join(root, id));
    if (!isBelow(root, path)) {
      return { reading: { kind: "outside", id } };
    }
    const file = readFileAtOnce(path, limits.fileBytes);
    switch (file.kind) {
      case "bytes": {
        const decoded = decode(file.bytes);
        if (!isLonger(decoded.text, limits.lineLength)) {
          return { reading: { kind: "text", id, ...decoded }, state: file.state };
        }
        const reason = `it has a line of more than ${limits.lineLength} characters`;
        return { reading: { kind: "unreadable", id, reason } };
      }
      case "too-large":
        return { reading: { ...file, id, limit: limits.fileBytes } };
      case "unreadable":
        return { reading: { ...file, id } };
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return { reading: { kind: "missing", id } };
    return { reading: { kind: "unreadable", id, reason: reasonOf(error) } };
  }
}

/** Whether any line of `text` has more than `limit` characters. */
function isLonger(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
    if (end - start > limit) return true;
    start = end + 1;
  }
  return text.length - start > limit;
}

/** The state of a file as it is now; `undefined` where there is none. */
function stateNow(root: string, id: SourceId): FileState | undefined {
  if (id.includes("\0")) return undefined;
  try {
    const status = statSync(join(root, id), { bigint: true, throwIfNoEntry: false });
    return status && stateOf(status);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof Error && "code" in error && typeof error.code === "string")
    return error.code;
  return undefined;
}

/** A reason without the absolute path that Node's message carries. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === "ENOENT") return "there is no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "it may not be read";
  return code ?? "it cannot be read";
}
