import { groupBy } from "../../collections/groups.js";

/** A member that is one thing here and another one there. */
export interface Contradiction {
  readonly name: string;
  readonly here: string;
  readonly there: string;
}

/** So many names are said; the rest are counted. */
const named = 3;

/** `"a" and "b" are string here and object there`. */
export function differing(contradictions: readonly Contradiction[]): string {
  const types = groupBy(contradictions, ({ here, there }) => `${here} here and ${there} there`);
  const said = [...types].map(([type, members]) => {
    const names = members.map(({ name }) => `"${name}"`);
    return `${listed(names)} ${names.length === 1 ? "is" : "are"} ${type}`;
  });
  return listed(said);
}

/** What is said of one operation holds of others, too: by their titles. */
export function sameOf(others: readonly string[]): string {
  const titles = others.map((title) => `"${title}"`);
  return titles.length === 0 ? "" : `; the same holds of ${listed(titles)}`;
}

/** The first few of them, and how many more there are. */
export function listed(words: readonly string[]): string {
  const first = words.slice(0, named);
  const more = words.length - named;
  const last = more > 0 ? `${more} more` : words.length > 1 ? first.pop() : undefined;
  return last === undefined ? first.join(", ") : `${first.join(", ")} and ${last}`;
}
