import { createHash } from "node:crypto";

/**
 * JSON with the keys of every object in the order of their code units, so that equal values have
 * equal text: for digests and to compare schemas. What JSON cannot say is left out, as by
 * `JSON.stringify`.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner) ? sorted(inner) : inner,
  );
}

function sorted(object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

/** The digest of a value for the header of a file: 16 hexadecimal digits of its SHA-256. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex").slice(0, 16);
}

export { canonicalJson as canonical };
