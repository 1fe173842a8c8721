import { addTo } from "../../collections/groups.js";
import type { Json } from "../reference.js";
import { isDataKey } from "../words/data-keys.js";
import type { Kind } from "../words/kind.js";

/** Whether values of a kind hold no others; null is no value. */
export const isScalar = (kind: Kind): boolean => !["null", "object", "array"].includes(kind);

/**
 * What samples show at one place: the kinds of values seen there, some of the values, and what
 * stands below. Shapes are merged, never changed.
 */
export interface Shape {
  readonly kinds: ReadonlySet<Kind>;
  /** Distinct strings seen, at most {@link remembered}; evidence for formats. */
  readonly strings: readonly string[];
  /** How many objects were seen here. */
  readonly objects: number;
  readonly members: ReadonlyMap<string, Member>;
  /** The values of members whose names are data (UUIDs, addresses, numbers). */
  readonly values: Shape | undefined;
  readonly items: Shape | undefined;
  /** Known from elsewhere, not from a sample of this very body. */
  readonly borrowed: boolean;
}

export interface Member {
  readonly shape: Shape;
  /** In how many of the objects it was seen. */
  readonly seen: number;
}

/** How many distinct strings of one place are remembered. */
export const remembered = 24;

export const nothing: Shape = {
  kinds: new Set(),
  strings: [],
  objects: 0,
  members: new Map(),
  values: undefined,
  items: undefined,
  borrowed: false,
};

/** A value of one kind, of which nothing was seen in the body's own samples. */
export function unseen(kind: Kind): Shape {
  return { ...nothing, kinds: new Set([kind]), borrowed: true };
}

/** The deepest nesting that is followed; what lies below counts as unknown. */
const deepest = 60;

/** The shape of one value. */
export function shapeOf(value: Json, depth = 0): Shape {
  if (depth > deepest) return nothing;
  if (value === null) return { ...nothing, kinds: new Set(["null"]) };
  if (typeof value === "string")
    return { ...nothing, kinds: new Set(["string"]), strings: [value.slice(0, 400)] };
  if (typeof value === "boolean") return { ...nothing, kinds: new Set(["boolean"]) };
  if (typeof value === "number")
    return { ...nothing, kinds: new Set([Number.isInteger(value) ? "integer" : "number"]) };
  if (isList(value)) {
    const items = mergeAll(value.map((item) => shapeOf(item, depth + 1)));
    return { ...nothing, kinds: new Set(["array"]), items: value.length === 0 ? undefined : items };
  }
  const members = new Map<string, Member>();
  const values: Shape[] = [];
  for (const [name, inner] of Object.entries(value)) {
    const shape = shapeOf(inner, depth + 1);
    if (isDataKey(name)) values.push(shape);
    else members.set(name, { shape, seen: 1 });
  }
  return {
    ...nothing,
    kinds: new Set(["object"]),
    objects: 1,
    members,
    values: values.length === 0 ? undefined : mergeAll(values),
  };
}

