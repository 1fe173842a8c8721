import type { ApiReference, Prose } from "../apiref/model.js";
import { groupBy } from "../collections/groups.js";
import type { Inferences } from "../infer/model.js";
import { digestOf } from "../openapi/canonical.js";
import type { Settings } from "./settings.js";

/**
 * By operationId a digest of all that the docs of an operation say by themselves: its stanza with
 * its rows, their entries, codes and samples, the text of its chapter, and in which microversions it is.
 * Where it is the same, whatever is read otherwise comes of the docs of other operations.
 */
export function ownDocs(
  { chapters, prose }: ApiReference,
  { operations }: Inferences,
  { overlays = [], microversion = "" }: Settings,
): ReadonlyMap<string, string> {
  const pieces = [...chapters.map(({ description }) => description), ...prose];
  // What many operations have in common is read once.
  const around = new Map(
    [...groupBy(pieces, fileOf)].map(([file, own]) => [
      file,
      digestOf(own.map(({ markdown }) => markdown)),
    ]),
  );
  const set = digestOf([overlays, microversion]);
  return new Map(
    [...operations.values()].map(({ operationId, operation, chapter, bounds }) => {
      const { title, deprecated } = chapter;
      const own = [
        placeless(operation),
        title,
        deprecated,
        around.get(operation.source),
        bounds,
        set,
      ];
      return [operationId, digestOf(own)];
    }),
  );
}

function fileOf({ passages }: Prose): string | undefined {
  return passages[0]?.span.source;
}

/** Data, in which whatever stands is meant. */
const data: ReadonlySet<string> = new Set(["default", "enum", "extra", "value", "yaml"]);
/** Where something stands: docs may move. */
const places: ReadonlySet<string> = new Set(["document", "file", "source", "span"]);

/** A part of the docs without the places where it stands. */
function placeless(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(placeless);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]: readonly [string, unknown]) => {
      if (data.has(name)) return [[name, value]];
      return places.has(name) || isSpan(value) ? [] : [[name, placeless(value)]];
    }),
  );
}

function isSpan(value: unknown): boolean {
  return typeof value === "object" && value !== null && "start" in value && "end" in value;
}
