import type { SchemaObject } from "../../../openapi/document.js";
import { words } from "../words.js";

/** What a schema says of the size of a value, each as a few words. */
export function limitsOf(schema: SchemaObject): readonly string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern } = schema;
  const { atLeast, atMost, range, characters, items, unique, matches } = words.limits;
  const between = (min: number | undefined, max: number | undefined, unit: string) => {
    if (min !== undefined && max !== undefined) return [`${range(min, max)}${unit}`];
    if (min !== undefined && min > 0) return [`${atLeast(min)}${unit}`];
    return max === undefined ? [] : [`${atMost(max)}${unit}`];
  };
  return [
    ...(minimum === 0 && maximum === undefined ? [atLeast(0)] : between(minimum, maximum, "")),
    ...between(minLength, maxLength, ` ${characters}`),
    ...between(minItems, maxItems, ` ${items}`),
    ...(schema.uniqueItems === true ? [unique] : []),
    ...(pattern === undefined ? [] : [matches(pattern)]),
  ];
}
