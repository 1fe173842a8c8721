import { pluralize, singularize } from "inflection";
import { remembering } from "../collections/remembering.js";

/**
 * Last words of names that the rules of English get wrong, one and many; the first that a name ends
 * in counts.
 */
const exceptions = [
  "status statuses",
  "alias aliases",
  "address addresses",
  "access accesses",
  "class classes",
  "process processes",
  "bus buses",
  "cache caches",
  "cookie cookies",
  "quota quotas",
  "agenda agendas",
  "data data",
  "series series",
  "news news",
].map((pair) => pair.split(" ") as [one: string, many: string]);

/** Words that look as if there were several: `metadata`, `dns`, `analysis`. */
const alreadyOne = /(?:meta|dns|qos|ss|is|us)$/;

/** The singular of a name's last word: `quota_sets` → `quota_set`, `metadata` as it is. */
export const singular = remembering((name) => {
  const lower = name.toLowerCase();
  for (const [one, many] of exceptions) {
    if (lower.endsWith(many)) return name.slice(0, name.length - many.length + one.length);
    if (lower.endsWith(one)) return name;
  }
  // Latin words in -a: antennae, formulae.
  if (/[a-z]{3}ae$/.test(lower)) return name.slice(0, -1);
  return alreadyOne.test(lower) ? name : singularize(name);
});

/** The plural of a name's last word. */
export function plural(name: string): string {
  const lower = name.toLowerCase();
  const [one, many] = exceptions.find(([word]) => lower.endsWith(word)) ?? [];
  return one === undefined || many === undefined ? pluralize(name) : name + many.slice(one.length);
}

/** Whether two names say the same thing, one perhaps in the plural, with `-` for `_`. */
export function sameWord(a: string, b: string): boolean {
  return wordKey(a) === wordKey(b);
}

/** What names that say the same thing have in common. */
export const wordKey = remembering((name) => singular(name.toLowerCase().replace(/[-_\s]+/g, "_")));
