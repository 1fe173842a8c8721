import { remembering } from "../../../collections/remembering.js";
import type { Said, Span } from "../../../diagnostics/span.js";
import type { Line } from "../../../rst/blocks.js";
import { codesLabels } from "./codes-label.js";
import { type Joined, joinLines } from "../../prose/lines.js";
import type { Status } from "../../model.js";
import { isCount } from "../counts.js";
import { besidePhrase, codeDigits, codeOf } from "./http-codes.js";
import { boundsInWords } from "../version-words.js";

/** A paragraph that lists status codes. */
export interface CodesParagraph {
  readonly statuses: readonly Status[];
  /** The kind whose codes are still to come, below an empty lead: `Error codes:`. */
  readonly pending: Status["kind"] | undefined;
  /** Items that are numbers, but no codes: `44`. */
  readonly strange: readonly Said<string>[];
  /** Words of its labels that are not spelt as they are meant. */
  readonly slips: readonly {
    readonly written: string;
    readonly meant: string;
    readonly span: Span;
  }[];
}

/** `200`, not the `100` of `2.100`, `v200` or `2000`. */
const code = new RegExp(`(?<![\\d.\\w])${codeDigits}(?![\\d\\w])`, "g");

/** Whether a paragraph says codes at all. */
export function saysCodes(lines: readonly Line[]): boolean {
  return hasLabel(joinLines(lines).text);
}

const hasLabel = remembering((text) => codesLabels(text).length > 0);

/** What a paragraph says when it begins with a label of codes; `undefined` when it does not. */
export function readCodes(lines: readonly Line[]): CodesParagraph | undefined {
  const joined = joinLines(lines);
  const labels = codesLabels(joined.text);
  if (labels.length === 0) return undefined;
  const statuses: Status[] = [];
  const strange: Said<string>[] = [];
  let pending: Status["kind"] | undefined;
  for (const [index, label] of labels.entries()) {
    // Below 400 a code is success whatever the label says.
    const kind = label.kind ?? "error";
    const to = labels[index + 1]?.start ?? joined.text.length;
    const said = readList(joined, label.end, to, kind);
    for (const each of said) statuses.push(each);
    for (const each of numbersIn(joined, label.end, to)) strange.push(each);
    const empty = /^[*\s.]*$/.test(joined.text.slice(label.end, to));
    pending = said.length === 0 && empty ? kind : undefined;
  }
  const slips = labels.flatMap((label) =>
    label.slips.map(({ start, written, meant }) => ({
      written,
      meant,
      span: joined.span(start, start + written.length),
    })),
  );
  return { statuses, pending, strange, slips };
}

