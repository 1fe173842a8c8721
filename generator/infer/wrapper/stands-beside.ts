import type { Row } from "../reference.js";
import { isContainer } from "../rows/place-rows.js";
import { nameParts } from "../shape/positions.js";
import type { BodySide } from "../siblings/body.js";
import { singular } from "../../english/number.js";
import { isArray } from "./wrapper-number.js";

/**
 * Dotted names that begin with the first row, and others with another row, say that these rows
 * stand side by side at the top.
 */
export function standsBeside({ rows, side }: BodySide): boolean {
  const names = new Set(rows.map(({ name }) => name.value));
  const heads = rows.flatMap(({ name }) => {
    const [head, ...more] = nameParts(name.value);
    return head !== undefined && more.length > 0 && names.has(head) ? [head] : [];
  });
  if (heads.includes(rows[0]?.name.value ?? "") && new Set(heads).size > 1) return true;
  return side === "response" && areObjects(rows);
}

/** Several objects, and nothing that would be said of the first alone. */
function areObjects(rows: readonly Row[]): boolean {
  return (
    rows.length > 1 &&
    rows.every((row) => isContainer(row) && !isArray(row)) &&
    new Set(rows.map(({ name }) => singular(name.value))).size === rows.length
  );
}
