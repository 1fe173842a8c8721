/** From any microversion of one range to any later one of the other; both ends included. */
export interface VersionPairs {
  readonly from: { readonly min: string; readonly max: string };
  readonly to: { readonly min: string; readonly max: string };
}

/** Microversions in a row that are all alike. */
export interface Stretch {
  readonly min: string;
  readonly max: string;
}

/**
 * Covers pairs of stretches (`2 5`: from the third to the sixth) with ranges from and to. They hold
 * those pairs, and of all others such alone as lead to an earlier stretch.
 */
export function pairsOf(
  cells: readonly (readonly [from: number, to: number])[],
  stretches: readonly Stretch[],
): readonly VersionPairs[] {
  const has = new Set(cells.map(([from, to]) => `${from} ${to}`));
  const isFree = (from: number, to: number): boolean => to < from || has.has(`${from} ${to}`);
  const covered = new Set<string>();
  const found: VersionPairs[] = [];
  for (const [from, to] of cells) {
    if (covered.has(`${from} ${to}`)) continue;
    let last = to;
    while (last + 1 < stretches.length && isFree(from, last + 1)) last += 1;
    const isWhole = (row: number): boolean => {
      for (let column = to; column <= last; column++) if (!isFree(row, column)) return false;
      return true;
    };
    let [low, high] = [from, from];
    while (low > 0 && isWhole(low - 1)) low -= 1;
    while (high + 1 < stretches.length && high + 1 < last && isWhole(high + 1)) high += 1;
    for (let row = low; row <= high; row++)
      for (let column = to; column <= last; column++) covered.add(`${row} ${column}`);
    const [a, b] = [stretches[low], stretches[high]];
    const [c, d] = [stretches[to], stretches[last]];
    if (a && b && c && d)
      found.push({ from: { min: a.min, max: b.max }, to: { min: c.min, max: d.max } });
  }
  return found;
}
