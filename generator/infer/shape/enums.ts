import type { Row, Side } from "../reference.js";
import type { Enumeration } from "./node.js";
import type { Shape } from "./shape.js";
import type { Kind } from "../words/kind.js";
import { first } from "../votes/vote.js";
import type { EnumRule } from "./enum-rules.js";

/** Values that a rule found, as samples spell them. */
export interface FoundEnumeration extends Enumeration {
  readonly rule: string;
}

/**
 * The values that an entry plainly lists: its own `enum`, or its prose, or a table (`tabled`) of its
 * chapter. Request lists that the
 * docs call complete are closed; all others, and those of responses, stay open to what a newer
 * service adds. Undefined where the samples show another value.
 */
export function findEnumeration(
  rows: readonly Row[],
  prose: string,
  shape: Shape,
  kinds: readonly Kind[],
  side: Side,
  rules: readonly EnumRule[],
  tabled?: readonly string[],
): FoundEnumeration | undefined {
  const found = first(rules, {
    name: rows[0]?.name.value ?? "",
    given: rows.map((row) => row.entry?.enum).find((values) => values !== undefined),
    prose,
    text: kinds.includes("string"),
    shown: shape.strings.length > 0,
    tabled,
  });
  if (found === undefined) return undefined;
  const { rule, said } = found;
  const values = [
    ...new Set(
      said.values.filter((value) => typeof value === "string" || typeof value === "number"),
    ),
  ];
  // One value is a list where the docs say that there is no other.
  const least = said.complete && said.values.length === 1 ? 1 : 2;
  if (values.length < least || values.length > 100) return undefined;
  const spelt = spellAsSamples(values, shape, side);
  if (spelt === undefined) return undefined;
  const closed = side === "request" && said.complete && kinds.every(speaksOf(values));
  return { values: spelt, closed, rule };
}

/** Whether a list says all about values of a kind: one of strings says nothing about numbers. */
function speaksOf(values: readonly (string | number)[]): (kind: Kind) => boolean {
  return (kind) =>
    kind === "null" ||
    (kind === "string" && values.some((value) => typeof value === "string")) ||
    ((kind === "integer" || kind === "number") &&
      values.some((value) => typeof value === "number"));
}

/**
 * The values as samples spell them: capitals of prose do not count where all samples are in small
 * letters, though a request may use the docs' spelling, too; else what samples show is added.
 * Undefined when a sample has another value.
 */
function spellAsSamples(
  values: readonly (string | number)[],
  { strings }: Shape,
  side: Side,
): readonly (string | number)[] | undefined {
  const words = values.map(String);
  const lower = new Set(words.map((word) => word.toLowerCase()));
  if (strings.some((text) => !lower.has(text.toLowerCase()))) return undefined;
  if (strings.every((text) => words.includes(text))) return values;
  if (strings.every((text) => text === text.toLowerCase())) {
    const small = values.map((value) => (typeof value === "string" ? value.toLowerCase() : value));
    return side === "request" ? [...new Set([...values, ...small])] : small;
  }
  return [...new Set([...values, ...strings])];
}
