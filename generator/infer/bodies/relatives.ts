import type { BodySide, SampledBody } from "./body.js";
import type { Kin, Kinship } from "./kinship.js";
import type { ReferenceSet } from "./reference-sets.js";

/** Something that is found in a sampled body. */
export interface Found {
  readonly from: SampledBody;
  /** Which of all it is, in the order of the docs. */
  readonly number: number;
  /** The entry that it is about. */
  readonly reference: string;
}

/** Something found, and how much its body has to say. */
export interface Weighed<Item extends Found> {
  readonly item: Item;
  readonly weight: number;
}

/** What is not looked for: all of one operation, of one entry, or of one method and path. */
export type Without = { readonly [key in keyof typeof traits]?: unknown };

const traits = {
  operation: ({ from }: Found) => from.body.operation,
  reference: ({ reference }: Found) => reference,
  place: ({ from }: Found) => placeOf(from.body),
};
const traitNames = ["operation", "reference", "place"] as const;

/** The method and the path of a body. */
export const placeOf = ({ operation }: BodySide): string =>
  `${operation.method.value} ${operation.path}`;

/** So many are weighed each; of more those are looked up that share something with the target. */
const few = 24;

/**
 * Things found in sampled bodies, to be asked for the one whose body has most to say about
 * another. Bodies that document the same entries differ in their paths and files alone, and those
 * that share no entry with the target, too: of many such the first are known that share what tells.
 */
export class Relatives<Item extends Found> {
  readonly all: Item[] = [];
  readonly #bySet = new Map<ReferenceSet, Group<Item>>();
  readonly #whole = new Group<Item>();

  add(item: Item): void {
    this.all.push(item);
    this.#whole.all.push(item);
    const group = this.#bySet.get(item.from.references) ?? new Group<Item>();
    this.#bySet.set(item.from.references, group);
    group.all.push(item);
  }

  /** The first of those whose bodies have most to say. */
  closest(kinship: Kinship, without: Without = {}): Weighed<Item> | undefined {
    let best = this.#whole.closest(kinship, without);
    if (this.all.length <= few) return best;
    for (const [set, group] of this.#groups(kinship)) {
      if (best !== undefined && kinship.most(set) < best.weight) continue;
      best = better(best, group.closest(kinship, without));
    }
    return best;
  }

  /** The same, of those whose bodies document one set of entries. */
  closestOf(set: ReferenceSet, kinship: Kinship, without: Without): Weighed<Item> | undefined {
    return this.#bySet.get(set)?.closest(kinship, without);
  }

  /** Of sets that share entries with the target. */
  *#groups(kinship: Kinship): Iterable<readonly [ReferenceSet, Group<Item>]> {
    const sharing = kinship.sharing();
    if (this.#bySet.size <= sharing.size) {
      for (const entry of this.#bySet) if (sharing.has(entry[0])) yield entry;
      return;
    }
    for (const set of sharing.keys()) {
      const group = this.#bySet.get(set);
      if (group !== undefined) yield [set, group];
    }
  }
}

/** Things whose bodies differ in nothing but their kin, as far as the target goes. */
class Group<Item extends Found> {
  readonly all: Item[] = [];
  #first: ReadonlyMap<string, readonly Item[]> | undefined;

  closest(kinship: Kinship, without: Without): Weighed<Item> | undefined {
    let best: Weighed<Item> | undefined;
    for (const item of this.#candidates(kinship.kin)) {
      if (traitNames.some((name) => name in without && traits[name](item) === without[name]))
        continue;
      best = better(best, { item, weight: kinship.weigh(item.from) });
    }
    return best;
  }

  /** For whatever a body may share with the target, the first ones that share it. */
  #candidates(kin: Kin): readonly Item[] {
    if (this.all.length <= few) return this.all;
    const first = (this.#first ??= firstOfEach(this.all));
    return keysOf(kin, ["request", "response"], [true, false]).flatMap(
      (key) => first.get(key) ?? [],
    );
  }
}

/** The one with the greater weight; of two alike the first in the docs. */
export function better<Item extends Found>(
  best: Weighed<Item> | undefined,
  other: Weighed<Item> | undefined,
): Weighed<Item> | undefined {
  if (best === undefined || other === undefined) return best ?? other;
  if (other.weight !== best.weight) return other.weight > best.weight ? other : best;
  return other.item.number < best.item.number ? other : best;
}

/** By kin the first, and the first that differ from it in a trait: it may be one that is not wanted. */
function firstOfEach<Item extends Found>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const byKin = new Map<string, Item[]>();
  for (const item of items) {
    const { kin } = item.from;
    for (const key of keysOf(kin, [kin.side], [kin.listing])) {
      const known = byKin.get(key);
      if (known === undefined) byKin.set(key, [item]);
      else if (known.length <= traitNames.length && isOther(item, known)) known.push(item);
    }
  }
  return byKin;
}

/** Whether something differs from the first in a trait in which the others are all like the first. */
function isOther<Item extends Found>(item: Item, [first, ...others]: readonly Item[]): boolean {
  return traitNames.some((name) => {
    const usual = first && traits[name](first);
    return traits[name](item) !== usual && others.every((other) => traits[name](other) === usual);
  });
}

/** What bodies may have in common, as keys: side, listing, file or any, path, last word or any. */
function keysOf(
  kin: Kin,
  sides: readonly Kin["side"][],
  listings: readonly boolean[],
): readonly string[] {
  const paths = [`=${kin.words}`, `~${kin.last ?? ""}`, ""];
  return sides.flatMap((side) =>
    listings.flatMap((listing) =>
      [kin.source, ""].flatMap((source) =>
        paths.map((path) => [side, listing, source, path].join("\0")),
      ),
    ),
  );
}
