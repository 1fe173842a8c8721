import type { SchemaObject } from "../../openapi/document.js";
import { below, type Difference, type Way } from "../difference.js";
import { unclearChange } from "../rules/types.js";
import { choiceOf, type Names } from "./choice.js";
import { compareMembers } from "./compare-members.js";
import { compareValues } from "./compare-values.js";
import type { Shape } from "./shape.js";
import { shapeOf } from "./shape-of.js";
import type { View } from "./view.js";

/**
 * Compares schemas of two documents by what they say of values: names of components, order, titles
 * and the way in which it is written do not count.
 */
export class SchemaComparison {
  readonly #old: View;
  readonly #new: View;
  readonly #known = new Map<string, readonly Difference[]>();
  /** Found inside of what was not compared to its end: it is right below that alone. */
  readonly #within = new Map<string, readonly Difference[]>();
  /** What is being compared, and how far in. */
  readonly #open = new Map<string, number>();
  /** How many were held against each other. */
  #compared = 0;
  /** How far out what was found leads back to. */
  #back = Infinity;

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
    const before = choiceOf(old, this.#old.names);
    const after = choiceOf(now, this.#new.names);
    const key = `${way} ${nameOf(before, this.#old.names)} ${nameOf(after, this.#new.names)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const within = this.#within.get(key);
    // A schema that leads back to itself is the same, unless something else in it is not.
    if (within !== undefined || this.#open.has(key)) {
      this.#back = Math.min(this.#back, this.#open.get(key) ?? 0);
      return within ?? [];
    }
    if (this.#isFar()) return [far];
    this.#compared += 1;
    const depth = this.#open.size;
    const outer = this.#back;
    this.#back = Infinity;
    this.#open.set(key, depth);
    const found = nearest(this.#differences(before, after, way));
    this.#open.delete(key);
    (this.#back < depth ? this.#within : this.#known).set(key, found);
    this.#back = Math.min(outer, this.#back < depth ? this.#back : Infinity);
    if (depth === 0) this.#within.clear();
    return found;
  }

  #isFar(): boolean {
    const { names } = this.#old;
    return this.#compared >= mostCompared || names.isExhausted || this.#new.names.isExhausted;
  }

  #differences(
    old: readonly SchemaObject[],
    now: readonly SchemaObject[],
    way: Way,
  ): readonly Difference[] {
    const before = shapeOf(old, this.#old);
    const after = shapeOf(now, this.#new);
    if (this.#isFar()) return [far];
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
      ...compareRest(before, after),
    ];
  }
}

/** Words that nothing else reads. */
function compareRest(old: Shape, now: Shape): readonly Difference[] {
  const [before, after] = [old.rest, now.rest].map((rest) => [...rest].toSorted().join(" "));
  if (before === after) return [];
  return [{ record: unclearChange, keys: [], about: `${before} ${after}` }];
}

/** Of several in whatever order. */
function nameOf(schemas: readonly SchemaObject[], names: Names): string {
  return schemas
    .map((schema) => names.of(schema))
    .toSorted()
    .join(",");
}

/** So many schemas are held against each other at one microversion at most. */
const mostCompared = 100_000;

/** What was not compared is not known to be the same. */
const far: Difference = { record: unclearChange, keys: [], about: "not compared" };

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

const any: SchemaObject = {};

function orAny(schemas: readonly SchemaObject[]): readonly SchemaObject[] {
  return schemas.length === 0 ? [any] : schemas;
}
