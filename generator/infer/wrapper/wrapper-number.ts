import type { Row } from "../reference.js";
import { answersList, type BodySide } from "../siblings/body.js";
import { pathWords } from "../words/names/collections.js";
import { plural, sameWord, singular } from "../../english/number.js";

/** Whether the type of a row says that it is a list. */
export const isArray = (row: Row): boolean => /^(array|list)/i.test(row.entry?.type ?? "");

/** What a single resource stands under, where its row may name the list. */
export function single(row: Row | undefined, word: string): string {
  if (row === undefined) return singular(word);
  return isArray(row) ? singular(row.name.value) : row.name.value;
}

/** What several stand under, where their row may name the one. */
export function several(row: Row | undefined, word: string): string {
  if (row === undefined) return plural(word);
  return isArray(row) ? row.name.value : plural(row.name.value);
}

/**
 * A wrapper in the number that is meant: several in the answer that lists them, and where a whole
 * collection is replaced (`Batch Update Members`); one where the title of a request says so.
 */
export function asMeant(name: string, target: BodySide): string {
  if (isOfMany(target, name)) return pluralOf(name, target);
  return target.side === "request" && titleNames(target, "one", name) ? singular(name) : name;
}

/** Whether a body holds many of what it is about, though its path may be that of a single thing. */
export function isOfMany(target: BodySide, name: string): boolean {
  return answersList(target)
    ? !titleNames(target, "one", name)
    : replacesMany(target, plural(name)) && titleNames(target, "many", name);
}

/** Whether a request replaces what its path collects: `PUT /pools/{pool_id}/members`. */
export function replacesMany({ operation, side }: BodySide, name: string): boolean {
  const { method, path } = operation;
  const replaces = side === "request" && /^(?:PUT|PATCH)$/.test(method.value);
  return (
    replaces && singular(name) !== name && pathWords(path).at(-1) === name && !path.endsWith("}")
  );
}

/** `List Allocations`: the list must stand somewhere, though no row names it. */
export function titleLists(target: BodySide, word: string): boolean {
  return /^list\b/i.test(target.operation.title.value) && titleNames(target, "many", word);
}

/** Whether the title speaks of one, which it then ends with, or of many of what has the name. */
export function titleNames(target: BodySide, number: "one" | "many", name: string): boolean {
  if (singular(name) === plural(name)) return false;
  const words = (text: string): string => `_${text.toLowerCase().replaceAll(/[^a-z\d]+/g, "_")}_`;
  const title = words(target.operation.title.value);
  const many = title.includes(words(plural(name)));
  if (number === "many") return many;
  return !many && !/_(?:bulk|batch)_/.test(title) && title.endsWith(words(singular(name)));
}

/** The wrapper of a list for one of its members, or the other way round. */
export function adapt(name: string, target: BodySide, listing: boolean): string {
  if (listing) return pluralOf(name, target);
  const variable = /\{([^{}]*?)(?:_(?:uu)?id)?\}\/?$/.exec(target.operation.path)?.[1];
  return variable !== undefined && !sameWord(variable, name) && isAkin(variable, name)
    ? variable
    : singular(name);
}

/** The plural that the path has, which may be one that no rule of English gives: `/amphorae`. */
function pluralOf(name: string, { operation }: BodySide): string {
  const regular = plural(name);
  const word = pathWords(operation.path).at(-1)?.replaceAll("-", "_");
  if (word === undefined || word === regular.replaceAll("-", "_")) return regular;
  const fits = sameWord(word, name) ? singular(word) !== word : isAkin(word, name);
  return fits ? word : regular;
}

/** Whether two words differ in their endings only. */
function isAkin(a: string, b: string): boolean {
  const stem = Math.max(5, Math.min(a.length, b.length) - 1);
  return Math.abs(a.length - b.length) < 3 && a.slice(0, stem) === b.slice(0, stem);
}
