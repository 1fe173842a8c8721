import type { Row } from "../reference.js";
import { admits, readType } from "../words/documented-type.js";
import { isOfAnyKey, isPlaceholder } from "../words/data-keys.js";
import { isTemplate } from "../words/free-form.js";
import { isMap, isMedley, saysMap } from "./maps.js";
import { nameParts } from "./positions.js";
import { mergeAll, nothing, type Member, type Shape } from "./shape.js";

/**
 * The skeleton with its maps found before any row is placed: an object none of whose members is
 * documented by name, and whose members are all built alike, or which its own row calls a map.
 * Their keys are data (resource classes, device names); rows below speak of every value. So is the
 * one key of a body at a `path` that ends with it: `/extra_specs/{key}`.
 */
export function findMaps(skeleton: Shape, rows: readonly Row[], path: string): Shape {
  const documented = new Set(rows.flatMap((row) => [row.name.value, ...nameParts(row.name.value)]));
  const keyed = rows.filter((row) => !isPlaceholder(row.name.value) && isOfAnyKey(row));
  const prose = new Map<string, string>();
  for (const row of rows)
    prose.set(
      row.name.value,
      `${prose.get(row.name.value) ?? ""} ${row.entry?.description.markdown ?? ""}`,
    );
  const visit = (shape: Shape, name: string, depth: number): Shape => {
    const members = new Map<string, Member>();
    for (const [key, member] of shape.members)
      members.set(key, { ...member, shape: visit(member.shape, key, depth + 1) });
    const inner: Shape = {
      ...shape,
      members,
      values: shape.values && visit(shape.values, name, depth + 1),
      items: shape.items && visit(shape.items, name, depth),
    };
    if (members.size === 0) return inner;
    const known = [...members.keys()].filter((key) => documented.has(key)).length;
    const ofKeys = known === 0 && keyed.some((row) => isOfAll(row, inner));
    if (depth === 0) return ofKeys || (known === 0 && isOneKey(inner, path)) ? mapOf(inner) : inner;
    if (ofKeys && documented.has(name)) return mapOf(inner);
    const words = prose.get(name) ?? "";
    if (isTemplate(words.trimStart())) return { ...inner, members: new Map(), values: nothing };
    if (known > 0 && !isMedley(name, inner, known)) return inner;
    if (!isMap(name, words, inner) && !(alike(inner) || saysMap(words))) return inner;
    // What samples show of such properties is no promise about the others.
    if (known > 0) return { ...inner, members: new Map(), values: nothing };
    return mapOf(inner);
  };
  return visit(skeleton, "", 0);
}

function mapOf(shape: Shape): Shape {
  const members = [...shape.members.values()].map((member) => member.shape);
  const all = mergeAll([shape.values ?? nothing, ...members]);
  const values = { ...all, objects: Math.max(all.objects, 1) };
  return { ...shape, members: new Map(), values: alike(values) ? mapOf(values) : values };
}

/** The one object that an object holds and nothing else: `{ shelf: { box: {…} } }`. */
function insideOf(shape: Shape): Shape {
  const [only] = shape.members.values();
  return shape.members.size === 1 && only?.shape.kinds.has("object") === true ? only.shape : shape;
}

/** Whether a row may speak of every member. */
function isOfAll({ entry }: Row, { members }: Shape): boolean {
  const { kinds } = readType(entry?.type ?? "");
  return [...members.values()].every(({ shape }) =>
    [...shape.kinds].every((kind) => admits(kinds, kind)),
  );
}

/** Whether a body is nothing but the key that its path ends with, and the value of that. */
function isOneKey({ members, values }: Shape, path: string): boolean {
  const [member] = members.values();
  return (
    /\{(?:\w+_)?key(?:_name)?\}\/?$/i.test(path) &&
    members.size === 1 &&
    values === undefined &&
    member !== undefined &&
    [...member.shape.kinds].every((kind) => kind !== "object" && kind !== "array")
  );
}

/** Whether all members are objects with much the same keys, or hold one such object each. */
function alike(shape: Shape): boolean {
  const members = [...shape.members.values()].map((member) => insideOf(member.shape));
  if (members.length < 2 && shape.values === undefined) return false;
  if (members.some((member) => !member.kinds.has("object") || member.members.size < 2))
    return false;
  const all = new Set(members.flatMap((member) => [...member.members.keys()]));
  return members.every((member) => member.members.size >= 0.7 * all.size);
}
