/** A JSON Pointer (RFC 6901) whose first word says which part of the operation it is in. */
export function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
