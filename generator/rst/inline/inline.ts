import type { Inline } from "./inline-nodes.js";
import { readInnerTarget, readQuoted } from "./inline-quoted.js";
import { behind, closing, oneLine, opens } from "./inline-rules.js";

export type { Inline } from "./inline-nodes.js";

const word = /[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*(__?(?![\p{L}\p{N}_]))?/uy;
const url = /(?:https?|ftp):\/\/[^\s<>`"]+/y;
const role = /:([a-zA-Z][\w.+-]{0,60}(?::[\w.+-]{1,60}){0,3}):(?=`)/y;
const substitution = /\|(?=\S)([^|\n]{1,200}?)(?<=\S)\|(?:_(?!\w)|)/y;
const footnote = /\[([\w#*.-]{1,60})\]_(?!\w)/y;

/**
 * Reads inline markup. Linear: a kind of markup whose end was once not found is not searched again.
 * A little more lenient than docutils where the meaning is plain: a double backquote opens and
 * closes a literal wherever it stands, and a link may have a space before its last backquote.
 */
export function readInline(text: string, deep = 0): Inline[] {
  const found: Inline[] = [];
  const endless = new Set<string>();
  let plain = "";
  let plainFrom = 0;
  let at = 0;
  const flush = (): void => {
    if (plain !== "") found.push({ kind: "text", text: plain, start: plainFrom, end: at });
    plain = "";
  };
  const say = (words: string, length: number): void => {
    if (plain === "") plainFrom = at;
    plain += words;
    at += length;
  };
  const take = (node: Inline): void => {
    flush();
    found.push(node);
    at = node.end;
  };
  while (at < text.length) {
    const node = readNode(text, at, endless, deep);
    if (node !== undefined) {
      take(node);
      continue;
    }
    const character = text.charAt(at);
    if (character === "\\" && at + 1 < text.length) {
      const next = text.charAt(at + 1);
      say(/\s/.test(next) ? "" : next, 2);
      continue;
    }
    word.lastIndex = at;
    const match = word.exec(text);
    if (match === null) say(character, 1);
    else say(match[0], match[0].length);
  }
  flush();
  return found;
}

function readNode(
  text: string,
  at: number,
  endless: Set<string>,
  deep: number,
): Inline | undefined {
  const character = text.charAt(at);
  switch (character) {
    case "`":
      return readLiteral(text, at, endless) ?? readQuoted(text, at, undefined, at, endless);
    case "_":
      // _`an inline target`: its words.
      return text.charAt(at + 1) === "`" && opens(text, at, 2)
        ? readInnerTarget(text, at, endless)
        : undefined;
    case ":": {
      role.lastIndex = at;
      const match = opens(text, at, 1) ? role.exec(text) : null;
      if (match === null) return undefined;
      return readQuoted(text, at + match[0].length, match[1], at, endless);
    }
    case "*":
      return text.charAt(at + 1) === "*"
        ? readEmphasis(text, at, "**", "strong", endless, deep)
        : readEmphasis(text, at, "*", "emphasis", endless, deep);
    case "|": {
      substitution.lastIndex = at;
      const match = opens(text, at, 1) ? substitution.exec(text) : null;
      if (match === null) return undefined;
      const [written, name = ""] = match;
      return { kind: "substitution", name, written, start: at, end: at + written.length };
    }
    case "[": {
      footnote.lastIndex = at;
      const match = footnote.exec(text);
      if (match === null) return undefined;
      return { kind: "text", text: `[${match[1] ?? ""}]`, start: at, end: at + match[0].length };
    }
    default:
      return /[\p{L}\p{N}]/u.test(character) ? readWord(text, at) : undefined;
  }
}

function readLiteral(text: string, at: number, endless: Set<string>): Inline | undefined {
  if (!text.startsWith("``", at) || endless.has("``")) return undefined;
  if (/[\s]/.test(text.charAt(at + 2)) || text.charAt(at + 2) === "") return undefined;
  let end = text.indexOf("``", at + 3);
  while (end >= 0 && /\s/.test(text.charAt(end - 1))) {
    // Another literal begins here: this one may have been closed with a single backquote.
    const single = text.indexOf("`", at + 3);
    if (single < end && !/\s/.test(text.charAt(single - 1))) {
      return {
        kind: "literal",
        text: oneLine(text.slice(at + 2, single)),
        start: at,
        end: single + 1,
      };
    }
    end = text.indexOf("``", end + 2);
  }
  if (end < 0) {
    endless.add("``");
    return undefined;
  }
  // Of several backquotes the last two close.
  while (text.charAt(end + 2) === "`") end += 1;
  return { kind: "literal", text: oneLine(text.slice(at + 2, end)), start: at, end: end + 2 };
}

function readEmphasis(
  text: string,
  at: number,
  mark: "*" | "**",
  kind: "emphasis" | "strong",
  endless: Set<string>,
  deep: number,
): Inline | undefined {
  if (endless.has(mark) || deep > 3 || !opens(text, at, mark.length)) return undefined;
  const end = closing(text, at + mark.length + 1, mark);
  if (end < 0) {
    endless.add(mark);
    return undefined;
  }
  const from = at + mark.length;
  const children = readInline(text.slice(from, end), deep + 1).map((child) => ({
    ...child,
    start: child.start + from,
    end: child.end + from,
  }));
  return { kind, children, start: at, end: end + mark.length };
}

/** A URL, or name_ and name__. */
function readWord(text: string, at: number): Inline | undefined {
  if (at > 0 && /[\p{L}\p{N}_]/u.test(text.charAt(at - 1))) return undefined;
  url.lastIndex = at;
  const address = url.exec(text)?.[0];
  if (address !== undefined) {
    const whole = trimUrl(address);
    return { kind: "link", text: whole, url: whole, start: at, end: at + whole.length };
  }
  word.lastIndex = at;
  const match = word.exec(text);
  const mark = match?.[1];
  if (match === null || mark === undefined) return undefined;
  const end = at + match[0].length;
  const next = text.charAt(end);
  if (next !== "" && !behind.test(next)) return undefined;
  const name = match[0].slice(0, -mark.length);
  return {
    kind: "reference",
    text: name,
    name,
    anonymous: mark === "__",
    quoted: false,
    start: at,
    end,
  };
}

/** A URL in running text does not take the punctuation behind it along. */
function trimUrl(address: string): string {
  const opened = { ")": address.includes("("), "}": address.includes("{") };
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if ((last === ")" || last === "}") && opened[last]) break;
    if (!/[.,;:!?'")}\]*_|\\]/.test(last)) break;
  }
  return address.slice(0, end);
}
