/** What stands behind a method: one URL or several, and words that are none. */
export interface UrlWords {
  /** Where the first URL ends. */
  readonly end: number;
  /** The further ones that a stanza is for: `/boxes/{id} or /crates/{id}`. */
  readonly others: readonly string[];
  /** Where the words behind them begin, such as `(deprecated)`; absent where there are none. */
  readonly words: number | undefined;
}

const also = /(?:,|\||or\b|and\b)[ \t]*(?=[/{<])/y;

/**
 * Divides what stands behind a method. A URL has no spaces, but some docs wrap it or put them within
 * brackets: so it goes on behind a space where a sign of a URL stands before or behind that.
 */
export function urlWords(text: string): UrlWords {
  const others: string[] = [];
  const end = endOfUrl(text, 0);
  let at = end;
  for (;;) {
    const next = at + spacesAt(text, at);
    also.lastIndex = next;
    const [joint] = next > at || text.charAt(next) === "," ? (also.exec(text) ?? []) : [];
    if (joint === undefined) return { end, others, words: next < text.length ? next : undefined };
    const from = next + joint.length;
    at = endOfUrl(text, from);
    others.push(text.slice(from, at).replace(/,$/, ""));
  }
}

function spacesAt(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === " " || text.charAt(end) === "\t") end += 1;
  return end - at;
}

const opens = "{[(<";
const closes = "}])>";

function endOfUrl(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (opens.includes(sign)) depth += 1;
    else if (closes.includes(sign)) depth = Math.max(0, depth - 1);
    const gap = depth > 0 ? 0 : spacesAt(text, at);
    if (gap === 0) continue;
    const behind = text.slice(at + gap, at + gap + 2);
    if (/[/?&=]/.test(text.charAt(at - 1)) || /^(?:[/?&=<{]|[[(][/?&])/.test(behind)) {
      at += gap - 1;
      continue;
    }
    return text.charAt(at - 1) === "," ? at - 1 : at;
  }
  return text.length;
}

/** At most so many URLs are made of one. */
const MOST = 8;

/**
 * The URLs that one stands for whose segments may be left out, the shortest first:
 *
 *     /boxes[/{box}[/{lid}]]     /boxes, /boxes/{box}, /boxes/{box}/{lid}
 *     /boxes(/{box})?            /boxes, /boxes/{box}
 */
export function urlVariants(text: string): readonly string[] {
  const made = variantsOf(text, MOST);
  return made.length > MOST ? [text] : made;
}

function variantsOf(text: string, room: number): readonly string[] {
  const open = /[[(](?=\/)/.exec(text)?.index;
  const close = open === undefined ? undefined : closing(text, open);
  if (open === undefined || close === undefined || room < 1) return [text];
  const before = text.slice(0, open);
  const behind = text.slice(close + 1).replace(/^[?*]/, "");
  return [
    ...variantsOf(before + behind, room - 1),
    ...variantsOf(before + text.slice(open + 1, close) + behind, room - 1),
  ];
}

/** Where the bracket that is opened at `open` is closed. */
function closing(text: string, open: number): number | undefined {
  const [begin, end] = text.charAt(open) === "[" ? ["[", "]"] : ["(", ")"];
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text.charAt(at) === begin) depth += 1;
    else if (text.charAt(at) === end) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}
