import type { SchemaObject, SchemaType } from "../../openapi/document.js";

/**
 * What a schema says of values, however it is written: references followed, branches brought
 * together. A choice between objects is what all of its branches have, and may have: which members
 * go together is not kept.
 */
export interface Shape {
  /** Of JSON; `number` stands for integers, too. Empty: nothing is said. */
  readonly kinds: ReadonlySet<SchemaType>;
  /** Values that are listed; `open` where others are taken as well. */
  readonly values: { readonly list: readonly unknown[]; readonly open: boolean } | undefined;
  readonly format: string | undefined;
  readonly limits: ReadonlyMap<string, unknown>;
  readonly default: unknown;
  readonly members: ReadonlyMap<string, ShapeMember>;
  /** What other members hold, where that is said: one of these. */
  readonly others: readonly SchemaObject[];
  /** No other members are taken. */
  readonly closed: boolean;
  /** What the items of a list are: one of these. */
  readonly items: readonly SchemaObject[];
  /** Words that are not understood, as texts that are equal where they are. */
  readonly rest: ReadonlySet<string>;
  /** Of each branch. */
  readonly descriptions: ReadonlySet<string>;
  readonly deprecated: boolean;
}

export interface ShapeMember {
  /** One of these. */
  readonly schemas: readonly SchemaObject[];
  readonly required: boolean;
  /** Samples alone show it: no row of the docs has it. */
  readonly undocumented: boolean;
}

/** Nothing is said. */
export const bare: Shape = {
  kinds: new Set(),
  values: undefined,
  format: undefined,
  limits: new Map(),
  default: undefined,
  members: new Map(),
  others: [],
  closed: false,
  items: [],
  rest: new Set(),
  descriptions: new Set(),
  deprecated: false,
};

/** The words of all branches, in an order of their own. */
export function descriptionOf({ descriptions }: Shape): string {
  return [...descriptions].toSorted().join("\n\n");
}

const lower = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
/** Keywords that refuse values: which way they do is a matter of those who compare. */
export const limitWords = {
  lower,
  upper,
  other: ["pattern", "multipleOf", "uniqueItems"],
} as const;
/** All of them. */
export const limitNames = [...lower, ...upper, ...limitWords.other];

/** The kind of a JSON value. */
export function kindOf(value: unknown): SchemaType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "string") return "string";
  return typeof value === "boolean" ? "boolean" : "object";
}

/** Every integer is a number. */
export function withoutTwice(kinds: Iterable<SchemaType>): ReadonlySet<SchemaType> {
  const all = new Set(kinds);
  if (all.has("number")) all.delete("integer");
  return all;
}
