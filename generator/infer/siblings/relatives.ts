import type { BodySide, SampledBody } from "./body.js";
import type { Features, Closeness } from "./closeness.js";
import type { Outline, ReferenceSet, ReferenceSets } from "./reference-sets.js";

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

/** The same, and how many of the entries are those of the target: 0 to 1. */
export interface Alike<Item extends Found> extends Weighed<Item> {
  readonly overlap: number;
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
 * another. That depends on paths, files and sides, and on how many entries both document: this is
 * the same for all bodies of an outline but the few that have a rare entry of the target, too.
 */
export class Relatives<Item extends Found> {
  readonly all: Item[] = [];
  readonly #bySet = new Map<ReferenceSet, Group<Item>>();
  readonly #whole = new Group<Item>();
  #byOutline: ReadonlyMap<Outline, Group<Item>> | undefined;

  add(item: Item): void {
    this.all.push(item);
    this.#whole.all.push(item);
    groupOf(this.#bySet, item.from.references).all.push(item);
  }

  /** The first of those whose bodies have most to say. */
  closest(closeness: Closeness, without: Without = {}): Weighed<Item> | undefined {
    let best = this.#whole.closest(closeness, without);
    if (this.all.length <= few) return best;
    for (const group of this.#sharing(closeness, () => best?.weight ?? 0))
      best = better(best, group.closest(closeness, without));
    return best;
  }

  /**
   * The first of those whose bodies document most of the same entries, more than `least`; of these
   * the one whose body has most to say.
   */
  mostAlike(closeness: Closeness, least: number, without: Without): Alike<Item> | undefined {
    let best: Alike<Item> | undefined;
    for (const group of this.#sharing(closeness, () => 0)) {
      const closest = group.closest(closeness, without);
      if (closest === undefined) continue;
      const overlap = closeness.overlap(closest.item.from);
      if (overlap <= least || (best !== undefined && overlap < best.overlap)) continue;
      const wins =
        best === undefined || overlap > best.overlap || better(best, closest) === closest;
      if (wins) best = { ...closest, overlap };
    }
    return best;
  }

  /** Groups whose bodies share entries with the target, of those that may have as much to say. */
  *#sharing(closeness: Closeness, least: () => number): Iterable<Group<Item>> {
    this.#byOutline ??= byOutline(this.all, closeness.sets);
    for (const [outline, group] of this.#byOutline)
      if (closeness.shared(outline) > 0 && closeness.most(outline) >= least()) yield group;
    for (const set of closeness.sharingRare) {
      const group = this.#bySet.get(set);
      if (group !== undefined) yield group;
    }
  }
}

function byOutline<Item extends Found>(
  items: readonly Item[],
  sets: ReferenceSets,
): ReadonlyMap<Outline, Group<Item>> {
  const groups = new Map<Outline, Group<Item>>();
  for (const item of items) groupOf(groups, sets.outlineOf(item.from.references)).all.push(item);
  return groups;
}

function groupOf<Key, Item extends Found>(groups: Map<Key, Group<Item>>, key: Key): Group<Item> {
  const group = groups.get(key) ?? new Group<Item>();
  groups.set(key, group);
  return group;
}

/** Things whose bodies differ in nothing but their features, as far as the target goes. */
class Group<Item extends Found> {
  readonly all: Item[] = [];
  #first: ReadonlyMap<string, readonly Item[]> | undefined;

  closest(closeness: Closeness, without: Without): Weighed<Item> | undefined {
    let best: Weighed<Item> | undefined;
    for (const item of this.#candidates(closeness.features)) {
      if (traitNames.some((name) => name in without && traits[name](item) === without[name]))
        continue;
      best = better(best, { item, weight: closeness.weigh(item.from) });
    }
    return best;
  }

  /** For whatever a body may share with the target, the first ones that share it. */
  #candidates(features: Features): readonly Item[] {
    if (this.all.length <= few) return this.all;
    const first = (this.#first ??= firstOfEach(this.all));
    return keysOf(features, ["request", "response"], [true, false]).flatMap(
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

/** By features the first, and the first that differ from it in a trait: it may be one that is not wanted. */
function firstOfEach<Item extends Found>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const byFeatures = new Map<string, Item[]>();
  for (const item of items) {
    const { features } = item.from;
    for (const key of keysOf(features, [features.side], [features.listing])) {
      const known = byFeatures.get(key);
      if (known === undefined) byFeatures.set(key, [item]);
      else if (known.length <= traitNames.length && isOther(item, known)) known.push(item);
    }
  }
  return byFeatures;
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
  features: Features,
  sides: readonly Features["side"][],
  listings: readonly boolean[],
): readonly string[] {
  const paths = [`=${features.words}`, `~${features.last ?? ""}`, ""];
  return sides.flatMap((side) =>
    listings.flatMap((listing) =>
      [features.source, ""].flatMap((source) =>
        paths.map((path) => [side, listing, source, path].join("\0")),
      ),
    ),
  );
}
