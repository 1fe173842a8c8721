import { editDistance } from "../../../diagnostics/nearest.js";
import { sameWord } from "../../../english/number.js";

/** How many letters a slip may change in a name, and of how many letters a word may have any. */
const most = 2;
const shortest = 4;

/**
 * How far two names are from each other if they may be one: letters more, less, other or swapped,
 * at most two of them; a word and its plural; the same letters with other signs and capitals between
 * them. Short words and numbers are to be the same: `min` is not `max`, nor `ipv4` `ipv6`.
 */
export function slipDistance(a: string, b: string): number | undefined {
  if (Math.abs(a.length - b.length) > a.length / 2) return undefined;
  const [words, others] = [wordsOf(a), wordsOf(b)];
  if (words.join("") === others.join("")) return 0;
  if (sameWord(a, b)) return 1;
  if (words.length !== others.length) return undefined;
  let sum = 0;
  for (const [index, word] of words.entries()) {
    const other = others[index] ?? "";
    if (word === other) continue;
    if (Math.min(word.length, other.length) < shortest) return undefined;
    if (word.replace(/\D/g, "") !== other.replace(/\D/g, "")) return undefined;
    sum += editDistance(word, other, most);
  }
  return sum <= Math.min(most, Math.max(1, Math.floor(a.length / 5))) ? sum : undefined;
}

/** `osExtStatus:vm-state` in lower case, word by word. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/**
 * Whether two names are one word in the singular and in the plural: both are words, and others may
 * have either of something else.
 */
export function isOtherNumber(a: string, b: string): boolean {
  return sameWord(a, b) && slipDistance(a, b) !== 0;
}
