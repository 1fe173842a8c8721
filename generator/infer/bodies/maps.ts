import { merge, type Shape } from "./shape.js";

/** Names that api-refs give to objects whose keys belong to the user. */
const named =
  /(?:^|[-_:.])(?:metadata|meta|extra_?specs|specs|properties|labels|annotations|user_data|tags)$/i;

/** Prose that speaks of keys and values instead of members. */
const described =
  /key[\s-]*(?:and|\/|:|=|,)?[\s-]*value|\bkey\b.{0,12}\bpairs?\b|name[\s-]*(?:and|\/)?[\s-]*value pairs|arbitrary|keyed (?:by|on)|\b(?:map|mapping|dict|dictionary|set) (?:of|from) .{0,40}\b(?:to|pairs|keys?|by)\b/i;

/** Whether an object's members are data: no row documents any, and name or prose say so. */
export function isMap(name: string, prose: string, shape: Shape): boolean {
  const members = [...shape.members.values()];
  const flat = members.every(({ shape: { kinds } }) => !kinds.has("object") && !kinds.has("array"));
  return flat && (named.test(name) || described.test(prose.replace(/\s+/g, " ")));
}

/** All members and values as one shape: what any key of the map holds. */
export function valuesOf(shape: Shape): Shape | undefined {
  const all = [...shape.members.values()].map((member) => member.shape);
  if (shape.values !== undefined) all.push(shape.values);
  return all.length === 0 ? undefined : all.reduce(merge);
}

/** Whether prose plainly says that an object is a map by keys of its user. */
export function saysMap(prose: string): boolean {
  return /\bkeyed (?:by|on)\b|\bwhose keys?\b|\bwhere (?:the |each )?keys?\b|\b(?:the|each) keys? (?:is|are|of)\b/i.test(
    prose.replace(/\s+/g, " "),
  );
}
