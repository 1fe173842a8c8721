import { nearest } from "../diagnostics/nearest.js";
import type { Side } from "./model.js";

const sides: ReadonlyMap<string, Side> = new Map([
  ["request", "request"],
  ["requests", "request"],
  ["response", "response"],
  ["responses", "response"],
]);

/**
 * The side that some words (a heading, a caption) speak of, when they speak of one only. A slip
 * such as `Repsponse` counts as the word it is near to.
 */
export function sideOfWords(words: string): Side | undefined {
  const found = new Set<Side>();
  for (const [word] of words.toLowerCase().matchAll(/[a-z]+/g)) {
    const side = sides.get(word) ?? sideOfSlip(word);
    if (side) found.add(side);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** `repsponse`, `reqeust`; not `requested`, `responder` or `requires`. */
function sideOfSlip(word: string): Side | undefined {
  if (word.length < 7 || word.length > 10 || !/^r.*(?:ts?|es?)$/.test(word)) return undefined;
  if (/^(?:requires?|requisites?|respons(?:ive|ible)|respects?|respites?)$/.test(word))
    return undefined;
  const [near] = nearest(word, sides.keys());
  return near === undefined ? undefined : sides.get(near);
}

const inFileName: ReadonlyMap<string, Side> = new Map([
  ...sides,
  ["req", "request"],
  ["resp", "response"],
]);

/** The side that the name of a sample speaks of, or else the folder it lies in. */
export function sideOfFile(path: string): Side | undefined {
  const parts = path.toLowerCase().split("/");
  return tokenSide(parts.at(-1) ?? "", inFileName) ?? tokenSide(parts.at(-2) ?? "", sides);
}

function tokenSide(text: string, known: ReadonlyMap<string, Side>): Side | undefined {
  const found = new Set<Side>();
  for (const [word] of text.matchAll(/[a-z]+/g)) {
    const side = known.get(word);
    if (side) found.add(side);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
