import type { Row } from "../reference.js";
import type { Bounds } from "../shape/node.js";

/** The bounds that a row's entry says. */
export function boundsOf(row: Row | undefined): Bounds {
  const { minVersion: min, maxVersion: max } = row?.entry ?? {};
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
