// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:ca5307572ba25092

/**
 * Reads JSON, of bodies and of parameters, so that what was written is what is there.
 *
 * @module
 */
import { isExact } from "./inputs.js";
import type { JsonValue } from "./runtime.js";

/** JSON with a number that JavaScript cannot hold as it was written. */
export class InexactNumber extends Error {}

/** The value of a text. Throws {@link InexactNumber}, and a `SyntaxError` where it is no JSON. */
export function readJson(text: string): JsonValue {
  const value = /__proto__|\\u005f/i.test(text) ? parsedWithCare(text) : JSON.parse(text);
  // Only so many digits, or an exponent, can be what a number cannot hold.
  const number = /\d{16}|\d[eE]/.test(text) ? inexactNumber(value) : undefined;
  if (number === undefined) return value;
  throw new InexactNumber(`has a number that is not exactly kept, near ${number}`);
}

/** A member called `__proto__` would become a prototype where a handler copies it. */
function parsedWithCare(text: string): JsonValue {
  return JSON.parse(text, (key, value: unknown) => {
    if (key === "__proto__") throw new SyntaxError("__proto__ cannot be the name of a member");
    return value;
  });
}

/** A number anywhere that is not the one that was written. Deep values take no stack. */
function inexactNumber(root: JsonValue): number | undefined {
  const waiting: JsonValue[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === "number" && !isExact(value)) return value;
    if (typeof value !== "object" || value === null) continue;
    for (const each of Object.values(value)) {
      if (typeof each === "number" ? !isExact(each) : typeof each === "object") waiting.push(each);
    }
  }
  return undefined;
}
