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
  const found = new Map<string, SchemaObject>();
  for (const schema of flat(schemas, "anyOf", names)) found.set(names.of(schema), schema);
  return [...found.values()];
}

/** Names of schemas: equal where they are one object, or lead to the same components. */
export class Names {
  readonly #known = new WeakMap<object, string>();
  #count = 0;

  of(schema: SchemaObject): string {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    const name = this.#name(schema);
    this.#known.set(schema, name);
    return name;
  }

  #name(schema: SchemaObject): string {
    const only = onlyWord(schema);
    if (only === "$ref") return `ref ${String(schema.$ref)}`;
    if (only === "anyOf" || only === "allOf") {
      const parts = new Set(flat([schema], only, this).map((part) => this.of(part)));
      const [first] = parts;
      if (parts.size === 1 && first !== undefined) return first;
      return `${only} ${canonicalJson([...parts].toSorted())}`;
    }
    this.#count += 1;
    return String(this.#count);
  }
}

/** The one word that a schema says anything of values with. */
function onlyWord(schema: SchemaObject): string | undefined {
  const [word, ...more] = Object.keys(schema).filter((key) => !annotations.has(key));
  return more.length === 0 ? word : undefined;
}

/** The parts of choices among choices, or of what is said together with what is. */
function flat(
  schemas: readonly SchemaObject[],
  word: "anyOf" | "allOf",
  names: Names,
): readonly SchemaObject[] {
  return schemas.flatMap((schema): readonly SchemaObject[] => {
    const parts = onlyWord(schema) === word ? schema[word] : undefined;
    if (!Array.isArray(parts)) return [schema];
    const inner = flat(parts, word, names);
    return [...new Map(inner.map((part) => [names.of(part), part])).values()];
  });
}
