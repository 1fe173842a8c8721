import { groupBy } from "../../collections/groups.js";
import { editDistance } from "../../diagnostics/nearest.js";
import type { Listed } from "./listed.js";

/** Operations of both sides that are one, and those that one side alone has. */
export interface Matched {
  readonly pairs: readonly { readonly old: Listed; readonly new: Listed }[];
  readonly gone: readonly Listed[];
  readonly come: readonly Listed[];
}

/** A way to tell that two operations of one method and path are the same. */
type Telling = (operation: Listed) => string | undefined;

/** In this order: what is told apart by the service itself comes before what docs call it. */
const tellings: readonly Telling[] = [
  ({ model }) => model.action && `${model.path} ${model.action}`,
  ({ model }) => model.action,
  ({ model }) => `${model.path} ${model.operationId}`,
  ({ model }) => model.operationId,
  ({ model }) => model.title.toLowerCase(),
];

/** Where an operation is: those that are at one place are one, or share it. */
export type PlaceOf = (operation: Listed) => string;

/**
 * Finds each operation of OLD in NEW: by method and place (its path, unless other words for that are
 * given), whose variables are told apart by where
 * they stand, and by the member that chooses an action. Where several share all of that, by what
 * the docs call them, and the last one left on both sides is the same.
 */
export function matchOperations(
  old: readonly Listed[],
  now: readonly Listed[],
  placesOf: { readonly old: PlaceOf; readonly new: PlaceOf } = { old: placeOf, new: placeOf },
): Matched {
  const before = groupBy(old, placesOf.old);
  const after = groupBy(now, placesOf.new);
  const pairs: { readonly old: Listed; readonly new: Listed }[] = [];
  const gone: Listed[] = [];
  const come: Listed[] = [];
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const left = { old: [...(before.get(place) ?? [])], new: [...(after.get(place) ?? [])] };
    for (const telling of tellings) pairs.push(...takeOut(left, telling));
    const [a, b] = [left.old[0], left.new[0]];
    if (a && b && left.old.length === 1 && left.new.length === 1 && !areOthers(a, b)) {
      pairs.push({ old: a, new: b });
      continue;
    }
    gone.push(...left.old);
    come.push(...left.new);
  }
  return { pairs, gone, come };
}

/** Two actions with keys of their own are two, unless one key is a slip of the other. */
function areOthers({ model: a }: Listed, { model: b }: Listed): boolean {
  if (a.action === undefined || b.action === undefined) return false;
  return editDistance(a.action.toLowerCase(), b.action.toLowerCase(), 2) > 2;
}

function takeOut(
  left: { old: Listed[]; new: Listed[] },
  telling: Telling,
): readonly { readonly old: Listed; readonly new: Listed }[] {
  const pairs: { readonly old: Listed; readonly new: Listed }[] = [];
  for (const old of left.old) {
    const name = telling(old);
    const now =
      name === undefined
        ? undefined
        : left.new.find((one) => telling(one) === name && !areOthers(old, one));
    if (now === undefined) continue;
    pairs.push({ old, new: now });
    left.old = left.old.filter((one) => one !== old);
    left.new = left.new.filter((one) => one !== now);
  }
  return pairs;
}

function placeOf({ model }: Listed): string {
  return `${model.method} ${normalisedPath(model.path)}`;
}

/** A path whose variables have no names: `/servers/{}/action`. */
export function normalisedPath(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}
