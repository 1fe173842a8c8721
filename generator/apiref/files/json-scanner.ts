/** One departure from JSON (RFC 8259) that was read as meant, with its place in the text. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  /** What was found and done, for people: `a trailing comma`. */
  readonly words: string;
  /** An ellipsis or a placeholder: something is not shown. */
  readonly elides: boolean;
  /** What makes it JSON without a loss; absent where a person has to decide. */
  readonly mend?: Mend;
}

/** The text to write between two offsets. */
export interface Mend {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** That a text cannot be read, and where. */
export class Hopeless extends Error {
  constructor(
    readonly at: number,
    reason: string,
  ) {
    super(reason);
  }
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Reads JSON's words and signs as people write them, and notes what is not JSON. */
export class JsonScanner {
  readonly repairs: Repair[] = [];
  /** Where reading goes on. */
  at = 0;

  constructor(readonly text: string) {}

  /** A string, `at` being at its opening quote. */
  string(): string {
    const open = this.text[this.at];
    const close = open === "“" ? "”" : open;
    const start = this.at;
    if (open !== '"')
      this.note(start, start + 1, `${open === "'" ? "single" : "typographic"} quotes`);
    this.at += 1;
    let value = "";
    let from = this.at;
    for (;;) {
      const sign = this.text[this.at];
      if (sign === undefined) {
        this.at = start;
        throw this.hopeless("a string is never closed");
      }
      if (sign === close) break;
      if (sign === "\\") {
        value += this.text.slice(from, this.at) + this.escape();
        from = this.at;
      } else {
        if (sign < " ") this.control(sign);
        this.at += 1;
      }
    }
    value += this.text.slice(from, this.at);
    this.at += 1;
    return value;
  }

  private control(sign: string): void {
    const before = this.repairs.at(-1);
    if (before?.end === this.at) return;
    const what =
      sign === "\t"
        ? "a tab"
        : sign === "\n" || sign === "\r"
          ? "a line end"
          : "a control character";
    this.note(this.at, this.at + 1, `${what} inside a string`);
  }

  private escape(): string {
    const sign = this.text[this.at + 1] ?? "";
    const plain = Object.hasOwn(escapes, sign) ? escapes[sign] : undefined;
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const code = /^u([0-9a-fA-F]{4})/.exec(this.text.slice(this.at + 1, this.at + 6))?.[1];
    if (code !== undefined) {
      this.at += 6;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    this.note(this.at, this.at + 1, "a backslash that escapes nothing");
    this.at += 1;
    return "\\";
  }

  /** Over white space, and over comments and foreign spaces, which are noted. */
  skip(): void {
    for (;;) {
      const sign = this.text[this.at];
      const start = this.at;
      if (sign === " " || sign === "\n" || sign === "\r" || sign === "\t") this.at += 1;
      else if (sign === "#" || this.text.startsWith("//", start)) {
        const end = this.text.indexOf("\n", start);
        this.at = end < 0 ? this.text.length : end;
        this.note(start, this.at, "a comment");
      } else if (this.text.startsWith("/*", start)) {
        const end = this.text.indexOf("*/", start);
        if (end < 0) throw this.hopeless("a comment is never closed");
        this.at = end + 2;
        this.note(start, this.at, "a comment");
      } else if (sign !== undefined && /[\s\u200B-\u200F\u2060\uFEFF]/.test(sign)) {
        this.at += 1;
        const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
        this.note(start, this.at, `a space that JSON does not know (U+${code})`, " ");
      } else return;
    }
  }

  /** The words at `at` that fit a sticky pattern, which are passed over. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Notes a repair; `mend` is what to write in its place, or elsewhere. */
  note(start: number, end: number, what: string, mend?: string | Mend): void {
    const repair = { start, end, words: what, elides: /^an? (?:ellipsis|placeholder)/.test(what) };
    if (mend === undefined) this.repairs.push(repair);
    else {
      const whole = typeof mend === "string" ? { start, end, text: mend } : mend;
      this.repairs.push({ ...repair, mend: whole });
    }
  }

  /** The next words, for a message. */
  glimpse(): string {
    return this.text.slice(this.at, this.at + 12).split("\n", 1)[0] ?? "";
  }

  /** That reading must end here. */
  hopeless(reason: string): Hopeless {
    return new Hopeless(this.at, reason);
  }
}
