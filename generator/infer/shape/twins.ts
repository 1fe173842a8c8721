import { groupBy } from "../../collections/groups.js";
import { objectAt, type Shape } from "./shape.js";

/** How many members two objects have at least that are the same under two names. */
const fewest = 3;

/**
 * What is the same for two objects, or the objects of two lists, that have the same members:
 * services answer what was renamed under the old name, too. Undefined where nothing can be told.
 */
export function twinKey(shape: Shape | undefined): string | undefined {
  if (shape === undefined) return undefined;
  const { members } = objectAt(shape);
  if (members.size < fewest) return undefined;
  return JSON.stringify([shape.kinds.has("array"), ...[...members.keys()].toSorted()]);
}

/** The names under which a body shows the same, for each of them that has a twin. */
export function twinsIn(skeleton: Shape): ReadonlyMap<string, readonly string[]> {
  const groups = groupBy(objectAt(skeleton).members, ([, { shape }]) => twinKey(shape));
  return new Map(
    [...groups].flatMap(([key, members]) => {
      const names = members.map(([name]) => name);
      return key === undefined || names.length < 2
        ? []
        : names.map((name) => [name, names] as const);
    }),
  );
}
