import { referenceKey, type BodySide, type SampledBody } from "./body.js";
import { isListing, pathWords } from "../words/names/collections.js";
import type { Outline, ReferenceSet, ReferenceSets } from "./reference-sets.js";

/** What closeness looks at of one side of an operation, beside what it documents. */
export interface Features {
  readonly side: BodySide["side"];
  readonly source: string;
  /** The words of the path, and the last of them. */
  readonly words: string;
  readonly last: string | undefined;
  readonly listing: boolean;
}

/** The features of one side of an operation. */
export function featuresOf({ operation, side }: Pick<BodySide, "operation" | "side">): Features {
  const words = pathWords(operation.path);
  return {
    side,
    source: operation.source,
    words: words.join("/"),
    last: words.at(-1),
    listing: isListing(operation),
  };
}

/** More than all but common entries gives: 1 + 1 + 1.5 + 0.3. */
const mostBeside = 4;

/** How much sampled bodies have to say about one other body. */
export class Closeness {
  readonly features: Features;
  readonly #references: ReadonlySet<string>;
  readonly #shared = new Map<ReferenceSet | Outline, number>();
  #rare: ReadonlySet<ReferenceSet> | undefined;

  constructor(
    target: BodySide,
    readonly sets: ReferenceSets,
  ) {
    this.features = featuresOf(target);
    this.#references = new Set(target.rows.map(referenceKey));
  }

  /** How much a sampled body has to say: 0 and up. */
  readonly weigh = (donor: SampledBody): number => {
    const { features } = this;
    const other = donor.features;
    const { references } = donor;
    let score = 4 * this.#overlap(this.shared(references), references.references.size);
    if (features.side === other.side) score += 1;
    if (features.source === other.source) score += 1;
    if (features.words === other.words) score += 1.5;
    else if (features.last === other.last) score += 0.7;
    if (features.listing === other.listing) score += 0.3;
    return score;
  };

  /** How many entries of a set, or how many of its common ones, the target has. */
  shared(set: ReferenceSet | Outline): number {
    const known = this.#shared.get(set);
    if (known !== undefined) return known;
    let shared = 0;
    for (const reference of set.references) if (this.#references.has(reference)) shared += 1;
    this.#shared.set(set, shared);
    return shared;
  }

  /** The share that the common entries of a body are of all that it or the target documents. */
  overlap(donor: SampledBody): number {
    return this.#overlap(this.shared(donor.references), donor.references.references.size);
  }

  /** More than bodies of an outline have to say whose rare entries the target does not have. */
  most(outline: Outline): number {
    return 4 * this.#overlap(this.shared(outline), outline.size) + mostBeside;
  }

  /** The sets that share entries with the target which few sets have. */
  get sharingRare(): ReadonlySet<ReferenceSet> {
    return (this.#rare ??= this.sets.sharingRare(this.#references));
  }

  #overlap(shared: number, size: number): number {
    const all = this.#references.size + size - shared;
    return all === 0 ? 0 : shared / all;
  }
}
