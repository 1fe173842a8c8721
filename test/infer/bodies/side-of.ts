import type { Json, Side } from "../../../generator/infer/reference.js";
import { shapeOf } from "../../../generator/infer/shape/shape.js";
import type { BodySide } from "../../../generator/infer/siblings/body.js";
import { operationsOf, type Entries, type WrittenOperation } from "../docs.js";

/** One side of an operation, before anything is inferred of it; `sample`: what its samples show. */
export function sideOf(
  side: Side,
  entries: Entries,
  written: WrittenOperation,
  sample?: Json,
): BodySide {
  const [operation] = operationsOf(entries, written);
  if (operation === undefined) throw new Error("The docs that were written hold no operation.");
  return {
    operation,
    place: 0,
    side,
    rows: operation[side].flatMap((list) => list.rows),
    sampled: sample === undefined ? undefined : shapeOf(sample),
    samples: sample === undefined ? 0 : 1,
  };
}