/** Whether a paragraph announces a list of codes by a sentence: `The call may return these error codes:`. */
export function announcesCodes(lines: readonly Line[]): boolean {
  const { text } = joinLines(lines);
  return text.length < 200 && /\b(?:codes|statuses|errors)\b[^.:]*:[\s*`]*$/i.test(text);
}

/**
 * The code of `Status: 204 No Content`, a paragraph by itself: some docs show so what an answer
 * without a body is. It is part of an example, and no list of codes.
 */
export function readStatusLine(lines: readonly Line[]): number | undefined {
  const { text } = joinLines(lines);
  const match = text.length > 60 ? null : /^\**Status\**:\**\s*([1-5]\d\d)(?![\d\w])/i.exec(text);
  return match === null ? undefined : Number(match[1]);
}

/** A paragraph or list item below an empty lead: `404 - no such image`, `Bad Request (400)`, `Errors: 404, 409`. */
export function readCodeItem(lines: readonly Line[], kind: Status["kind"]): readonly Status[] {
  const joined = joinLines(lines);
  if (!beginsCodes.test(joined.text)) return [];
  return readList(joined, 0, joined.text.length, kind);
}

/** `404`, ``HTTP 404``, `notFound(404)`, `Not Found (404)`, `On failure: 404`, `**Errors** - 404`. */
const beginsCodes = new RegExp(
  `^\\W*(?:HTTP\\s+)?(?:(?:\\w+\\s+){0,4}\\w+(?:\\s*\\(\\s*|[*\`]*\\s*:[\\s*\`]*|[*\`]*\\s+[–-]\\s+))?${codeDigits}(?![\\d\\w])`,
  "i",
);

/** Reads the codes between two offsets:
 *   badRequest(400), unauthorized(401), 404 if there is no such image
 *   ^ name     ^ code                       ^ reason
 */
function readList(
  joined: Joined,
  from: number,
  to: number,
  kind: Status["kind"],
): readonly Status[] {
  const text = joined.text.slice(from, to);
  const matches = [...text.matchAll(code)].filter(({ index }) => !isCount(text, index));
  return matches.map((match, index) => {
    const before = matches[index - 1];
    const lead = text.slice(before ? before.index + 3 : 0, match.index);
    const next = matches[index + 1]?.index ?? text.length;
    const meant = codeOf(match[0]);
    const name = nameBefore(lead);
    const tail = withoutName(text.slice(match.index + 3, next), index + 1 < matches.length);
    const at = from + match.index;
    const start = name === undefined ? at : from + text.lastIndexOf(name, match.index);
    return {
      span: joined.span(start, at + 3),
      ...meant,
      kind: meant.code < 400 ? "success" : kind,
      name,
      ...meaningOf(tail, meant.code),
    };
  });
}

/** The numbers of an item that are no codes: `Syntax Error (753)`. */
export function strangeNumbers(lines: readonly Line[]): readonly Said<string>[] {
  const joined = joinLines(lines);
  return numbersIn(joined, 0, joined.text.length);
}

/** Items of a list that are no more than a number, `44` or `notFound(4004)`, and no code. */
function numbersIn(joined: Joined, from: number, to: number): readonly Said<string>[] {
  let at = from;
  return joined.text
    .slice(from, to)
    .split(",")
    .flatMap((item) => {
      const [, lead = "", number = ""] =
        /^(\s*(?:\w[\w ]{0,60}\()?)(\d{1,20})\)?[\s.]*$/.exec(item) ?? [];
      const start = at + lead.length;
      at += item.length + 1;
      if (number === "" || /^[1-5]\d\d$/.test(number)) return [];
      return [{ value: number, span: joined.span(start, start + number.length) }];
    });
}

/** `itemNotFound` of `), itemNotFound(`: one word that ends right before the code. */
function nameBefore(lead: string): string | undefined {
  const { word, rest } = lastWord(lead);
  if (!/^[A-Za-z]\w*$/.test(word) || particles.has(word.toLowerCase())) return undefined;
  return rest === "" || /[,;)]$/.test(rest) || /\band$/.test(rest.slice(-4)) ? word : undefined;
}

/** Words before a code that name nothing. */
const particles = new Set("and or also then is are http code codes status a the".split(" "));

/** Divides a text at its last word, an open parenthesis behind it aside. Linear in the text. */
function lastWord(text: string): { readonly word: string; readonly rest: string } {
  let end = text.trimEnd().length;
  if (text[end - 1] === "(") end = text.slice(0, end - 1).trimEnd().length;
  let start = end;
  while (start > 0 && /\w/.test(text[start - 1] ?? "")) start -= 1;
  return { word: text.slice(start, end), rest: text.slice(0, start).trimEnd() };
}

/** A name of several words before the next code: `, Internal Server Error (`. */
const longName = /(?:^|[,;)])\s*(?:and\s+)?[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){1,5}\s*\($/;

/** The words behind a code, without the name of the next one. */
function withoutName(tail: string, more: boolean): string {
  if (!more) return tail;
  const long = longName.exec(tail);
  if (long !== null) return tail.slice(0, long.index);
  const { rest } = lastWord(tail);
  return rest.replace(/(?:[,;]|\band)$/, "");
}

function meaningOf(
  tail: string,
  code: number,
): Pick<Status, "reason" | "minVersion" | "maxVersion"> {
  const spaced = tail.replaceAll(/\s+/g, " ");
  // What is left of a literal that began before the code: ``404 Not Found``.
  const halves = spaced.split("``");
  const said = halves.length % 2 === 1 ? spaced : (halves[0] ?? "") + halves.slice(1).join("``");
  const bounds = boundsInWords(said);
  const words = besidePhrase(unwrapped(trimmed(said, /[\s`*):,;.–-]/, /[\s,;]/)), code);
  const speaks = /[A-Za-z]{2}\s+\S*[A-Za-z]{2}/.test(words) && !bounds.only;
  return {
    reason: speaks ? words : undefined,
    minVersion: bounds.min,
    maxVersion: bounds.max,
  };
}

/** `text` without such signs at its beginning and such at its end. */
function trimmed(text: string, atStart: RegExp, atEnd: RegExp): string {
  let start = 0;
  let end = text.length;
  while (start < end && atStart.test(text[start] ?? "")) start += 1;
  while (end > start && atEnd.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(start, end);
}

/** `(a reason).` without its parentheses. */
function unwrapped(words: string): string {
  const inner = words.endsWith(").") ? words.slice(0, -1) : words;
  return inner.startsWith("(") && inner.endsWith(")") ? inner.slice(1, -1).trim() : words;
}
