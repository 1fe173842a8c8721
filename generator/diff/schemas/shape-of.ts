import type { SchemaObject } from "../../openapi/document.js";
import { isRecord } from "../../openapi/references.js";
import { both, either } from "./join-shapes.js";
import { isNothing, ownShape } from "./own-shape.js";
import { bare, type Shape } from "./shape.js";
import type { View } from "./view.js";

/** Kept with the view, since a schema is held against many others. */
const known = new WeakMap<View, WeakMap<SchemaObject, Shape>>();

/** What one of several schemas says: they are a choice. */
export function shapeOf(schemas: readonly SchemaObject[], view: View): Shape {
  const ofView = known.get(view) ?? new WeakMap<SchemaObject, Shape>();
  known.set(view, ofView);
  return either(
    schemas.map((schema) => {
      const before = ofView.get(schema);
      if (before !== undefined) return before;
      const shape = new Reading(view).read(schema);
      if (isRecord(schema)) ofView.set(schema, shape);
      return shape;
    }),
  );
}

/**
 * Reads one schema: what it refers to and what is said with it (`allOf`) are parts of it, each
 * once, however often they lead to each other; a choice in a part is read once, too. So the steps
 * are as many as there are schemas, not as there are ways through them.
 */
class Reading {
  readonly #view: View;
  /** The choices of a part, by it: `anyOf` and `oneOf`. */
  readonly #choices = new Map<SchemaObject, readonly Shape[]>();
  /** Parts whose choices are being read. */
  readonly #open = new Set<SchemaObject>();

  constructor(view: View) {
    this.#view = view;
  }

  read(schema: SchemaObject): Shape {
    return this.#together(partsOf(schema, this.#view));
  }

  #together(parts: readonly SchemaObject[]): Shape {
    const own = parts.map((part) => {
      const isSchema: boolean = isRecord(part);
      if (isSchema) return ownShape(part, this.#view);
      return isNothing(part) ? nothing : bare;
    });
    const choices = parts.flatMap((part) => (isRecord(part) ? this.#choicesOf(part) : []));
    const { names } = this.#view;
    return [...own, ...choices].reduce((all, one) => both(all, one, names), bare);
  }

  #choicesOf(part: SchemaObject): readonly Shape[] {
    const before = this.#choices.get(part);
    if (before !== undefined) return before;
    this.#open.add(part);
    const choices = [listOf(part.anyOf), listOf(part.oneOf)].flatMap(
      (branches): readonly Shape[] => {
        const all = branches.map((branch) => partsOf(branch, this.#view));
        // A choice that is one of its own branches is what the others say.
        const others = all.filter((parts) => !parts.some((one) => this.#open.has(one)));
        return others.length === 0 ? [] : [either(others.map((parts) => this.#together(parts)))];
      },
    );
    this.#open.delete(part);
    this.#choices.set(part, choices);
    return choices;
  }
}

const nothing: Shape = { ...bare, rest: new Set(["false"]) };

/** A schema, what it refers to, and what is said with it: each once, in the order in which it comes. */
function partsOf(schema: SchemaObject, view: View): readonly SchemaObject[] {
  const parts = new Set<SchemaObject>();
  const waiting: SchemaObject[] = [schema];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (parts.has(next)) continue;
    parts.add(next);
    const isSchema: boolean = isRecord(next);
    if (!isSchema) continue;
    const target = typeof next.$ref === "string" ? view.target(next.$ref) : undefined;
    waiting.push(...listOf(next.allOf).toReversed(), ...(target === undefined ? [] : [target]));
  }
  return [...parts];
}

function listOf(value: unknown): readonly SchemaObject[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