/** A shape whose objects are not counted: that a member is not in them says nothing. */
export function uncounted(shape: Shape): Shape {
  const members = [...shape.members].map(([name, member]): [string, Member] => [
    name,
    { ...member, shape: uncounted(member.shape) },
  ]);
  return {
    ...shape,
    objects: 0,
    members: new Map(members),
    values: shape.values && uncounted(shape.values),
    items: shape.items && uncounted(shape.items),
  };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** What both shapes show, at one place. */
export function merge(a: Shape, b: Shape): Shape {
  if (a === nothing) return b;
  if (b === nothing) return a;
  const members = new Map(a.members);
  for (const [name, member] of b.members) {
    const other = members.get(name);
    members.set(
      name,
      other === undefined
        ? member
        : { shape: merge(other.shape, member.shape), seen: other.seen + member.seen },
    );
  }
  return {
    kinds: new Set([...a.kinds, ...b.kinds]),
    strings: [...new Set([...a.strings, ...b.strings])].slice(0, remembered),
    objects: a.objects + b.objects,
    members,
    values: both(a.values, b.values),
    items: both(a.items, b.items),
    borrowed: a.borrowed && b.borrowed,
  };
}

/**
 * What all of them show, at one place: what merging one after the other gives, without a copy of
 * what came before for each.
 */
export function mergeAll(shapes: readonly Shape[]): Shape {
  const known = shapes.filter((shape) => shape !== nothing);
  const [first, second, ...more] = known;
  if (first === undefined) return nothing;
  if (second === undefined) return first;
  if (more.length === 0) return merge(first, second);
  const named = new Map<string, Member[]>();
  const strings = new Set<string>();
  for (const shape of known) {
    for (const [name, member] of shape.members) {
      addTo(named, name, member);
    }
    for (const text of shape.strings) if (strings.size < remembered) strings.add(text);
  }
  const members = [...named].map(([name, all]): [string, Member] => [
    name,
    {
      shape: mergeAll(all.map(({ shape }) => shape)),
      seen: all.reduce((sum, { seen }) => sum + seen, 0),
    },
  ]);
  return {
    kinds: new Set(known.flatMap(({ kinds }) => [...kinds])),
    strings: [...strings],
    objects: known.reduce((sum, { objects }) => sum + objects, 0),
    members: new Map(members),
    values: whole(known.map(({ values }) => values)),
    items: whole(known.map(({ items }) => items)),
    borrowed: known.every(({ borrowed }) => borrowed),
  };
}

function whole(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  const known = shapes.filter((shape) => shape !== undefined);
  return known.length === 0 ? undefined : mergeAll(known);
}

function both(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
  return a === undefined ? b : b === undefined ? a : merge(a, b);
}

/** What both shapes show of things that share no more than a name: the members that both have. */
export function common(a: Shape, b: Shape): Shape {
  const members = new Map<string, Member>();
  for (const [name, { shape, seen }] of a.members) {
    const other = b.members.get(name);
    if (other !== undefined)
      members.set(name, { shape: common(shape, other.shape), seen: seen + other.seen });
  }
  const items =
    a.items === undefined || b.items === undefined
      ? (a.items ?? b.items)
      : common(a.items, b.items);
  return { ...merge(a, b), members, items };
}

/** The object at a place: itself, or the items of the array that it is. */
export function objectAt(shape: Shape): Shape {
  let at = shape;
  while (at.members.size === 0 && at.values === undefined && at.items !== undefined) at = at.items;
  return at;
}

/** Whether a shape says what is inside it. */
export function tells(shape: Shape): boolean {
  const inside = objectAt(shape);
  return (
    inside.members.size > 0 || inside.values !== undefined || (shape.items?.kinds.size ?? 0) > 0
  );
}

/** Keys on the way to a place; arrays are passed through, `*` is any key of a map. */
export type Path = readonly string[];

/** The step into the values of a map. */
export const anyKey = "*";

/** The shape at `path`, or undefined. */
export function shapeAt(root: Shape, path: Path): Shape | undefined {
  let at: Shape | undefined = root;
  for (const key of path) {
    if (at === undefined) return undefined;
    const object: Shape = objectAt(at);
    at = key === anyKey ? object.values : object.members.get(key)?.shape;
  }
  return at;
}

/** Calls `visit` for every place below `root`, outermost first, in the order of the samples. */
export function walk(
  root: Shape,
  visit: (path: Path, shape: Shape, member: Member | undefined) => void,
  path: Path = [],
): void {
  const object = objectAt(root);
  for (const [name, member] of object.members) {
    const here = [...path, name];
    visit(here, member.shape, member);
    walk(member.shape, visit, here);
  }
  if (object.values !== undefined) {
    const here = [...path, anyKey];
    visit(here, object.values, undefined);
    walk(object.values, visit, here);
  }
  // What is a list at other microversions holds more there than what the map holds as well.
  if (object !== root || root.items === undefined) return;
  const known = [object, ...(object.values === undefined ? [] : [objectAt(object.values)])];
  const more = [...objectAt(root.items).members].filter(
    ([name]) => !known.some(({ members }) => members.has(name)),
  );
  walk({ ...nothing, members: new Map(more) }, visit, path);
}

/** The same shape as knowledge from elsewhere: nothing in it was seen in this body. */
export function borrow(shape: Shape): Shape {
  return {
    ...shape,
    borrowed: true,
    objects: 0,
    members: new Map(
      [...shape.members].map(([name, member]) => [name, { shape: borrow(member.shape), seen: 0 }]),
    ),
    values: shape.values && borrow(shape.values),
    items: shape.items && borrow(shape.items),
  };
}
