import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { versionsOf } from "../apiref/history/read-history.js";
import type { ApiReference } from "../apiref/model.js";
import { readApiReference } from "../apiref/read-api-reference.js";
import type { SourceId } from "../diagnostics/span.js";
import type { Evidence, Side } from "../diff/side.js";
import { isDocument } from "../load/load.js";
import { readDocument } from "../rst/read-document.js";
import { findFiles } from "../source/find-files.js";
import { GitFailure, GitRevision } from "../source/git.js";
import { followed } from "../source/git-links.js";
import { openGitTree } from "../source/git-tree.js";
import { normalise } from "../source/paths.js";
import type { SourceTree } from "../source/tree.js";
import { readBack } from "./document-files.js";
import { interpretFully, understand } from "./generate.js";
import { InputFailure } from "./input-failure.js";
import { open } from "./inputs.js";
import { lostIn } from "./lost.js";
import { ownDocs } from "./own-docs.js";
import { rowEvidence } from "./row-evidence.js";
import type { Settings } from "./settings.js";
import { unclearIn } from "./slips.js";
import { UnreadRows } from "./unread-rows.js";

/** One of the two that `diff` compares, opened and not yet read. */
export interface OpenedSide {
  readonly tree: SourceTree;
  /** Files that may be the version history of the service. */
  readonly histories: readonly SourceId[];
  /** Where it is: at a revision of git that is all that decides what is read. */
  readonly identity: string;
  /** Every file that was read or looked for. */
  readonly seen: () => readonly SourceId[];
  /** Throws where a file of it changed while it was read. */
  readonly settled: () => void;
}

/**
 * Opens what is called OLD or NEW: a path (a tree, an OpenAPI document, a folder of output), or
 * `REVISION:PATH`, the same at a revision of the repository around the working folder.
 * @throws {InputFailure} in words for people
 */
export function openSide(words: string, folder: string): OpenedSide {
  if (existsSync(resolve(folder, words))) return openPath(resolve(folder, words), words);
  const [, revision, path] = /^([^:]+):(.*)$/s.exec(words) ?? [];
  if (revision === undefined || path === undefined)
    throw new InputFailure(
      `${words}: there is no such file or folder, nor is it a revision and a path (REV:PATH).`,
    );
  return openRevision(folder, revision, (at) =>
    path.startsWith("./") || path.startsWith("../") ? join(at, path) : path,
  );
}

/** Reads a side: what its docs mean, what of them could not be read, and what else they tell. */
export function readSide({ tree, histories, settled }: OpenedSide, settings: Settings): Side {
  if (isDocument(tree)) {
    // What 3.2 has and 3.1 has no words for would be left out.
    const { value, diagnostics } = understand(tree, { ...settings, openapi: "3.2" });
    settled();
    const lost = lostIn(diagnostics, tree);
    return { document: readBack(value.document), lost, evidence: undefined };
  }
  const reference = readApiReference(tree);
  const { understood, inferred } = interpretFully(reference, settings);
  const history = historyIn(tree, reference.value, histories);
  settled();
  // What the settings are silent about is lost all the same.
  const found = [...reference.diagnostics, ...understood.diagnostics];
  const unreadRows = new UnreadRows(found, tree, inferred);
  const unread = unreadRows.operations;
  // Rows whose file was not read are lost with it, and are no slips of their own.
  const rest = found.filter((one) => !unreadRows.holds(one));
  const unclear = unclearIn(rest, tree, inferred);
  const rows = rowEvidence(inferred, settings.microversion);
  const own = ownDocs(reference.value, inferred, settings);
  const evidence: Evidence = { history, rows, unread, own, unclear };
  const document = readBack(understood.value.document);
  const lost = lostIn(found, tree, reference.value, unreadRows);
  return { document, lost, evidence };
}

function openPath(path: string, shown: string): OpenedSide {
  const document = statSync(path).isDirectory() ? outputIn(readdirSync(path)) : undefined;
  const { tree, root, changed, seen } = open(document === undefined ? path : join(path, document));
  const histories = isDocument(tree) ? [] : findFiles(root, isVersionHistory);
  const settled = (): void => {
    const [first] = changed();
    if (first !== undefined)
      throw new InputFailure(`${shown}: ${first} changed while it was read. Run it again.`);
  };
  return { tree, histories, identity: path, seen, settled };
}

/** The document of a folder that restanza, or somebody else, wrote it into: no docs lie beside it. */
function outputIn(names: readonly string[]): string | undefined {
  if (names.some((name) => /\.(?:rst|inc)$/.test(name) || name === "api-ref")) return undefined;
  return ["openapi.json", "openapi.yaml", "openapi.yml"].find((name) => names.includes(name));
}

function openRevision(
  folder: string,
  name: string,
  pathFrom: (prefix: string) => string,
): OpenedSide {
  try {
    const revision = new GitRevision(folder, name);
    return openAt(revision, normalise(pathFrom(revision.prefix)));
  } catch (error) {
    throw asInput(error);
  }
}

/**
 * Opens what lies at a path of a revision, from the root of the repository; links on the way are
 * followed within it.
 * @throws {InputFailure} in words for people
 */
export function openAt(revision: GitRevision, path: string): OpenedSide {
  const place = followed(revision, path);
  const own = place.kind === "found" ? place.path : path;
  const prefix = own === "" ? "" : `${own}/`;
  const ids = [...revision.entries().keys()].filter((id) => id.startsWith(prefix));
  const inside = ids.map((id) => id.slice(prefix.length)).filter((id) => !id.includes("/"));
  const hasReference = revision.entries().has(`${prefix}api-ref/source/index.rst`);
  const document = hasReference ? undefined : outputIn(inside);
  const opening = openGitTree(revision, document === undefined ? own : join(own, document));
  if (opening.kind === "refused") throw new InputFailure(`${opening.reason}.`);
  const histories = opening.files.filter((file) =>
    isVersionHistory(file.slice(file.lastIndexOf("/") + 1)),
  );
  // What a commit holds never changes: there is nothing to look at again.
  return {
    tree: opening.tree,
    histories,
    identity: `${revision.commit}:${own}`,
    seen: () => [],
    settled: () => undefined,
  };
}

/** A failure of git in the form of those that commands tell of. */
export function asInput(error: unknown): unknown {
  return error instanceof GitFailure ? new InputFailure(error.message) : error;
}

/** `rest_api_version_history.rst`, which services keep beside their code. */
function isVersionHistory(name: string): boolean {
  return /(?:^|[-_])version[-_]history\.(?:rst|inc|txt)$/i.test(name);
}

/** The history that the docs have or link to, and what lies elsewhere in the tree by such a name. */
function historyIn(
  tree: SourceTree,
  { history }: ApiReference,
  files: readonly SourceId[],
): ReadonlyMap<string, string> {
  const known = new Set(history?.sources ?? []);
  const others = files
    .filter((file) => !known.has(file) && tree.read(file).kind === "text")
    .flatMap((file) => versionsOf(tree, readDocument(tree, file).value));
  const all = new Map<string, string>();
  for (const { version, words } of [...(history?.versions ?? []), ...others])
    all.set(version.value, `${all.get(version.value) ?? ""}\n${words}`);
  return all;
}
