import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { ConfigurationError } from "../config/configuration-error.js";
import type { SourceId } from "../diagnostics/span.js";
import { openTree, type Opening, usualLimits } from "../source/disk-tree.js";
import type { KnownFiles } from "../source/known-files.js";
import { plainBytes } from "../source/plain-bytes.js";
import { treeDigest } from "../source/tree-digest.js";
import type { SourceTree } from "../source/tree.js";
import { InputFailure } from "./input-failure.js";
import type { OverlayText } from "./settings.js";

/** One API reference on disk. */
export interface Source {
  /** A repository root, an `api-ref/source` folder, one file, or an OpenAPI document. */
  readonly path: string;
  /** Paths of OpenAPI Overlay files. */
  readonly overlays?: readonly string[];
}

/** What a run read, and a digest of it. */
export interface Inputs {
  /** Every file of the tree that was read or looked for. */
  readonly ids: readonly SourceId[];
  readonly digest: string;
}

type Opened = Extract<Opening, { readonly kind: "opened" }>;

export function open(path: string, files?: KnownFiles): Opened {
  const opening = openTree(path, undefined, files);
  if (opening.kind === "refused") throw new InputFailure(opening.reason);
  return opening;
}

export function overlaysOf(source: Source, root: string): readonly OverlayText[] {
  return (source.overlays ?? []).map((shown) => {
    const name = relative(root, shown).replaceAll("\\", "/");
    try {
      return { name, shown, text: readFileSync(shown, "utf8") };
    } catch {
      throw new ConfigurationError(`The overlay ${shown} cannot be read.`);
    }
  });
}

export function inputsOf(
  tree: SourceTree,
  ids: readonly SourceId[],
  overlays: readonly OverlayText[],
  bytesOf?: (id: SourceId) => Uint8Array | undefined,
): Inputs {
  const hash = createHash("sha256").update(treeDigest(tree, ids, bytesOf));
  return { ids, digest: hash.update(JSON.stringify(overlays)).digest("hex") };
}

/** The same inputs as they are now, without a look at what they say. */
export function inputsAgain(source: Source, { ids }: Inputs): Inputs {
  const { tree, root } = open(source.path);
  const bytesOf = plainBytes(root, usualLimits.fileBytes);
  return inputsOf(tree, ids, overlaysOf(source, root), bytesOf);
}

/** The folder that the names of the files of a source are relative to. */
export function rootOf({ path }: Source): string {
  return open(path).root;
}
