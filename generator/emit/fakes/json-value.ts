import { code, literal, memberName } from "../text.js";
import type { Value } from "../layout/values.js";

/** A value of JSON as an expression. */
export function jsonValue(value: unknown): Value {
  if (typeof value === "string") return literal(value);
  // `1e999` is read as no number that JSON could write.
  if (typeof value === "number") return Number.isFinite(value) ? code`${value}` : code`null`;
  if (typeof value === "boolean") return value ? code`true` : code`false`;
  if (typeof value !== "object" || value === null) return code`null`;
  if (Array.isArray(value)) return { items: value.map(jsonValue) };
  const members = Object.entries(value).map(([name, each]) => {
    // Without brackets it would be the prototype of the object (ECMAScript, B.3.1).
    const key = name === "__proto__" ? code`[${literal(name)}]` : memberName(name);
    return [key, jsonValue(each)] as const;
  });
  return { members };
}
