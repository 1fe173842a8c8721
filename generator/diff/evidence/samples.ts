import { canonicalJson } from "../../openapi/canonical.js";
import { isRecord } from "../../openapi/references.js";
import type { Listed } from "../operations/listed.js";
import { kindOf, type Shape } from "../schemas/shape.js";

/** The samples of what an operation is sent, or of what it gives. */
export function samplesFor(part: string | undefined, { samples }: Listed): readonly unknown[] {
  if (part === "request") return samples.request;
  return part === "response" ? samples.answer : [];
}

/** Everything that samples show at one place; `0` goes into every item, `*` into every value. */
export function valuesAt(samples: readonly unknown[], keys: readonly string[]): readonly unknown[] {
  return keys.reduce<readonly unknown[]>(
    (values, key) => values.flatMap((value) => inside(value, key)),
    samples,
  );
}

function inside(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value)) return key === "0" ? value : [];
  if (!isRecord(value)) return [];
  if (Object.hasOwn(value, key)) return [value[key]];
  return key === "*" ? Object.values(value) : [];
}

/** Whether a value is of the kinds, and one of the values, that a place is said to have. */
export function fits(value: unknown, { kinds, values }: Shape): boolean {
  const kind = kindOf(value);
  const isKind = kinds.size === 0 || kinds.has(kind) || (kind === "integer" && kinds.has("number"));
  if (!isKind) return false;
  if (values === undefined || values.open || kind === "object" || kind === "array") return true;
  const text = canonicalJson(value);
  return kind === "null" || values.list.some((one) => canonicalJson(one) === text);
}
