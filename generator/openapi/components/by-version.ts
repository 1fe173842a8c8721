import { groupBy } from "../../collections/groups.js";
import type { Group, Use, Uses } from "./component-uses.js";
import { richestOf } from "./richest.js";

/**
 * What two versions of an API give alike is one shape only where the resource that it is a view of
 * is one for both: a list of `Volume` and one of `VolumeV2` may have equal items, and are not the
 * same. Nor are the bodies around them.
 */
export function apartByVersion({ groups, of }: Uses): Uses {
  const best = bestOf(groups);
  const all = [...groups.values()];
  const views = all.flatMap((group) => {
    const resourceOf = ({ given, older = "" }: Use) =>
      given ? best.get(`${group.word}${older}`) : undefined;
    // The current version keeps the shape, and with it what gives no resource.
    const own = group.uses.find(({ given, older }) => given && older === undefined);
    const kept = own === undefined ? group.uses.map(resourceOf).find(Boolean) : resourceOf(own);
    return divide(group, (use) => {
      const resource = resourceOf(use);
      return resource === kept ? undefined : resource;
    });
  });
  const before = new Set(groups.keys());
  const apart = new Set(
    views
      .filter(({ key }) => !before.has(key))
      .flatMap(({ uses }) => uses.map(({ around, older }) => `${around}\0${older}`)),
  );
  const divided = views.flatMap((group) =>
    divide(group, ({ older }) => (apart.has(`${group.key}\0${older}`) ? older : undefined)),
  );
  const places = divided.flatMap(({ key, uses }) =>
    uses.map(({ schema, container }) => [schema, { key, container }] as const),
  );
  return {
    groups: new Map(divided.map((group) => [group.key, group])),
    of: new Map([...of, ...places]),
  };
}

/** A group, and beside it one for each part of its uses. */
function divide(group: Group, partOf: (use: Use) => string | undefined): readonly Group[] {
  const parts = groupBy(group.uses, partOf);
  return [...parts].map(([part, uses]) => ({
    ...group,
    key: part === undefined ? group.key : `${group.key}\0${part}`,
    uses: [...uses],
  }));
}

type Place = readonly [rank: number, order: number];

/** By the word of a resource and its version, the shape that shows it best. */
function bestOf(groups: ReadonlyMap<string, Group>): ReadonlyMap<string, string> {
  const richest = richestOf(groups);
  const best = new Map<string, { readonly key: string; readonly place: Place }>();
  for (const { key, word, uses } of groups.values())
    for (const use of uses) {
      if (!use.given) continue;
      const rank = richest.has(use) ? use.rank - (use.rank % 10) : use.rank;
      const name = `${word}${use.older ?? ""}`;
      const known = best.get(name)?.place;
      const isBetter = known === undefined || rank < known[0];
      const isEarlier = rank === known?.[0] && use.order < known[1];
      if (isBetter || isEarlier) best.set(name, { key, place: [rank, use.order] });
    }
  return new Map([...best].map(([name, { key }]) => [name, key]));
}
