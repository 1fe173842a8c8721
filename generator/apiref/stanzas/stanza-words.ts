import type { Said } from "../../diagnostics/span.js";
import type { Line } from "../../rst/blocks.js";
import { saidInLine } from "../prose/lines.js";
import { methodWords } from "./url/method-words.js";
import { urlWords } from "./url/url-words.js";

/** What the first lines of a stanza say. */
export interface StanzaWords {
  /** One unless the stanza is for several; none where the method was forgotten. */
  readonly methods: readonly Said<string>[];
  readonly url: Said<string> | undefined;
  /** Further URLs behind it. */
  readonly others: readonly string[];
  /** Words behind the URL, `(deprecated)`. */
  readonly behind: Said<string> | undefined;
  /** Signs around the method that are no part of it. */
  readonly marks: readonly Said<string>[];
  /** The lines below. */
  readonly rest: readonly Line[];
}

/**
 * Divides the lines of a stanza:
 *
 *     GET /images/{image_id}      one line, any number of spaces between
 *     GET                         or the URL on the next line,
 *         /images/{image_id}      unless that line is `min_version: …`
 */
export function stanzaWords(lines: readonly Line[]): StanzaWords {
  const [first, second, ...others] = lines;
  const nothing = { methods: [], url: undefined, others: [], behind: undefined, marks: [] };
  if (!first) return { ...nothing, rest: [] };
  const rest = second ? [second, ...others] : [];
  const { methods, marks, end } = methodWords(first) ?? anyMethod(first);
  const said = { ...nothing, methods, marks };
  if (first.text.slice(end).trim() !== "") return { ...said, ...urlFrom(first, end), rest };
  if (!second || /^\s*\w+_version\s*:/.test(second.text)) return { ...said, rest };
  return { ...said, ...urlFrom(second, 0), rest: others };
}

/** The first word, whatever it is; none where a URL stands alone, its method forgotten. */
function anyMethod(line: Line): ReturnType<typeof methodWords> & object {
  const [whole = "", indent = "", word = ""] = /^(\s*)(\S*)/.exec(line.text) ?? [];
  if (/^(?:[/{<]|`+\/|https?:)/.test(word)) return { methods: [], marks: [], end: indent.length };
  return { methods: [saidInLine(line, indent.length, word.length)], marks: [], end: whole.length };
}

function urlFrom(line: Line, from: number): Pick<StanzaWords, "url" | "others" | "behind"> {
  const text = line.text.trimEnd();
  const start = text.length - text.slice(from).trimStart().length;
  const { end, others, words } = urlWords(text.slice(start));
  const behind =
    words === undefined ? undefined : saidInLine(line, start + words, text.length - start - words);
  return { url: saidInLine(line, start, end), others, behind };
}
