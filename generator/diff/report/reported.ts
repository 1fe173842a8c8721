import { plural } from "../../diagnostics/report/finding.js";
import type { Change, Verdict } from "../change.js";
import type { Comparison } from "../diff.js";

/** One service that was compared, as reports have it. */
export interface Reported {
  /** What it is called in headings: `Compute API`, or its name in the configuration. */
  readonly name: string;
  /** What is to be known of its sides, a sentence each. */
  readonly notes?: readonly string[];
  readonly comparison: Comparison;
  /** What the accept file let pass. */
  readonly accepted: number;
}

/** The headings of the verdicts. */
export const headings: Readonly<Record<Verdict, string>> = {
  breaking: "Breaking",
  unknown: "Unknown",
  addition: "Additions",
  correction: "Corrections",
};

const nouns: Readonly<Record<Verdict, readonly [string, string]>> = {
  breaking: ["breaking change", "breaking changes"],
  unknown: ["unknown", "unknown"],
  addition: ["addition", "additions"],
  correction: ["correction", "corrections"],
};

/** `2 breaking changes, 1 addition`; `nothing` where there is none. */
export function countWords(changes: readonly Change[]): string {
  const parts = Object.entries(nouns).flatMap(([verdict, [one, many]]) => {
    const count = changes.filter((change) => change.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

/** What there is to say in all: nothing is said to be nothing only where all was read. */
export function summaryOf({ comparison: { changes, sides }, accepted }: Reported): string {
  const lost = sides.old.lost.length + sides.new.lost.length;
  const known = accepted === 0 ? "" : ` ${accepted} more accepted.`;
  if (lost > 0) {
    const found = changes.length === 0 ? "no change in what was read" : countWords(changes);
    return `${found}; not everything could be read.${known}`;
  }
  return changes.length === 0
    ? `nothing changed in ${plural(sides.new.operations, "operation")}.${known}`
    : `${countWords(changes)}.${known}`;
}

/** `2.1 to 2.72`, `2.96`; empty where the service has no microversions. */
export function rangeWords({ versions: { min, max } }: Change): string {
  if (min === null || max === null) return min ?? max ?? "";
  return min === max ? min : `${min} to ${max}`;
}

/** `GET /servers/{server_id} (showServer)`. */
export function operationWords({ operation }: Change): string {
  if (operation === null) return "The service";
  const { method, path, id } = operation;
  return `${method} ${path} (${id})`;
}

/** Changes that read the same at many operations, such as those of a shared row, stand together. */
export interface Told {
  readonly change: Change;
  /** The operations, in their order; one for most. */
  readonly operations: readonly string[];
}

/** The changes of a verdict: each kind of it at one place once, with all operations that have it. */
export function toldTogether(changes: readonly Change[]): readonly Told[] {
  const groups = new Map<string, { change: Change; operations: string[] }>();
  for (const change of changes) {
    const { id, message, versions, operation } = change;
    const own = operation !== null && change.pointer === "" ? operationWords(change) : "";
    const key = JSON.stringify([id, message, versions, own]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { change, operations: [operationWords(change)] });
    else group.operations.push(operationWords(change));
  }
  return [...groups.values()].map(({ change, operations }) => ({
    change,
    operations: [...new Set(operations)],
  }));
}

/** At which verdicts a run fails: `unknown` is heavier than nothing, and lighter than `breaking`. */
export function failsOn(limit: "breaking" | "unknown", { verdict }: Change): boolean {
  return verdict === "breaking" || (limit === "unknown" && verdict === "unknown");
}
