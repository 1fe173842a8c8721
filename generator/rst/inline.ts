/**
 * Words within a paragraph. `start` and `end` are offsets in the text that was read, so that a
 * finding can point at them.
 */
export type Inline = InlineMeaning & { readonly start: number; readonly end: number };

type InlineMeaning =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "strong"; readonly children: readonly Inline[] }
  /** A link with its address at hand: `text <url>`_, or a URL that stands in the text. */
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** A link to what is defined elsewhere: `name`_, name_, or anonymous (the next `__ url`). */
  | {
      readonly kind: "reference";
      readonly text: string;
      readonly name: string;
      readonly anonymous: boolean;
      /** In backquotes, so surely a link. */
      readonly quoted: boolean;
    }
  | { readonly kind: "role"; readonly role: string; readonly text: string }
  | { readonly kind: "substitution"; readonly name: string; readonly written: string };

const openers = new Set("\"'(<[{\u2018\u201c\u00ab");
const closerOf: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '"', "'": "'", "(": ")", "<": ">", "[": "]", "{": "}" }),
);
/** What may stand before inline markup, and what behind it (reStructuredText, "inline markup recognition rules"). */
const before = /[\s"'(<[{\-/:\u00a1-\u00bf\u2010-\u206f\u3000-\u303f\uff00-\uff0f]/;
const behind = /[\s"')>\]}\-/\\:.,;!?\u00a1-\u00bf\u2010-\u206f\u3000-\u303f\uff00-\uff0f]/;

const word = /[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*(__?(?![\p{L}\p{N}_]))?/uy;
const url = /(?:https?|ftp):\/\/[^\s<>`"]+/y;
const role = /:([a-zA-Z][\w.+-]{0,60}(?::[\w.+-]{1,60}){0,3}):(?=`)/y;
const roleBehind = /:([a-zA-Z][\w.+-]{0,60}(?::[\w.+-]{1,60}){0,3}):/y;
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

/** Whether markup of `length` characters may begin here: its surroundings, and no quotes just around it. */
function opens(text: string, at: number, length: number): boolean {
  const previous = text.charAt(at - 1);
  const next = text.charAt(at + length);
  if (next === "" || /\s/.test(next)) return false;
  if (at === 0) return true;
  if (text.charAt(at - 2) === "\\") return true;
  if (!before.test(previous)) return false;
  return !(openers.has(previous) && closerOf.get(previous) === next);
}

/** The first `mark` from `from` that may close: no space before it, no word behind it, not escaped. */
function closing(text: string, from: number, mark: string): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const next = text.charAt(at + mark.length);
    if (/\s/.test(text.charAt(at - 1)) || text.charAt(at - 1) === "\\") continue;
    if (next === "" || behind.test(next)) return at;
  }
  return -1;
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

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** `text`, `text`_, `text`__, `text <url>`_, :role:`text`, `text`:role: */
function readQuoted(
  text: string,
  quote: number,
  named: string | undefined,
  start: number,
  endless: Set<string>,
): Inline | undefined {
  if (endless.has("`") || !opens(text, quote, 1)) {
    if (named === undefined || endless.has("`")) return undefined;
  }
  let end = quote;
  for (;;) {
    end = text.indexOf("`", end + 1);
    if (end < 0) {
      endless.add("`");
      return undefined;
    }
    if (text.charAt(end - 1) === "\\" || end === quote + 1) continue;
    // A space before the last backquote ends a link all the same: its target may have been lost.
    const linking = /^__?(?!\w)/.test(text.slice(end + 1, end + 4));
    if (linking || !/\s/.test(text.charAt(end - 1))) break;
  }
  const content = text
    .slice(quote + 1, end)
    .replace(/\s+/g, " ")
    .trim();
  const behindRole = roleAt(text, end + 1);
  if (named !== undefined) {
    return { kind: "role", role: named, text: unescape(content), start, end: end + 1 };
  }
  const mark = /^__?(?!\w)/.exec(text.slice(end + 1, end + 4))?.[0];
  if (mark === undefined) {
    // `name`` was to be ``name``.
    const stray = behindRole === undefined && /^`(?!`)/.test(text.slice(end + 1, end + 3)) ? 1 : 0;
    const last = end + 1 + (behindRole?.length ?? stray);
    const roleName = behindRole?.slice(1, -1) ?? "";
    return { kind: "role", role: roleName, text: unescape(content), start, end: last };
  }
  const after = end + 1 + mark.length;
  const embedded = /^(.*?)\s*<([^<>]+)>$/.exec(content);
  if (embedded !== null && !content.endsWith("\\>")) {
    const [, words = "", inside = ""] = embedded;
    const address = inside.trim();
    const shown = unescape(words.trim()) || address.replace(/\s+/g, "");
    if (/[^\\]_$/.test(address) && !/[/:]/.test(address)) {
      const name = address.slice(0, -1);
      return {
        kind: "reference",
        text: shown,
        name,
        anonymous: false,
        quoted: true,
        start,
        end: after,
      };
    }
    const whole = unescape(address.replace(/\s+/g, ""));
    return { kind: "link", text: shown, url: whole, start, end: after };
  }
  const shown = unescape(content);
  const anonymous = mark === "__";
  return {
    kind: "reference",
    text: shown,
    name: shown,
    anonymous,
    quoted: true,
    start,
    end: after,
  };
}

function roleAt(text: string, at: number): string | undefined {
  roleBehind.lastIndex = at;
  return roleBehind.exec(text)?.[0];
}

function readInnerTarget(text: string, at: number, endless: Set<string>): Inline | undefined {
  if (endless.has("`")) return undefined;
  const end = closing(text, at + 3, "`");
  if (end < 0) {
    endless.add("`");
    return undefined;
  }
  return { kind: "text", text: unescape(text.slice(at + 2, end)), start: at, end: end + 1 };
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

/** Backslashes escape what follows; before a space they join. */
function unescape(text: string): string {
  return text.replace(/\\(\s|[^])/g, (_, next: string) => (/\s/.test(next) ? "" : next));
}
