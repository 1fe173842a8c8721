import type { Row } from "../../apiref/model.js";
import { referenceKey } from "./body.js";

/** The entries that a body documents. Bodies that document the same entries have the same set. */
export interface ReferenceSet {
  readonly size: number;
}

/** How many entries each set has in common with those of one body. */
export type Shared = (set: ReferenceSet) => number;

/** Every set of entries once, and which sets an entry is in. */
export class ReferenceSets {
  readonly #numbers = new Map<string, number>();
  readonly #sets = new Map<string, ReferenceSet>();
  readonly #holders = new Map<string, ReferenceSet[]>();

  /** The set of the entries that rows speak of. */
  of(rows: readonly Row[]): ReferenceSet {
    const references = new Set(rows.map(referenceKey));
    const key = [...references]
      .map((reference) => this.#numberOf(reference))
      .sort((a, b) => a - b)
      .join();
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const set = { size: references.size };
    this.#sets.set(key, set);
    for (const reference of references) {
      const holders = this.#holders.get(reference);
      if (holders === undefined) this.#holders.set(reference, [set]);
      else holders.push(set);
    }
    return set;
  }

  /** The sets that have some of these entries, and how many. */
  sharing(references: ReadonlySet<string>): ReadonlyMap<ReferenceSet, number> {
    const shared = new Map<ReferenceSet, number>();
    for (const reference of references)
      for (const set of this.#holders.get(reference) ?? [])
        shared.set(set, (shared.get(set) ?? 0) + 1);
    return shared;
  }

  #numberOf(reference: string): number {
    const number = this.#numbers.get(reference) ?? this.#numbers.size;
    this.#numbers.set(reference, number);
    return number;
  }
}
