import type { Bounds } from "../openapi/model.js";

/** Words from the docs at the start of a line are words, never a tag of JSDoc. */
export function prose(markdown: string): string {
  return markdown.trim().replace(/^(\s*)@/gm, "$1\\@");
}

export function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** One line that ends as a sentence does. */
export function sentence(words: string): string {
  const line = oneLine(words);
  return line === "" || /[.!?]$/.test(line) ? line : `${line}.`;
}

/** The bounds in words, to stand behind the method and path: `, up to microversion 2.35`. */
export function boundsInWords({ min, max }: Bounds): string {
  if (min === undefined) return max === undefined ? "" : `, up to microversion ${max}`;
  if (max === undefined) return `, since microversion ${min}`;
  return min === max ? `, at microversion ${min}` : `, from microversion ${min} to ${max}`;
}
