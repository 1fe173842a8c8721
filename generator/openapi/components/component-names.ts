import { singular } from "../../english/number.js";

/** A documented name as part of a component's name: `os-extended_volumes:volumes_attached` → `VolumesAttached`. */
export function pascal(name: string): string {
  const last = name.split(/[:.]/).at(-1) ?? name;
  const words = singular(last)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const joined = words.join("");
  return /^\d/.test(joined) ? `N${joined}` : joined;
}

/** The words of a name in Pascal case: `ListDNSDomains` → List, DNS, Domains. */
function wordsIn(name: string): readonly string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z]+|\d+/g) ?? [];
}

const plain = (word: string): string => singular(word.toLowerCase());

/**
 * `word` behind `prefix`, with nothing said twice: `ShareNetwork` and `ShareNetworkSubnet` make
 * `ShareNetworkSubnet`. Undefined where `prefix` says all of it, in whatever order: `LiveMigrateServer`
 * and `OsMigrateLive`, whose `Os` says nothing.
 */
export function compose(prefix: string, word: string): string | undefined {
  const before = wordsIn(prefix);
  const said = new Set(before.map(plain));
  const next = wordsIn(word);
  const telling = next[0] === "Os" ? next.slice(1) : next;
  if (telling.every((one) => said.has(plain(one)) || isRun(before, one))) return undefined;
  for (let length = Math.min(before.length, next.length); length > 0; length -= 1) {
    const end = before.slice(-length).map(plain);
    if (next.slice(0, length).every((one, index) => plain(one) === end[index]))
      return prefix + next.slice(length).join("");
  }
  return prefix + word;
}

/** Whether words of a name say another one together: Back, Up say Backup. */
function isRun(words: readonly string[], word: string): boolean {
  const sought = word.toLowerCase();
  return words.some((_, start) =>
    [1, 2, 3].some(
      (length) =>
        words
          .slice(start, start + length)
          .join("")
          .toLowerCase() === sought,
    ),
  );
}

/** Whether a name says a run of words and at once the same again: `CreateServerServer`. */
export function doubles(name: string): boolean {
  const words = wordsIn(name).map(plain);
  return words.some((_, start) =>
    [1, 2, 3, 4].some((length) => {
      const run = words.slice(start, start + length);
      const next = words.slice(start + length, start + 2 * length);
      return next.length === length && run.every((word, index) => word === next[index]);
    }),
  );
}
