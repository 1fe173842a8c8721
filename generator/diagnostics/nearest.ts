/**
 * Of `known`, the names that somebody who typed `typed` most probably meant: those at the least
 * edit distance (Damerau's, with neighbours swapped as one step, capitals aside), if that is at most a third of the length.
 * At most `count`, nearest first, ties in the order of `known`.
 */
export function nearest(typed: string, known: Iterable<string>, count = 1): readonly string[] {
  const wanted = typed.slice(0, 100).toLowerCase();
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, name.toLowerCase(), limit);
    if (distance > limit) continue;
    found.push({ name, distance });
    // Of one that is wanted, only what is nearer still counts from here on.
    if (count === 1) limit = distance - 1;
    if (limit < 0) break;
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ name }) => name);
}

/**
 * Of hyphenated names the nearest ones; else those that share most words with what was typed, slips
 * allowed in words that are long enough to tell one: `misspelt` is part of three codes, and `foo` is
 * not `too`.
 */
export function nearestCompounds(
  typed: string,
  known: readonly string[],
  count: number,
): readonly string[] {
  const close = nearest(typed, known, count);
  if (close.length > 0) return close;
  const words = typed.slice(0, 100).split("-").filter(Boolean);
  const shared = known.map((name) => {
    const parts = name.split("-");
    return { name, words: words.filter((word) => hasWord(parts, word)).length };
  });
  const most = Math.max(1, ...shared.map((each) => each.words));
  return shared
    .filter((each) => each.words === most)
    .slice(0, count)
    .map(({ name }) => name);
}

function hasWord(parts: readonly string[], word: string): boolean {
  return word.length < 4 ? parts.includes(word) : nearest(word, parts).length > 0;
}

/**
 * ` Did you mean "x"?`, or nothing: to be put behind a sentence. The name, too, is long enough for so
 * many slips: `client` has four letters of `lint`, and is not a misspelt one.
 */
export function didYouMean(typed: string, known: Iterable<string>): string {
  const name = nearest(typed, known, 5).find((each) => {
    const limit = Math.max(1, Math.floor(each.length / 3));
    return editDistance(typed.toLowerCase(), each.toLowerCase(), limit) <= limit;
  });
  return name === undefined ? "" : ` Did you mean "${name}"?`;
}

/** Optimal string alignment distance, given up as soon as it must exceed `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let distance = Math.min(
        (above[column] ?? limit) + 1,
        (current[column - 1] ?? limit) + 1,
        (above[column - 1] ?? limit) + same,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        distance = Math.min(distance, (before[column - 2] ?? limit) + 1);
      }
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = current;
  }
  return above[b.length] ?? limit + 1;
}
