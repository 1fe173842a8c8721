import type { Row } from "../reference.js";
import { candidatesOf, nameParts, positionsOf } from "../shape/positions.js";
import { objectAt, type Shape } from "../shape/shape.js";
import { readType } from "../words/documented-type.js";
import { slipDistance } from "../words/names/slips.js";

/**
 * Whether the rows of a body are a name for all of it: one row, an object, that no sample has, under
 * a name that no body stands under elsewhere. The list says what the body is, and the sample shows
 * what is inside; were it a key, the sample would show nothing that the docs speak of.
 */
export function namesWholeBody(
  rows: readonly Row[],
  sampled: Shape | undefined,
  isWrapper: (name: string) => boolean,
): boolean {
  const [row, ...others] = rows;
  if (row === undefined || sampled === undefined) return false;
  const name = row.name.value;
  if (others.some((other) => other.name.value !== name)) return false;
  const type = row.entry?.type ?? "";
  const { kinds } = readType(type);
  const isObject = kinds.includes("object") || /^json\b/i.test(type);
  if (!isObject || kinds.includes("array")) return false;
  const { members, values } = objectAt(sampled);
  if (members.size === 0 || values !== undefined || sampled.kinds.has("array")) return false;
  if (nameParts(name).length > 1 || isWrapper(name)) return false;
  const isSlip = [...members.keys()].some((key) => slipDistance(name, key) !== undefined);
  return !isSlip && candidatesOf(row, positionsOf(sampled)).length === 0;
}
