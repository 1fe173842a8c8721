import type { LeavingOut } from "../../diagnostics/rules/unread-operation.js";
import { placeOf } from "../../diagnostics/span.js";
import type { Inclusion } from "../../rst/blocks.js";
import type { SourceTree } from "../../source/tree.js";

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether places lie in any of `stretches`; to be asked from the first place to the last. */
export function inAny(stretches: readonly Stretch[]): (place: number) => boolean {
  const sorted = stretches.toSorted((a, b) => a.start - b.start);
  let passed = 0;
  let until = 0;
  return (place) => {
    for (let next = sorted[passed]; next && next.start <= place; next = sorted[(passed += 1)]) {
      until = Math.max(until, next.end);
    }
    return place < until;
  };
}

/**
 * What leaves the text at a place out, if none of `includes` reads it: the first of them, by its
 * first option that does. To be asked from the first place to the last.
 */
export function leftOutBy(
  tree: SourceTree,
  includes: readonly Inclusion[],
): (place: number) => LeavingOut | undefined {
  const isRead = inAny(includes.flatMap(readOf));
  const [first] = includes;
  let line: number | undefined;
  return (place) => {
    if (first === undefined || isRead(place)) return undefined;
    const cut = first.cuts.find(({ from, to }) => place < from || place >= to);
    const option = cut?.option ?? first.shownBy;
    if (option === undefined) return undefined;
    const file = first.span.source;
    const reading = tree.read(file);
    line ??= reading.kind === "text" ? placeOf(reading.text, first.span.start).line : 1;
    return { file, line, option };
  };
}

/** The stretch of its file that an include reads as a part of the document. */
function readOf({ cuts, shownBy }: Inclusion): readonly Stretch[] {
  if (shownBy !== undefined) return [];
  const start = Math.max(0, ...cuts.map(({ from }) => from));
  const end = Math.min(Number.POSITIVE_INFINITY, ...cuts.map(({ to }) => to));
  return [{ start, end }];
}
