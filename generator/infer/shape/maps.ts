import { remembering } from "../../collections/remembering.js";
import { mergeAll, unseen, type Member, type Shape } from "./shape.js";
import type { Kind } from "../words/kind.js";

/** Whether an object's members hold no others. */
export function isFlat({ members }: Shape): boolean {
  return [...members.values()].every(
    ({ shape: { kinds } }) => !kinds.has("object") && !kinds.has("array"),
  );
}

/** Whether all members are objects that have something in common: schemas of properties, say. */
export function areRelated(shape: Shape): boolean {
  const members: readonly Member[] = [...shape.members.values()];
  const [first, ...others] = members.map(({ shape: { members: inside } }) => inside);
  return (
    first !== undefined &&
    others.length > 0 &&
    members.every(({ shape: { kinds } }) => kinds.size === 1 && kinds.has("object")) &&
    [...first.keys()].some((key) => others.every((other) => other.has(key)))
  );
}

/** Whether several objects at one place have hardly a name in common. */
export function areUnlike({ objects, members }: Shape): boolean {
  const rare = [...members.values()].filter(({ seen }) => 2 * seen <= objects);
  return objects > 1 && members.size > 3 && rare.length >= 0.8 * members.size;
}

/**
 * Whether objects are so unlike that the few of their names which are documented elsewhere in the
 * body say nothing: properties of resources of several kinds, of which most have a name.
 */
export function isMedley(shape: Shape, documented: number): boolean {
  const { size } = shape.members;
  return areUnlike(shape) && size > 9 && 8 * documented <= size;
}

/** Whether all members are one word with a number behind, as nobody calls several members. */
export function areCounted({ members }: Shape): boolean {
  const words = [...members.keys()].map((key) => /^(\D+)\d+$/.exec(key)?.[1]?.toLowerCase());
  const [word] = words;
  return word !== undefined && words.length > 1 && words.every((each) => each === word);
}

/** All members and values as one shape: what any key of the map holds. */
export function valuesOf(shape: Shape): Shape | undefined {
  const all = [...shape.members.values()].map((member) => member.shape);
  if (shape.values !== undefined) all.push(shape.values);
  return all.length === 0 ? undefined : mergeAll(all);
}

/** Whether prose plainly says that an object is a map by keys of its user. */
export function saysMap(prose: string): boolean {
  return /\bkeyed (?:by|on)\b|\bwhose keys?\b|\bwhere (?:the |each )?keys?\b|\b(?:map|mapping|dict|dictionary) (?:of|containing) (?:\w+ ){0,2}(?:names?|ids?|uuids?) (?:and|to)\b|\b(?:the|each) keys? (?:is|are|of)\b/i.test(
    prose.replace(/\s+/g, " "),
  );
}

const valueWords: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:strings?|contents?|texts?|names?|uuids?|ids?|urls?)$/, "string"],
  [/^(?:integers?|numbers?|amounts?|counts?)$/, "integer"],
  [/^booleans?$/, "boolean"],
];

/**
 * What the values of a map are where only its prose tells: "the value is the name of …", "a map
 * containing the name and content of files".
 */
export const saidValues = remembering((prose): Shape | undefined => {
  const text = prose.replace(/\s+/g, " ");
  for (const [, ...said] of [...text.matchAll(ofValues), ...text.matchAll(ofPairs)])
    for (const word of said) {
      const kind = valueWords.find(([words]) => words.test(word?.toLowerCase() ?? ""))?.[1];
      if (kind !== undefined) return unseen(kind);
    }
  return undefined;
});

const ofValues =
  /\bvalues? (?:is|are|provides?|contains?|gives?|holds?) (?:an? |the )?(\w+)(?: (\w+))?/gi;
const ofPairs =
  /\b(?:map|mapping|dict|dictionary) (?:of|containing) (?:the )?\w+ (?:and|to) (?:the )?(\w+)/gi;
