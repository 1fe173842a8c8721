import type { ReadingMemory } from "../apiref/reading-memory.js";
import type { ApiReference } from "../apiref/model.js";
import type { KnownTexts } from "../collections/known-texts.js";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import { locate } from "../diagnostics/report/finding.js";
import type { SourceId } from "../diagnostics/span.js";
import type { SiteChange } from "../emit/site/changes.js";
import type { SiteSource } from "../emit/site/source.js";
import { sdkCall } from "../facts/sdk-call.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { ApiModel } from "../openapi/model.js";
import type { SourceTree } from "../source/tree.js";
import { wantedOutputs } from "./emitters.js";
import type { Settings } from "./settings.js";

/** What of docs a site is made of, and what else stands in for the pages of Sphinx. */
export interface Published {
  readonly site: SiteSource;
  /** The findings that make `sphinx-build -W` fail on the same docs. */
  readonly warnings: readonly Diagnostic[];
}

/** What is published of a tree of docs, where a site is wanted of it. */
export async function publishedOf(
  tree: SourceTree,
  understood: Outcome<{ readonly reference?: ApiReference; readonly whole?: OpenApiDocument }>,
  model: ApiModel,
  settings: Settings,
  { documents: known }: ReadingMemory,
): Promise<Published | undefined> {
  const { reference, whole = model.document } = understood.value;
  if (reference === undefined || !wantedOutputs(settings).includes("site")) return undefined;
  const { siteSource, warningsOfSphinx } = await import("../sphinx/published.js");
  const { findings = false } = settings.site ?? {};
  const found = findings ? locate(understood.diagnostics, textsIn(tree)) : undefined;
  const source = siteSource(tree, reference, model, {
    withInventory: true,
    described: whole,
    known,
    ...(found && { findings: found }),
  });
  return {
    site: { ...source, calls: callsOf(model) },
    warnings: warningsOfSphinx(tree, reference, understood.diagnostics),
  };
}

/** What is different between the microversions of a document, where a site is wanted of it. */
export async function changesOf(
  model: ApiModel,
  settings: Settings,
  texts: KnownTexts,
): Promise<readonly SiteChange[]> {
  if (!wantedOutputs(settings).includes("site")) return [];
  const { compareMicroversions } = await import("../diff/microversions.js");
  return compareMicroversions(model, texts);
}

function callsOf({ service, chapters }: ApiModel): ReadonlyMap<string, string> {
  const operations = chapters.flatMap((chapter) => chapter.operations);
  return new Map(
    operations.flatMap((operation) => {
      const call = sdkCall(service, operation);
      return call === undefined ? [] : [[operation.operationId, call] as const];
    }),
  );
}

function textsIn(tree: SourceTree): (source: SourceId) => string | undefined {
  return (source) => {
    const reading = tree.read(source);
    return reading.kind === "text" ? reading.text : undefined;
  };
}
