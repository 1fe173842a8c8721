import { createHash } from "node:crypto";
import type { VersionRange } from "./change.js";

/** What a change is known by over many runs. */
export interface Identity {
  readonly id: string;
  readonly method: string;
  /** Without the names of variables. */
  readonly path: string;
  readonly action: string;
  readonly keys: readonly string[];
  readonly about: string;
  /** Where it begins and ends; an end that is no end of the service's is null. */
  readonly range: VersionRange;
}

/**
 * 16 hexadecimal digits that hold no wording, no line, and no name that docs may change without
 * changing the API. Where the range reaches the last microversion it is open, so that the next one
 * does not make another change of it.
 */
export function fingerprintOf(identity: Identity): string {
  const { id, method, path, action, keys, about, range } = identity;
  const text = JSON.stringify([id, method, path, action, keys, about, range.min, range.max]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
