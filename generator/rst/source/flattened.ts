import type { SourceId } from "../../diagnostics/span.js";
import { findHeadings, type FoundHeading } from "./flattened-headings.js";
import { takesNoArgument } from "../directives/read-directive.js";
import type { Row } from "../rows.js";

/** A word of the text and its place. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const midLine = /\S[ \t]+\.\. +[a-zA-Z][\w+:.-]{0,60} ?::(?=\s|$)/g;

/**
 * Whether `text` has lost its line ends: it holds directives, and each stands behind other words,
 * about as many of them as there are lines.
 */
export function looksFlattened(text: string): boolean {
  if (/[\n\r][ \t]*\.\. |[\n\r][=\-~^"#*+]{4,}[ \t]*(?:[\n\r]|$)/.test(text)) return false;
  const directives = text.match(midLine)?.length ?? 0;
  if (directives === 0) return false;
  const lines = text.match(/[^\n\r]*\S[^\n\r]*/g)?.length ?? 0;
  return directives >= lines;
}

/**
 * The lines that a flattened text once had, as far as its markup tells them:
 *
 *     … metadata. List Images =========== .. rest_method:: GET /images List images. Normal …
 *                 ^ as long as its line   ^ a directive    ^ argument  ^ a paragraph
 *
 * Each row is a slice of the text; only its indentation and the blank rows are made up. Whoever
 * writes docs knows where a note ends; the text does not say, so a note goes on to the next mark.
 */
export function recoverRows(text: string, source: SourceId): Row[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return new Recovery(text, source, words).rows();
}

/** Code: its words are no prose, and go on to the next mark. */
const codeLike = new Set(["code-block", "code", "sourcecode", "parsed-literal", "raw", "math"]);

class Recovery {
  readonly #made: Row[] = [];
  readonly #headings: ReadonlyMap<number, FoundHeading>;

  constructor(
    readonly text: string,
    readonly source: SourceId,
    readonly words: readonly Word[],
  ) {
    this.#headings = findHeadings(words);
  }

  rows(): Row[] {
    let at = 0;
    while (at < this.words.length) {
      const next = this.#heading(at) ?? this.#explicit(at) ?? this.#paragraph(at);
      at = Math.max(next, at + 1);
    }
    return this.#made;
  }

  #word(at: number): string {
    return this.words[at]?.text ?? "";
  }

  /** A row of the words `from` to `to`; a line end among them still ends a row. */
  #row(from: number, to: number, column: number): void {
    const first = this.words[from];
    const last = this.words[to - 1];
    if (first === undefined || last === undefined || to <= from) return;
    let start = first.start;
    for (const piece of this.text.slice(first.start, last.end).split(/(?<=[\n\r])/)) {
      const said = piece.trim();
      const lead = piece.length - piece.trimStart().length;
      if (said !== "") this.#push(said, start + lead, column);
      start += piece.length;
    }
  }

  #push(text: string, start: number, column: number): void {
    const blank = text === "";
    this.#made.push({ raw: text, source: this.source, start, first: 0, column, text, blank });
  }

  #blank(): void {
    const last = this.#made.at(-1);
    if (last !== undefined && !last.blank) this.#push("", last.start + last.raw.length, 0);
  }

  #heading(at: number): number | undefined {
    const heading = this.#headings.get(at);
    if (heading === undefined) return undefined;
    this.#blank();
    if (heading.title > at) this.#row(at, heading.title, 0);
    this.#row(heading.title, heading.under, 0);
    this.#row(heading.under, heading.under + 1, 0);
    this.#blank();
    return heading.under + 1;
  }

  /** Whether a heading or explicit markup begins here. */
  #marks(at: number): boolean {
    return at >= this.words.length || this.#headings.has(at) || this.#word(at) === "..";
  }

  #nextMark(from: number): number {
    let at = from;
    while (!this.#marks(at)) at += 1;
    return at;
  }

  #explicit(at: number): number | undefined {
    if (this.#word(at) !== ".." || at + 1 >= this.words.length) return undefined;
    this.#blank();
    const second = this.#word(at + 1);
    const spaced = this.#word(at + 2) === "::" && !this.#marks(at + 1);
    const name = spaced ? second : /^([a-zA-Z][\w+:.-]*)::$/.exec(second)?.[1];
    if (name !== undefined) return this.#directive(at, at + (spaced ? 3 : 2), name.toLowerCase());
    let end = this.#nextMark(at + 1);
    if (/^_.*:$/.test(second)) end = /:\/\//.test(this.#word(at + 2)) ? at + 3 : at + 2;
    this.#row(at, end, 0);
    this.#blank();
    return end;
  }

  #directive(at: number, from: number, name: string): number {
    if (takesNoArgument(name)) {
      const end = this.#textEnd(from);
      this.#row(at, end, 0);
      this.#blank();
      return end;
    }
    const argument = this.#keysEnd(this.#argumentEnd(from, codeLike.has(name)));
    this.#row(at, argument, 0);
    const options = this.#options(argument);
    const items = this.#items(options);
    if (items > options) return items;
    if (!codeLike.has(name)) {
      this.#blank();
      return options;
    }
    this.#blank();
    let end = options;
    while (!this.#marks(end) && this.#captionEnd(end) === undefined) end += 1;
    this.#row(options, end, 3);
    this.#blank();
    return end;
  }

  /**
   * Up to three words before options or items are the argument; before anything else it is one
   * word, or two when the first is in capitals and the second a path: `GET /images`.
   */
  #argumentEnd(from: number, code: boolean): number {
    if (code) return /^[a-z][a-z0-9+-]*$/.test(this.#word(from)) ? from + 1 : from;
    for (let at = from; at < from + 4; at += 1) {
      if (this.#marks(at)) break;
      if (this.#word(at) === "-" || isOption(this.#word(at))) return at;
    }
    if (this.#marks(from)) return from;
    const pair = /^[A-Z]{2,}$/.test(this.#word(from)) && /[/{]/.test(this.#word(from + 1));
    return pair && !this.#marks(from + 1) ? from + 2 : from + 1;
  }

  /** `max_version: 2.5`: a key in snake case is no prose, so it goes on with the argument. */
  #keysEnd(from: number): number {
    let at = from;
    while (
      !this.#marks(at) &&
      !this.#marks(at + 1) &&
      /^[a-z]+(?:_[a-z]+)+:$/.test(this.#word(at))
    ) {
      at += 2;
    }
    return at;
  }

  /** `:name: value`, the value one word. */
  #options(from: number): number {
    let at = from;
    while (!this.#marks(at) && isOption(this.#word(at))) {
      const valued = !this.#marks(at + 1) && !isOption(this.#word(at + 1));
      const end = valued && this.#word(at + 1) !== "-" ? at + 2 : at + 1;
      this.#row(at, end, 3);
      at = end;
    }
    return at;
  }

  /** `- name: reference`, `- name : reference`, `- 200`, one behind the other. */
  #items(from: number): number {
    let at = from;
    while (!this.#marks(at) && this.#word(at) === "-" && !this.#marks(at + 1)) {
      if (at === from) this.#blank();
      const end = this.#itemEnd(at + 1);
      this.#row(at, end, 3);
      at = end;
    }
    if (at > from) this.#blank();
    return at;
  }

  #itemEnd(from: number): number {
    if (/^\d{3}$/.test(this.#word(from)) && this.#word(from + 1) !== ":") return from + 1;
    for (let at = from; at < from + 4 && !this.#marks(at); at += 1) {
      if (at > from && this.#word(at) === "-") return at;
      if (this.#word(at).endsWith(":") && !this.#marks(at + 1) && this.#word(at + 1) !== "-") {
        return at + 2;
      }
    }
    return from + 1;
  }

  #paragraph(at: number): number {
    const end = this.#captionEnd(at) ?? this.#textEnd(at + 1);
    this.#blank();
    this.#row(at, end, 0);
    this.#blank();
    return end;
  }

  #textEnd(from: number): number {
    let end = from;
    while (!this.#marks(end) && !this.#beginsParagraph(end)) end += 1;
    return end;
  }

  #beginsParagraph(at: number): boolean {
    return this.#isLabel(at) || this.#captionEnd(at) !== undefined;
  }

  /** Two to four words, only the first with a capital, and a colon: `Normal response codes:`. */
  #isLabel(at: number): boolean {
    if (!/^[A-Z][a-z]+$/.test(this.#word(at))) return false;
    for (let next = at + 1; next < at + 4 && !this.#marks(next); next += 1) {
      if (/^[a-z]+:$/.test(this.#word(next))) return true;
      if (!/^[a-z]+$/.test(this.#word(next))) return false;
    }
    return false;
  }

  /** The end of `**Several words that begin with a capital**`. */
  #captionEnd(at: number): number | undefined {
    if (!/^\*\*[A-Z]/.test(this.#word(at)) || this.#word(at).endsWith("**")) return undefined;
    for (let next = at + 1; next < at + 30 && !this.#marks(next); next += 1) {
      if (/\*\*[:.]?$/.test(this.#word(next))) return next + 1;
    }
    return undefined;
  }
}

function isOption(word: string): boolean {
  return /^:[a-zA-Z][\w-]*:$/.test(word);
}
