import type { ChangeRecord } from "./record.js";
import type { Shape } from "./schemas/shape.js";

/** Which way a schema's values go: what programs send, or what they are given. */
export type Way = "request" | "answer";

/** Something that is different at one microversion, before anything is held against the evidence. */
export interface Difference {
  readonly record: ChangeRecord;
  /** The way from where the comparison began: `0` for items of a list, `*` for values of a map. */
  readonly keys: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** What tells it from other changes of the same kind at the same place: a value, a status. */
  readonly about?: string;
  /** What samples are held against: what OLD and NEW say of the values there. */
  readonly shapes?: { readonly old: Shape; readonly new: Shape };
  /** The side that has it, which the other does not, has it in samples alone. */
  readonly undocumented?: boolean;
  /** The media type in which it is so, where another has what is so without it. */
  readonly form?: string;
  /** The place in words, where its keys do not name it. */
  readonly place?: string;
}

/** The same, seen from further out. */
export function below(key: string, differences: readonly Difference[]): readonly Difference[] {
  return differences.map((one) => ({ ...one, keys: [key, ...one.keys] }));
}
