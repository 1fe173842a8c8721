import type { Row } from "../reference.js";
import { admits, readType } from "../words/documented-type.js";
import { isOfAnyKey, isPlaceholder } from "../words/data-keys.js";
import { isTemplate } from "../words/values/free-form.js";
import type { Note } from "../votes/decision.js";
import { first } from "../votes/vote.js";
import { object, type MapFacts, type MapRule } from "./map-rules.js";
import { areCounted, areRelated, areUnlike, isFlat, isMedley, saysMap } from "./maps.js";
import { nameParts } from "./positions.js";
import { mergeAll, nothing, type Member, type Shape } from "./shape.js";

/** The maps of all bodies: under each name the keys that samples show. */
export type KnownMaps = ReadonlyMap<string, ReadonlySet<string>>;

/** What is told of the maps of a body, and what others know. */
export interface MapContext {
  readonly noted?: Note | undefined;
  /** Called for each map with its name and the keys that samples show. */
  readonly found?: (name: string, keys: readonly string[]) => void;
  readonly elsewhere?: KnownMaps;
}

/**
 * The skeleton with its maps found before any row is placed: an object none of whose members is
 * documented by name, and whose members are all built alike, or which its own row calls a map.
 * Their keys are data (resource classes, device names); rows below speak of every value. So is the
 * one key of a body at a `path` that ends with it: `/extra_specs/{key}`.
 */
export function findMaps(
  skeleton: Shape,
  rows: readonly Row[],
  path: string,
  rules: readonly MapRule[],
  { noted, found, elsewhere }: MapContext = {},
): Shape {
  const documented = new Set(rows.flatMap((row) => [row.name.value, ...nameParts(row.name.value)]));
  const keyed = rows.filter((row) => !isPlaceholder(row.name.value) && isOfAnyKey(row));
  // Nothing comes before the first row that its keys could be the keys of, but the body.
  const ofBody = rows.slice(0, 1).filter((row) => isPlaceholder(row.name.value));
  const prose = new Map<string, string>();
  for (const row of rows)
    prose.set(
      row.name.value,
      `${prose.get(row.name.value) ?? ""} ${row.entry?.description.markdown ?? ""}`,
    );
  const visit = (shape: Shape, name: string, depth: number, at: string): Shape => {
    const members = new Map<string, Member>();
    for (const [key, member] of shape.members)
      members.set(key, {
        ...member,
        shape: visit(member.shape, key, depth + 1, at === "" ? key : `${at}.${key}`),
      });
    const inner: Shape = {
      ...shape,
      members,
      values: shape.values && visit(shape.values, name, depth + 1, `${at}.*`),
      items: shape.items && visit(shape.items, name, depth, `${at}[]`),
    };
    if (members.size === 0) return inner;
    const known = [...members.keys()].filter((key) => documented.has(key)).length;
    const speaking = depth === 0 ? [...keyed, ...ofBody] : keyed;
    const ofKeys = known === 0 && speaking.some((row) => isOfAll(row, inner));
    const words = prose.get(name) ?? "";
    const decided = first(
      rules,
      depth === 0
        ? wholeBody({ rowOfKeys: ofKeys, documented: known, keyOfPath: isOneKey(inner, path) })
        : {
            name,
            prose: words,
            template: isTemplate(words.trimStart()),
            keyed: saysMap(words),
            documented: known,
            rowOfKeys: ofKeys && documented.has(name),
            keyOfPath: false,
            flat: isFlat(inner),
            unlike: areUnlike(inner),
            related: areRelated(inner),
            alike: alike(inner),
            medley: isMedley(inner, known),
            counted: areCounted(inner),
            elsewhere: [...members.keys()].some((key) => elsewhere?.get(name)?.has(key)),
          },
    );
    if (decided === undefined) return inner;
    noted?.({
      question: "map",
      path: at,
      answer: decided.said,
      reasons: [{ rule: decided.rule }],
      rows: rows.filter((row) => row.name.value === name),
    });
    // What samples show of a template, or of properties of other things, is no promise.
    if (decided.said === "map of anything")
      return { ...inner, members: new Map(), values: nothing };
    found?.(name, [...members.keys()]);
    return mapOf(inner);
  };
  return visit(skeleton, "", 0, "");
}

/** A whole body is a map by its path or its rows alone. */
function wholeBody(known: Pick<MapFacts, "rowOfKeys" | "documented" | "keyOfPath">): MapFacts {
  return object({ name: "", ...known });
}

/** Whether an object of a name is a map, whose members no row documents. */
export function isMap(
  name: string,
  prose: string,
  shape: Shape,
  rules: readonly MapRule[],
): boolean {
  const facts: MapFacts = {
    ...wholeBody({ rowOfKeys: false, documented: 0, keyOfPath: false }),
    flat: isFlat(shape),
    unlike: areUnlike(shape),
    related: areRelated(shape),
  };
  return first(rules, { ...facts, name, prose })?.said === "map";
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
