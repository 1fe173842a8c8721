import { isStrong, plainWords } from "./events.js";
import type { Surroundings } from "./files/side-evidence.js";
import { directionOf } from "./files/sides.js";
import type { Scope } from "./operations/operation-scope.js";

/** The blocks of code that follow each other in one section with no label between, by their index. */
export function runsOf(parts: Scope["parts"]): ReadonlyMap<number, Surroundings["run"]> {
  const runs = new Map<number, Surroundings["run"]>();
  let run: number[] = [];
  let section = "";
  const close = (): void => {
    run.forEach((index, place) => runs.set(index, { place, count: run.length }));
    run = [];
  };
  for (const [index, { event, titles }] of parts.entries()) {
    const key = titles.join("\n");
    const label =
      event.kind === "paragraph" && isLabel(plainWords(event.lines), isStrong(event.lines));
    const between = event.kind === "paragraph" || event.kind === "block";
    if (key !== section || label || !between) close();
    section = key;
    if (event.kind === "block") run.push(index);
  }
  close();
  return runs;
}

const partWords = /\b(?:requests?|responses?|parameters?|examples?|status codes?)\b/i;

/** A short paragraph that speaks for what follows it: `**Example: JSON response**`, `Request:`. */
export function isLabel(words: string, strong: boolean): boolean {
  if (words.length >= 220) return false;
  if (strong || words.endsWith(":") || directionOf(words) !== undefined) return true;
  return words.length < 120 && partWords.test(words);
}
