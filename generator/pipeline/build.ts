import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceId } from "../diagnostics/span.js";
import { isDocument } from "../load/load.js";
import type { ChapterStubs } from "../scaffold/stubs.js";
import type { KnownFiles } from "../source/known-files.js";
import type { SourceTree } from "../source/tree.js";
import { type Generated, generate, understand, type Understood } from "./generate.js";
import { ChangingInputs, InputFailure } from "./input-failure.js";
import { type Inputs, inputsOf, open, overlaysOf, type Source } from "./inputs.js";
import type { PipelineMemory } from "./memory.js";
import type { OverlayText, Settings } from "./settings.js";
import { silent, type Tell } from "./stages.js";

/** What was found in a tree, and how to show where. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** The folder that the names of the sources are relative to. */
  readonly root: string;
  readonly textOf: (source: SourceId) => string | undefined;
}

export interface Built extends Findings, Generated {
  /** What it was made from. */
  readonly inputs: Inputs;
}

export type { Source } from "./inputs.js";

/** What was found in a tree, and what it means. */
export interface Inspected extends Findings, Understood {}

/** Reads a tree from disk and makes everything of it; writes nothing. */
export async function build(
  source: Source,
  settings: Settings,
  tell: Tell = silent,
  memory?: PipelineMemory,
  files?: KnownFiles,
): Promise<Built> {
  const { tree, root, changed, seen } = open(source.path, files);
  const overlays = overlaysOf(source, root);
  const made = await generate(tree, withOverlays(settings, overlays), tell, memory);
  refuseChanged(source, changed());
  if (made.value.operations === 0) {
    const why = isDocument(tree) ? "its paths have none" : "no rest_method was found in it";
    throw new InputFailure(`${source.path} has no operation: ${why}.`);
  }
  const { diagnostics, value } = made;
  const inputs = inputsOf(tree, seen(), overlays);
  return { ...value, inputs, diagnostics, root, textOf: textsOf(tree, overlays) };
}

/** Reads a tree from disk and says what was found in it. */
export function inspect(source: Source, settings: Settings): Inspected {
  const { tree, root, changed } = open(source.path);
  const overlays = overlaysOf(source, root);
  const { value, diagnostics } = understand(tree, withOverlays(settings, overlays));
  refuseChanged(source, changed());
  return { ...value, diagnostics, root, textOf: textsOf(tree, overlays) };
}

/** What a handlers file has of each chapter. */
export async function stubsOf({ model }: Generated): Promise<readonly ChapterStubs[]> {
  const { allStubs } = await import("../scaffold/stubs.js");
  return allStubs(model);
}

/** What was made of files of before and after a change belongs to neither. */
function refuseChanged({ path }: Source, changed: readonly SourceId[]): void {
  const [first] = changed;
  if (first === undefined) return;
  const others = changed.length > 1 ? ` and ${changed.length - 1} more` : "";
  throw new ChangingInputs(
    `${path}: ${first}${others} changed while the tree was read. Run it again when nothing writes there.`,
  );
}

function withOverlays(settings: Settings, overlays: readonly OverlayText[]): Settings {
  return overlays.length === 0 ? settings : { ...settings, overlays };
}

function textsOf(
  tree: SourceTree,
  overlays: readonly OverlayText[],
): (source: SourceId) => string | undefined {
  const beside = new Map(overlays.map(({ name, text }) => [name, text]));
  return (source) => {
    if (beside.has(source)) return beside.get(source);
    const reading = tree.read(source);
    return reading.kind === "text" ? reading.text : undefined;
  };
}
