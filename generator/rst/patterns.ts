/**
 * How docutils 0.19 recognises the beginning of each body element (`parsers/rst/states.py`,
 * `Body.patterns` and `Body.explicit`). Every expression is anchored and linear in its line.
 */

const name = String.raw`[^\W_]+(?:[-._+:][^\W_]+)*`;

export const bullet = /^[-+*\u2022\u2023\u2043](?: +|$)/;
/** `1.`, `(a)`, `iv)`, `#.` */
export const enumerator =
  /^(\(?)(\d{1,9}|[a-zA-Z]|[ivxlcdm]{2,15}|[IVXLCDM]{2,15}|#)([.)])(?: +|$)/;
export const field = /^:(?![: ])((?:[^:\\]|\\.|:(?![ `]|$))*)(?<! ):(?: +|$)/;
export const option =
  /^(?:[-+][a-zA-Z0-9](?: ?(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>))?|(?:--|\/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =](?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>))?)(?:, (?:[-+][a-zA-Z0-9](?: ?(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>))?|(?:--|\/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =](?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>))?))*(?: {2,}| ?$)/;
export const doctest = /^>>>(?: +|$)/;
export const lineBlock = /^\|(?: +|$)/;
export const gridTop = /^\+-[-+]+-\+$/;
/** Runs of `=` with spaces between: said without repeating a group, which takes stack for each run. */
export const simpleBorder = /^(?==+ )[= ]+(?<==)$/;
export const explicit = /^\.\.(?: +|$)/;
export const anonymous = /^__(?: +|$)/;
/**
 * A run of one punctuation character: an overline, an underline or a transition. Not an expression:
 * those take stack for each character, or not, as V8 has compiled them by then.
 */
export const adornment: Pick<RegExp, "test"> = {
  test: (text) => marks.has(text.charAt(0)) && text === text.charAt(0).repeat(text.length),
};

const marks: ReadonlySet<string> = new Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

/** `.. name:: argument`; docutils also takes a space before the colons. */
export const directive = new RegExp(String.raw`^\.\. +(${name}) ?::(?: +|$)`, "u");
/** `..name::argument`, `.. name::argument`: spaces are missing. */
export const unspaced = new RegExp(String.raw`^\.\. *(${name}) ?::`, "u");
/** `.. name: argument`: a colon is missing. */
export const oneColon = new RegExp(String.raw`^\.\. *(${name}):(?: +|$)`, "u");
export const substitution = new RegExp(
  String.raw`^\.\. +\|((?! )[^|]*[^| ])\| +(${name}) ?::(?: +|$)`,
  "u",
);
export const footnote = /^\.\. +\[([^\]\s]+)\](?: +|$)/;
export const beginsTarget = /^\.\. +_(?! |$)/;
/** `.. _name: url`, `.. _`a: b`: url`, `.. __: url`; no name ends in a colon. */
export const target =
  /^\.\. +_(?:(_)|`(?![` ])((?:[^\\]|\\.)+?)` ?|(?![_` ])((?:[^:\\]|\\.|:(?! |$|:(?: |$)))+)):(?: +|$)/;
/** Where a name of a target ends that is in backquotes, and one that is not. */
export const endOfQuoted = /(?<!\\)(?:\\\\)*` ?:(?: |$)/;
export const endOfName = /(?<!\\)(?:\\\\)*:(?: |$)/;
