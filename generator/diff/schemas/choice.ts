import { canonicalJson } from "../../openapi/canonical.js";
import type { SchemaObject } from "../../openapi/document.js";

/** Words beside which a reference, or a choice, says of values what it says alone. */
const annotations = new Set(["title", "description", "example", "examples", "$comment"]);

/**
 * Schemas that are a choice, each once: a choice among them is its branches, and what several say
 * together is the parts of all. So schemas that lead to each other lead to the same choices again,
 * however often they were brought together on the way.
 */
export function choiceOf(schemas: readonly SchemaObject[], names: Names): readonly SchemaObject[] {
  return names.unique(schemas.flatMap((schema) => names.partsOf(schema, "anyOf")));
}

/** What schemas say together, and what they are a choice of. */
type Joint = "anyOf" | "allOf";

/**
 * Names of schemas: equal where they are one object, or lead to the same components. They are short
 * however much was brought together, and each object is looked at once.
 */
export class Names {
  readonly #known = new WeakMap<object, string>();
  readonly #parts = { anyOf: new WeakMap<object, Parts>(), allOf: new WeakMap<object, Parts>() };
  /** What is brought together, by the names of its parts. */
  readonly #joints = new Map<string, { readonly name: string; readonly schema: SchemaObject }>();
  #count = 0;
  #steps = 0;

  of(schema: SchemaObject): string {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    const name = this.#name(schema);
    this.#known.set(schema, name);
    return name;
  }

  /** The parts of choices among choices, or of what is said together with what is: each once. */
  partsOf(schema: SchemaObject, word: Joint): Parts {
    const known = this.#parts[word].get(schema);
    if (known !== undefined) return known;
    const inner = onlyWord(schema) === word ? schema[word] : undefined;
    const parts = Array.isArray(inner)
      ? this.unique(inner.flatMap((part: SchemaObject) => this.partsOf(part, word)))
      : [schema];
    this.#parts[word].set(schema, parts);
    return parts;
  }

  /**
   * Whether so much was brought together that it was given up: what came of it since says nothing.
   * Components that are choices of each other, and said together, have no end of combinations.
   */
  get isExhausted(): boolean {
    return this.#steps > mostSteps;
  }

  /** How many parts were brought together. */
  get steps(): number {
    return this.#steps;
  }

  /** Several as one: the same object for the same ones, however they were brought together before. */
  join(word: Joint, schemas: Parts): SchemaObject {
    if (this.isExhausted) return schemas[0] ?? {};
    const parts = this.unique(schemas.flatMap((schema) => this.partsOf(schema, word)));
    const [only, ...more] = parts;
    return only !== undefined && more.length === 0 ? only : this.#joint(word, parts).schema;
  }

  /** Each once. */
  unique(schemas: Parts): Parts {
    return [...new Map(schemas.map((schema) => [this.of(schema), schema])).values()];
  }

  #name(schema: SchemaObject): string {
    const only = onlyWord(schema);
    if (only === "$ref") return `ref ${String(schema.$ref)}`;
    if (only === "anyOf" || only === "allOf") {
      const parts = this.partsOf(schema, only);
      const [first, ...more] = parts;
      if (first !== undefined && more.length === 0) return this.of(first);
      return this.#joint(only, parts).name;
    }
    return this.#next();
  }

  #joint(word: Joint, parts: Parts): { readonly name: string; readonly schema: SchemaObject } {
    this.#steps += parts.length;
    const names = parts.map((part) => this.of(part));
    const text = `${word} ${canonicalJson(names.toSorted())}`;
    const known = this.#joints.get(text);
    if (known !== undefined) return known;
    const joint = { name: this.#next(), schema: { [word]: parts } };
    this.#joints.set(text, joint);
    this.#known.set(joint.schema, joint.name);
    this.#parts[word].set(joint.schema, parts);
    return joint;
  }

  #next(): string {
    this.#count += 1;
    return String(this.#count);
  }
}

/** A web of twelve components that are said together takes 20 000, documents of services some hundreds. */
const mostSteps = 200_000;

type Parts = readonly SchemaObject[];

/** The one word that a schema says anything of values with. */
function onlyWord(schema: SchemaObject): string | undefined {
  const [word, ...more] = Object.keys(schema).filter((key) => !annotations.has(key));
  return more.length === 0 ? word : undefined;
}
