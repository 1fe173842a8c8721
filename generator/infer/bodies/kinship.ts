import type { Operation } from "../../apiref/model.js";
import { isListing, pathWords, referenceKey, type BodySide, type SampledBody } from "./body.js";
import type { ReferenceSet, ReferenceSets } from "./reference-sets.js";

/** What an operation's kinship depends on, beside what it documents. */
export interface Kin {
  readonly side: BodySide["side"];
  readonly source: string;
  /** The words of the path, and the last of them. */
  readonly words: string;
  readonly last: string | undefined;
  readonly listing: boolean;
}

/** More than all but common entries gives: 1 + 1 + 1.5 + 0.3. */
const mostBeside = 4;

/** How much sampled bodies have to say about one other body. */
export class Kinship {
  readonly kin: Kin;
  readonly #size: number;
  readonly #sets: ReferenceSets;
  readonly #references: ReadonlySet<string>;
  #shared: ReadonlyMap<ReferenceSet, number> | undefined;

  constructor(
    readonly target: BodySide,
    sets: ReferenceSets,
  ) {
    this.kin = kinOf(target);
    this.#references = new Set(target.rows.map(referenceKey));
    this.#size = this.#references.size;
    this.#sets = sets;
  }

  /** How much a sampled body has to say: 0 and up. */
  readonly weigh = (donor: SampledBody): number => {
    const { kin } = this;
    const other = donor.kin;
    let score = this.ofEntries(donor.references);
    if (kin.side === other.side) score += 1;
    if (kin.source === other.source) score += 1;
    if (kin.words === other.words) score += 1.5;
    else if (kin.last === other.last) score += 0.7;
    if (kin.listing === other.listing) score += 0.3;
    return score;
  };

  /** How many entries a set has in common with the target. */
  shared(set: ReferenceSet): number {
    this.#shared ??= this.#sets.sharing(this.#references);
    return this.#shared.get(set) ?? 0;
  }

  /** The share of common entries among all that either documents: 0 to 1. */
  overlap(set: ReferenceSet): number {
    const shared = this.shared(set);
    const all = this.#size + set.size - shared;
    return all === 0 ? 0 : shared / all;
  }

  /** What common entries give. */
  ofEntries(set: ReferenceSet): number {
    const shared = this.shared(set);
    const all = this.#size + set.size - shared;
    return all === 0 ? 0 : (4 * shared) / all;
  }

  /** The most that bodies which document these entries may have to say. */
  most(set: ReferenceSet): number {
    return this.ofEntries(set) + mostBeside;
  }

  /** The sets that share entries with the target. */
  sharing(): ReadonlyMap<ReferenceSet, number> {
    return (this.#shared ??= this.#sets.sharing(this.#references));
  }
}

/** What kinship looks at of one side of an operation. */
export function kinOf({ operation, side }: Pick<BodySide, "operation" | "side">): Kin {
  return { side, source: operation.source, ...namedBy(operation) };
}

function namedBy(operation: Operation): Pick<Kin, "words" | "last" | "listing"> {
  const words = pathWords(operation.path);
  return { words: words.join("/"), last: words.at(-1), listing: isListing(operation) };
}
