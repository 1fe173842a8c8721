import { createHash } from "node:crypto";

const known = new WeakMap<object, string>();

/**
 * A digest of a value that nobody changes, as a cause of a text that is made from it: of each object it
 * is made once, whoever asks; `json` is its text, where somebody has it.
 */
export function causeOf(value: object, json?: string): string {
  const made = known.get(value) ?? sha256(json ?? JSON.stringify(value));
  known.set(value, made);
  return made;
}

/** A digest of a text, short enough to be a cause itself. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
