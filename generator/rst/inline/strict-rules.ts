/**
 * What may stand around inline markup, by docutils' own tables (`utils/punctuation_chars.py`):
 * brackets, quotes, dashes and other punctuation of Unicode, but of ASCII only some.
 */
const delimiter = String.raw`(?![\0-\x7f§¶])\p{Po}`;
const precedes = new RegExp(String.raw`[\s"'<\-/:\p{Ps}\p{Pi}\p{Pf}\p{Pd}]|${delimiter}`, "u");

/** Whether inline markup may begin behind `character`. */
export function mayPrecede(character: string): boolean {
  return precedes.test(character);
}

/** Behind inline markup: the end of the text, or a sign that may stand there. */
export const follows = String.raw`(?=$|[\s\0\\.,;!?"'>\-/:\p{Pe}\p{Pi}\p{Pf}\p{Pd}]|${delimiter})`;

/** Each opener before what may close it. */
const closersOf: ReadonlyMap<string, string> = new Map(
  `"" '' () <> [] {} «» »«» ‘’‚ ’‘’ ‚‛‘’ “”„ ”“” „‟“” ‹› ›‹› （） ［］ ｛｝ 「」 『』 【】 〈〉 《》 〔〕`
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Whether a start-string between these two is quoted, and so is text (`match_chars`). */
export function pairs(before: string, after: string): boolean {
  return closersOf.get(before)?.includes(after) ?? false;
}

/** The text with each backslash that escapes as a null (`escape2null`): offsets stay. */
export function escaped(text: string): string {
  return text.includes("\\") ? text.replace(/\\([^]?)/g, "\0$1") : text;
}

/** What is shown of a text in which backslashes are nulls: an escaped space is nothing. */
export function unescaped(text: string): string {
  return text.includes("\0") ? text.replace(/\0[ \n]?/g, "") : text;
}
