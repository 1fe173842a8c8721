import { remembering } from "../collections/remembering.js";
import { plural } from "../diagnostics/report/finding.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceId, Span } from "../diagnostics/span.js";
import type { Inferences } from "../infer/model.js";
import type { SourceTree } from "../source/tree.js";

/** Findings behind which all rows of a parameters file, or all texts of a status file, may be missing. */
export const ofRows: ReadonlySet<string> = new Set([
  "empty-parameters-file",
  "invalid-yaml",
  "no-parameters-file",
]);

interface Behind {
  rows: number;
  readonly operations: Set<string>;
  readonly lists: Span[];
}

/** Parameters files that could not be read, and what has its entries there. */
export class UnreadRows {
  readonly #files = new Map<SourceId, Behind>();

  constructor(
    diagnostics: readonly Diagnostic[],
    tree: SourceTree,
    { operations }: Pick<Inferences, "operations">,
  ) {
    const broken = new Set(
      diagnostics.flatMap(({ code, span }) => (ofRows.has(code) && span ? [span.source] : [])),
    );
    // Most lists of a tree have their entries in one file.
    const isUnread = remembering((file: SourceId): boolean => {
      const reading = tree.read(file);
      return broken.has(file) || reading.kind !== "text" || isBlank(reading.text);
    });
    for (const { operation, operationId } of operations.values())
      for (const { file, rows, span } of [...operation.request, ...operation.response]) {
        if (!isUnread(file)) continue;
        const behind = this.#files.get(file) ?? { rows: 0, operations: new Set(), lists: [] };
        this.#files.set(file, behind);
        behind.rows += rows.length;
        behind.operations.add(operationId);
        behind.lists.push(span);
      }
  }

  /** The operations that have rows there: nothing can be said of them. */
  get operations(): ReadonlySet<string> {
    return new Set([...this.#files.values()].flatMap(({ operations }) => [...operations]));
  }

  /** Whether a finding is in a list of such rows. */
  holds({ span }: Diagnostic): boolean {
    return this.#listing(span) !== undefined;
  }

  /** How much stands behind a finding that says of such a file that it is not read; empty for others. */
  words({ code, span }: Diagnostic): string {
    const file = ofRows.has(code) ? this.#files.get(span?.source ?? "") : this.#listing(span);
    if (file === undefined) return "";
    const { rows, operations } = file;
    const verb = rows === 1 ? "has its entry" : "have their entries";
    return `; ${plural(rows, "row")} of ${plural(operations.size, "operation")} ${verb} there`;
  }

  #listing(span: Span | undefined): Behind | undefined {
    if (span === undefined) return undefined;
    return [...this.#files.values()].find(({ lists }) =>
      lists.some(
        ({ source, start, end }) =>
          source === span.source && start <= span.start && span.end <= end,
      ),
    );
  }
}

/** Nothing but comments. */
function isBlank(text: string): boolean {
  return text.split("\n").every((line) => /^\s*(?:#|$)/.test(line));
}
