import { canonicalJson } from "../../openapi/canonical.js";
import type { SchemaObject } from "../../openapi/document.js";
import { below, type Difference, type Way } from "../difference.js";
import { unclearChange } from "../rules/types.js";
import { compareMembers } from "./compare-members.js";
import { compareValues } from "./compare-values.js";
import { shapeOf } from "./shape.js";
import type { View } from "./view.js";

/**
 * Compares schemas of two documents by what they say of values: names of components, order, titles
 * and the way in which it is written do not count.
 */
export class SchemaComparison {
  readonly #old: View;
  readonly #new: View;
  readonly #ids = new WeakMap<object, number>();
  readonly #known = new Map<string, readonly Difference[]>();
  readonly #open = new Set<string>();
  #count = 0;

  constructor(old: View, now: View) {
    this.#old = old;
    this.#new = now;
  }

  /** What is different between two schemas of one place: each list is a choice. */
  compare(
    old: readonly SchemaObject[],
    now: readonly SchemaObject[],
    way: Way,
  ): readonly Difference[] {
    // A projection gives the same object only where no bounds are in it, nor in what it refers to.
    if (old.length === now.length && old.every((one, index) => one === now[index])) return [];
    const key = `${way} ${this.#idsOf(old)} ${this.#idsOf(now)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A schema that leads back to itself is the same, unless something else in it is not.
    if (this.#open.has(key)) return [];
    this.#open.add(key);
    const found = nearest(this.#differences(old, now, way));
    this.#open.delete(key);
    this.#known.set(key, found);
    return found;
  }

  #differences(
    old: readonly SchemaObject[],
    now: readonly SchemaObject[],
    way: Way,
  ): readonly Difference[] {
    const before = shapeOf(old, this.#old);
    const after = shapeOf(now, this.#new);
    const unsaid = {
      old: this.#old.saysNothingWhereUnknown,
      new: this.#new.saysNothingWhereUnknown,
    };
    const values = compareValues(before, after, way, unsaid);
    if (values.stop) return values.found;
    const inside = (key: string, a: readonly SchemaObject[], b: readonly SchemaObject[]) =>
      below(key, this.compare(a, b, way));
    return [
      ...values.found,
      ...compareMembers(before, after, way, inside),
      ...(before.kinds.has("array") && after.kinds.has("array")
        ? inside("0", orAny(before.items), orAny(after.items))
        : []),
      ...(before.others.length + after.others.length > 0
        ? inside("*", orAny(before.others), orAny(after.others))
        : []),
      ...(before.rest === after.rest
        ? []
        : [{ record: unclearChange, keys: [], about: `${before.rest} ${after.rest}` }]),
    ];
  }

  /** Projected schemas are remembered, so one object is one schema; a choice made here has its text. */
  #idsOf(schemas: readonly SchemaObject[]): string {
    return schemas.map((schema) => this.#idOf(schema)).join(",");
  }

  #idOf(schema: SchemaObject): string {
    if (isMadeHere(schema)) return canonicalJson(schema);
    const known = this.#ids.get(schema);
    if (known !== undefined) return String(known);
    this.#count += 1;
    this.#ids.set(schema, this.#count);
    return String(this.#count);
  }
}

/** So many differences of one schema are told at most. */
const most = 200;

/**
 * Where schemas lead to each other, one difference is found along every way to it, and there is no
 * end of ways: of each kind and name the nearest is told first.
 */
function nearest(found: readonly Difference[]): readonly Difference[] {
  if (found.length <= most) return found;
  const near = found.toSorted((a, b) => a.keys.length - b.keys.length);
  const kinds = new Map<string, Difference>();
  for (const one of near) {
    const kind = [one.record.id, one.keys.at(-1), one.from, one.to].join(" ");
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  return [...new Set([...kinds.values(), ...near])].slice(0, Math.max(most, kinds.size));
}

/** What `together` makes of two parts is a new object each time. */
function isMadeHere(schema: SchemaObject): boolean {
  return Object.keys(schema).length === 1 && schema.allOf !== undefined;
}

const any: SchemaObject = {};

function orAny(schemas: readonly SchemaObject[]): readonly SchemaObject[] {
  return schemas.length === 0 ? [any] : schemas;
}
