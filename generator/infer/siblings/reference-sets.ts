import type { Row } from "../reference.js";
import { referenceKey } from "./body.js";

/** The entries that a body documents. Bodies that document the same entries have the same set. */
export interface ReferenceSet {
  readonly references: ReadonlySet<string>;
}

/** What sets that differ in rare entries alone have in common: how many entries, and the common ones. */
export interface Outline {
  readonly size: number;
  readonly references: readonly string[];
}

/** An entry in more sets is common. */
const rare = 24;

/** Every set of entries once, and which sets an entry is in. */
export class ReferenceSets {
  readonly #numbers = new Map<string, number>();
  readonly #sets = new Map<string, ReferenceSet>();
  readonly #setsOf = new Map<string, ReferenceSet[]>();
  readonly #outlines = new Map<ReferenceSet, Outline>();
  readonly #byKey = new Map<string, Outline>();

  /** The set of the entries that rows speak of. */
  of(rows: readonly Row[]): ReferenceSet {
    const references = new Set(rows.map(referenceKey));
    const key = this.#keyOf([...references]);
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const set = { references };
    this.#sets.set(key, set);
    for (const reference of references) {
      const sets = this.#setsOf.get(reference);
      if (sets === undefined) this.#setsOf.set(reference, [set]);
      else sets.push(set);
    }
    return set;
  }

  /** The sets that have any of these entries which few sets have. All sets are known by then. */
  sharingRare(references: ReadonlySet<string>): ReadonlySet<ReferenceSet> {
    return new Set(
      [...references].flatMap((reference) => {
        const sets = this.#setsOf.get(reference) ?? [];
        return sets.length > rare ? [] : sets;
      }),
    );
  }

  /** The outline of a set; sets that differ in rare entries alone have the same one. */
  outlineOf(set: ReferenceSet): Outline {
    const known = this.#outlines.get(set);
    if (known !== undefined) return known;
    const { size } = set.references;
    const references = [...set.references].filter(
      (reference) => (this.#setsOf.get(reference)?.length ?? 0) > rare,
    );
    const key = `${size}:${this.#keyOf(references)}`;
    const outline = this.#byKey.get(key) ?? { size, references };
    this.#byKey.set(key, outline);
    this.#outlines.set(set, outline);
    return outline;
  }

  #keyOf(references: readonly string[]): string {
    return references
      .map((reference) => this.#numberOf(reference))
      .sort((a, b) => a - b)
      .join();
  }

  #numberOf(reference: string): number {
    const number = this.#numbers.get(reference) ?? this.#numbers.size;
    this.#numbers.set(reference, number);
    return number;
  }
}
