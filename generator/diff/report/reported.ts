import { groupBy } from "../../collections/groups.js";
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
export function operationWords({ operation }: Pick<Change, "operation">): string {
  if (operation === null) return "The service";
  const { method, path, id } = operation;
  return `${method} ${path} (${id})`;
}

/** Changes of one cause in several operations, such as those of a shared row, told once. */
export interface Told {
  /** The first of them. */
  readonly change: Change;
  /** A sentence for all of them. */
  readonly message: string;
  /** Where it is met: operations in their order; one for most. */
  readonly at: readonly Place[];
}

export interface Place {
  /** `GET /servers/{server_id} (showServer)`. */
  readonly operation: string;
  /** The pointer in it. */
  readonly pointer: string;
  /** Its microversions, as `rangeWords` has them. */
  readonly range: string;
}

/**
 * The changes of a verdict: what says the same of a place of one name stands once, with all
 * operations that have it.
 */
export function toldTogether(changes: readonly Change[]): readonly Told[] {
  const groups = groupBy(changes, (change) => {
    const { id, gist, operation, pointer } = change;
    // What an operation is as a whole is its own.
    const own = operation !== null && pointer === "" ? operationWords(change) : "";
    return JSON.stringify([id, gist, own]);
  });
  return [...groups.values()].flatMap((all): readonly Told[] => {
    const [change] = all;
    if (change === undefined) return [];
    const places = all.map((one) => ({
      operation: operationWords(one),
      pointer: one.pointer,
      range: rangeWords(one),
    }));
    const at = [...new Map(places.map((one) => [JSON.stringify(one), one])).values()];
    const isOne = new Set(all.map(({ message }) => message)).size === 1;
    return [{ change, message: isOne ? change.message : change.gist, at }];
  });
}

/** The operations of what is told once, each once. */
export function operationsOf({ at }: Told): readonly string[] {
  return [...new Set(at.map(({ operation }) => operation))];
}

/** The microversions of what is told once; empty where they are not the same everywhere. */
export function commonRange({ at }: Told): string {
  const [first, ...more] = new Set(at.map(({ range }) => range));
  return more.length === 0 ? (first ?? "") : "";
}

/** `OLD boxes.inc:3: words` of everything that could not be read. */
export function lostWords({ comparison: { sides } }: Reported): readonly LostWords[] {
  return (["old", "new"] as const).flatMap((side) =>
    sides[side].lost.map(({ file, line, message }) => ({
      side: side.toUpperCase(),
      at: line === undefined ? file : `${file}:${line}`,
      more: "",
      message,
    })),
  );
}

/** The same for people: what is so at many places, such as of a file that all name, is told once. */
export function lostOnce(service: Reported): readonly LostWords[] {
  const groups = groupBy(lostWords(service), ({ side, message }) => `${side} ${message}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const more = others.length === 0 ? "" : ` and ${plural(others.length, "more place")}`;
    return [{ ...first, more }];
  });
}

export interface LostWords {
  readonly side: string;
  readonly at: string;
  /** How many places there are beside it, in words: ` and 2 more places`. */
  readonly more: string;
  readonly message: string;
}

/** At which verdicts a run fails: `unknown` is heavier than nothing, and lighter than `breaking`. */
export function failsOn(limit: "breaking" | "unknown", { verdict }: Change): boolean {
  return verdict === "breaking" || (limit === "unknown" && verdict === "unknown");
}
