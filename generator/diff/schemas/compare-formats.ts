import type { Difference, Way } from "../difference.js";
import {
  answerNumberNarrowed,
  answerNumberWidened,
  numberFormatChanged,
  numberFormatLost,
  numberFormatSaid,
  requestNumberNarrowed,
  requestNumberWidened,
} from "../rules/number-formats.js";
import { formatChanged } from "../rules/types.js";
import type { Shape } from "./shape.js";

/** The numbers of a format: of two of one family that with more bits holds those of the other. */
interface Size {
  readonly family: "whole" | "floating";
  readonly bits: number;
  /** Numbers below zero, too. */
  readonly signed: boolean;
}

const whole = (bits: number, signed: boolean): Size => ({ family: "whole", bits, signed });

/** Formats of numbers (OpenAPI 3.1, Data Types; OpenAPI Format Registry). */
const sizes: ReadonlyMap<string, Size> = new Map([
  ...[8, 16, 32, 64].flatMap((bits): readonly (readonly [string, Size])[] => [
    [`int${bits}`, whole(bits, true)],
    [`uint${bits}`, whole(bits, false)],
  ]),
  ["float", { family: "floating", bits: 32, signed: true }],
  ["double", { family: "floating", bits: 64, signed: true }],
]);

/** What is different about the formats of the values of one place, whose types are the same. */
export function compareFormats(old: Shape, now: Shape, way: Way): readonly Difference[] {
  const [from, to] = [old.format ?? "none", now.format ?? "none"];
  if (from === to) return [];
  if (old.kinds.has("string")) return [{ record: formatChanged, keys: [], from, to }];
  if (!old.kinds.has("integer") && !old.kinds.has("number")) return [];
  return [{ record: recordOf(old.format, now.format, way), keys: [], from, to }];
}

function recordOf(
  from: string | undefined,
  to: string | undefined,
  way: Way,
): Difference["record"] {
  if (from === undefined) return numberFormatSaid;
  if (to === undefined) return numberFormatLost;
  const [before, after] = [sizes.get(from), sizes.get(to)];
  if (before === undefined || after === undefined) return numberFormatChanged;
  if (holds(after, before)) return way === "request" ? requestNumberWidened : answerNumberWidened;
  if (holds(before, after)) return way === "request" ? requestNumberNarrowed : answerNumberNarrowed;
  return numberFormatChanged;
}

/** Whether every number of `inner` is one of `outer`. */
function holds(outer: Size, inner: Size): boolean {
  if (outer.family !== inner.family) return false;
  if (outer.signed === inner.signed) return outer.bits >= inner.bits;
  return outer.signed && outer.bits > inner.bits;
}
