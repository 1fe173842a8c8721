import type { VersionRange } from "../change.js";
import type { Difference } from "../difference.js";
import type { Segment } from "./timeline.js";

/** A difference, and where it holds. */
export interface Folded {
  readonly difference: Difference;
  readonly range: VersionRange;
  /** It holds at no microversion that OLD knew. */
  readonly isNew: boolean;
  /** The microversion at which it begins or ends, where it does not hold at all of them. */
  readonly edges: readonly string[];
}

/** Brings together what is the same in stretches that follow each other. */
export function fold(
  found: readonly { readonly segment: Segment; readonly differences: readonly Difference[] }[],
): readonly Folded[] {
  const done: Folded[] = [];
  let open = new Map<string, { readonly from: number; readonly difference: Difference }>();
  const close = (from: number, to: number, difference: Difference): void => {
    const [first, last] = [found[from]?.segment, found[to]?.segment];
    if (first === undefined || last === undefined) return;
    const begins = from === 0 ? null : first.range.min;
    const ends = to === found.length - 1 ? null : (found[to + 1]?.segment.range.min ?? null);
    done.push({
      difference,
      range: { min: first.range.min, max: last.range.max },
      isNew: first.isNew,
      edges: [ends, begins].filter((edge) => edge !== null),
    });
  };
  found.forEach(({ differences }, index) => {
    const now = new Map<string, { readonly from: number; readonly difference: Difference }>();
    for (const difference of differences) {
      const key = keyOf(difference);
      if (!now.has(key)) now.set(key, open.get(key) ?? { from: index, difference });
    }
    for (const [key, { from, difference }] of open)
      if (!now.has(key)) close(from, index - 1, difference);
    open = now;
  });
  for (const { from, difference } of open.values()) close(from, found.length - 1, difference);
  return done;
}

function keyOf({ record, keys, about, from, to, form }: Difference): string {
  return JSON.stringify([record.id, keys, about, from, to, form]);
}
