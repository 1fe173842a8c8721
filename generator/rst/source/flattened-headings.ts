import type { Word } from "./flattened.js";

/** A heading in a text without lines: the indexes of its words. */
export interface FoundHeading {
  /** The first word of the title; the heading itself begins one earlier when it has an overline. */
  readonly title: number;
  readonly under: number;
}

const adornment =
  /^(?:={3,}|~{3,}|\^{3,}|-{4,}|"{4,}|#{4,}|\*{4,}|\+{4,}|'{4,}|`{4,}|_{4,}|\.{4,}|:{4,})$/;

/**
 * The headings among `words`, by the index of their first word. An adornment's length tells which
 * words belong to the title: nearly always it is exactly as long.
 */
export function findHeadings(words: readonly Word[]): ReadonlyMap<number, FoundHeading> {
  const headings = new Map<number, FoundHeading>();
  let free = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || !adornment.test(word.text)) continue;
    const exact = titleBefore(words, at, free, word.text.length);
    if (exact !== undefined) {
      headings.set(exact, { title: exact, under: at });
      free = at + 1;
      continue;
    }
    const under = closingLine(words, at);
    if (under !== undefined) {
      headings.set(at, { title: at + 1, under });
      at = under;
      free = at + 1;
      continue;
    }
    const near = titleNear(words, at, free, word.text.length);
    if (near === undefined) continue;
    headings.set(near, { title: near, under: at });
    free = at + 1;
  }
  return headings;
}

function isEdge(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? "";
  return text === ".." || text.endsWith("::") || adornment.test(text);
}

/** The words before `at` that are together just `length` characters long. */
function titleBefore(
  words: readonly Word[],
  at: number,
  free: number,
  length: number,
): number | undefined {
  const end = words[at - 1]?.end ?? 0;
  for (let from = at - 1; from >= free && !isEdge(words, from); from -= 1) {
    const long = end - (words[from]?.start ?? 0);
    if (long > length) return undefined;
    if (long === length) return /^[a-z-]/.test(words[from]?.text ?? "") ? undefined : from;
  }
  return undefined;
}

/** The underline that is the overline once more, a title that fits between them. */
function closingLine(words: readonly Word[], at: number): number | undefined {
  const line = words[at]?.text ?? "";
  const begin = words[at + 1]?.start ?? 0;
  for (let next = at + 2; next < words.length; next += 1) {
    const long = (words[next - 1]?.end ?? 0) - begin;
    if (long > line.length || isEdge(words, next - 1)) return undefined;
    if (words[next]?.text === line) return next;
  }
  return undefined;
}

/** A title shorter than its line: what begins with a capital behind the end of something, as long as may be. */
function titleNear(
  words: readonly Word[],
  at: number,
  free: number,
  length: number,
): number | undefined {
  const end = words[at - 1]?.end ?? 0;
  let best: number | undefined;
  for (let from = at - 1; from >= free && !isEdge(words, from); from -= 1) {
    if (end - (words[from]?.start ?? 0) > length) break;
    if (!/^[\p{Lu}\p{N}]/u.test(words[from]?.text ?? "")) continue;
    const before = words[from - 1]?.text ?? "";
    const third = words[from - 2]?.text ?? "";
    // Behind a sentence, a comment, or an item such as "- 404" or "- name: reference".
    const bounded =
      from === free || /[.:;!?)*]$|^-\*-$/.test(before) || third === "-" || third.endsWith(":");
    if (bounded || best === undefined) best = from;
  }
  return best;
}
