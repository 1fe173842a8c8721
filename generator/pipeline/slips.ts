import { addTo, groupBy } from "../collections/groups.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceId } from "../diagnostics/span.js";
import type { Unclear } from "../diff/side.js";
import type { InferredOperation, Inferences } from "../infer/model.js";
import { wayTo } from "../source/paths.js";
import type { SourceTree } from "../source/tree.js";
import { isLost, lostAt } from "./lost.js";

/** Findings behind which something is not read as it is meant, and what that may be. */
const ofParts: ReadonlyMap<string, Unclear["hides"]> = new Map([
  ["directive-without-blank-line", "operations"],
  ["duplicate-parameter-entry", "rows"],
  ["malformed-directive", "operations"],
  ["malformed-table", "rows"],
  ["missing-document", "operations"],
  ["missing-file", "samples"],
  ["not-utf-8", "operations"],
  ["sample-not-json", "samples"],
  ["sample-repaired", "samples"],
  ["sample-unreadable", "samples"],
  ["stanza-in-code", "operations"],
  ["unknown-directive", "operations"],
  ["unknown-method", "operations"],
  ["unknown-reference", "rows"],
  ["unlisted-document", "operations"],
  ["unread-file", "operations"],
  ["unread-parameters", "rows"],
  ["unread-status", "rows"],
  ["unread-table", "rows"],
  ["unreadable-file", "samples"],
  ["unreadable-parameter-entry", "rows"],
  ["unreadable-row", "rows"],
  ["unreadable-status", "rows"],
  ["unusable-toctree-entry", "operations"],
]);

/** What of a tree was not read as it is meant, and of which operations: a comparison says which counts. */
export function unclearIn(
  diagnostics: readonly Diagnostic[],
  tree: SourceTree,
  { operations }: Inferences,
): readonly Unclear[] {
  const uses = new Uses([...operations.values()], tree);
  // What is found when the docs are read is found again when they are understood.
  const all = new Map(
    diagnostics.map((one) => [
      [one.code, one.span?.source, one.span?.start, one.message].join("\0"),
      one,
    ]),
  );
  return [...all.values()].flatMap((one): readonly Unclear[] => {
    const hides = ofParts.get(one.code);
    if (hides === undefined || isLost(one)) return [];
    // A file of which nothing was read is lost as a whole.
    if (one.code === "not-utf-8" && !uses.hasStanza(one.span?.source ?? "")) return [];
    const place = wayTo(one.span?.source ?? "", tree.sourceFolder);
    return [{ ...lostAt(one, tree), code: one.code, place, hides, operations: uses.of(one) }];
  });
}

/** Which operations what stands in a file is of. */
class Uses {
  /** By file, in the order of their stanzas. */
  readonly #starts: ReadonlyMap<SourceId, readonly InferredOperation[]>;
  readonly #samples = new Map<SourceId, InferredOperation[]>();
  /** By file and name. */
  readonly #entries = new Map<string, InferredOperation[]>();

  constructor(
    operations: readonly InferredOperation[],
    private readonly tree: SourceTree,
  ) {
    const inOrder = operations.toSorted((a, b) => a.operation.span.start - b.operation.span.start);
    this.#starts = groupBy(inOrder, ({ operation }) => operation.span.source);
    for (const one of operations) {
      const { samples, request, response } = one.operation;
      for (const { sample } of samples) addTo(this.#samples, sample.source, one);
      for (const { file, rows } of [...request, ...response])
        for (const { reference } of rows) addTo(this.#entries, `${file} ${reference.value}`, one);
    }
  }

  hasStanza(file: SourceId): boolean {
    return this.#starts.has(file);
  }

  /** The one that it stands in; else those that show the sample, or have a row of the entry. */
  of({ span }: Diagnostic): readonly string[] {
    if (span === undefined) return [];
    const around = this.#starts
      .get(span.source)
      ?.findLast(({ operation }) => operation.span.start <= span.start);
    if (around !== undefined) return [around.operationId];
    const reading = this.tree.read(span.source);
    const words = reading.kind === "text" ? reading.text.slice(span.start, span.end) : "";
    const users = [
      ...(this.#samples.get(span.source) ?? []),
      ...(this.#entries.get(`${span.source} ${words}`) ?? []),
    ];
    return [...new Set(users.map(({ operationId }) => operationId))];
  }
}
