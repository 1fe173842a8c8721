import { groupBy } from "../../collections/groups.js";
import type { Group, Use } from "./component-uses.js";

/** Where nothing shows one of its kind alone, what says most of a resource is what it is called after. */
export function richestOf(groups: ReadonlyMap<string, Group>): ReadonlySet<Use> {
  const given = [...groups.values()].flatMap(({ word, uses }) =>
    uses.filter((use) => use.given).map((use) => ({ word, use })),
  );
  const families = groupBy(given, ({ word, use }) => `${word}${use.older ?? ""}`);
  const size = ({ schema }: Use) => Object.keys(schema.properties ?? {}).length;
  return new Set(
    [...families.values()].flatMap((family) => {
      const uses = family.map(({ use }) => use);
      return uses.some(({ rank }) => rank % 10 < 1)
        ? []
        : uses.reduce((a, b) => (size(b) > size(a) ? b : a));
    }),
  );
}
