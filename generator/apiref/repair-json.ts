import type { Json } from "./model.js";

/** One departure from JSON (RFC 8259) that was read as meant, with its place in the text. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  /** What was found and done, for people: `a trailing comma`. */
  readonly words: string;
  /** An ellipsis: something is not shown. */
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

export type Repaired =
  | {
      readonly kind: "read";
      readonly value: Json;
      readonly repairs: readonly Repair[];
      /** Keys that stand twice in one object; the last one counts, as in `JSON.parse`. */
      readonly repeated: readonly { name: string; start: number; end: number }[];
    }
  | { readonly kind: "hopeless"; readonly at: number; readonly reason: string };

/** Deeper nesting than any body has; it bounds the stack. */
const deepest = 200;

/**
 * Reads JSON as people write it in docs: trailing, missing and doubled commas, ellipses, comments,
 * single quotes, raw line ends in strings, U+3000 as a space, Python's literals, brackets that are
 * never closed. Text that is valid JSON gives exactly what `JSON.parse` gives, and no repair.
 */
export function repairJson(text: string): Repaired {
  const reader = new Reader(text);
  try {
    const value = reader.document();
    return { kind: "read", value, repairs: reader.repairs, repeated: reader.repeated };
  } catch (fault) {
    if (fault instanceof Hopeless) return { kind: "hopeless", at: fault.at, reason: fault.message };
    throw fault;
  }
}

class Hopeless extends Error {
  constructor(
    readonly at: number,
    reason: string,
  ) {
    super(reason);
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[A-Za-z_][\w-]*/y;
const ellipsis = /\.+|…+/y;
const words: Readonly<Record<string, Json>> = {
  true: true,
  false: false,
  null: null,
  True: true,
  False: false,
  None: null,
  TRUE: true,
  FALSE: false,
  NULL: null,
};
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

class Reader {
  readonly repairs: Repair[] = [];
  readonly repeated: { name: string; start: number; end: number }[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  document(): Json {
    this.skip();
    const value = this.value(0);
    this.skip();
    // Closing brackets too many at the end lose nothing.
    const rest = /[\]}\s,;]*/y;
    rest.lastIndex = this.at;
    const surplus = rest.exec(this.text)?.[0].trimEnd() ?? "";
    if (surplus !== "")
      this.note(this.at, this.at + surplus.length, "something too much at the end");
    this.at += surplus.length;
    this.skip();
    if (this.at < this.text.length) throw this.hopeless("more text follows the value");
    return value;
  }

  private value(depth: number): Json {
    if (depth > deepest) throw this.hopeless(`nested more than ${deepest} deep`);
    const sign = this.text[this.at];
    if (sign === "{") return this.object(depth);
    if (sign === "[") return this.array(depth);
    if (sign === '"' || sign === "'" || sign === "“") return this.string();
    const digits = this.match(number);
    if (digits !== undefined) return Number(digits);
    const start = this.at;
    const name = this.match(word);
    if (name !== undefined && Object.hasOwn(words, name)) {
      if (!["true", "false", "null"].includes(name))
        this.note(start, this.at, `${name} for a literal`, String(words[name]));
      return words[name] ?? null;
    }
    this.at = start;
    throw this.hopeless(
      sign === undefined ? "it ends too early" : `a value was expected, not "${this.glimpse()}"`,
    );
  }

  private object(depth: number): Json {
    const members: Record<string, Json> = {};
    this.at += 1;
    for (let first = true; ; first = false) {
      if (this.separator("}", first)) return members;
      const start = this.at;
      const key = this.key();
      const end = this.at;
      this.skip();
      if (this.text[this.at] !== ":")
        throw this.hopeless(`a colon was expected, not "${this.glimpse()}"`);
      this.at += 1;
      this.skip();
      const value = this.memberValue(depth);
      if (value === undefined) continue;
      if (Object.hasOwn(members, key)) this.repeated.push({ name: key, start, end });
      // A plain assignment to "__proto__" would set the prototype.
      if (key === "__proto__") {
        const own = { value, enumerable: true, configurable: true, writable: true };
        Object.defineProperty(members, key, own);
      } else members[key] = value;
    }
  }

  /** The value of a member; an ellipsis in its place leaves the member out. */
  private memberValue(depth: number): Json | undefined {
    const start = this.at;
    if (this.match(ellipsis) !== undefined) {
      this.note(start, this.at, "an ellipsis for a value; the member is left out");
      return undefined;
    }
    return this.value(depth + 1);
  }

  private key(): string {
    const sign = this.text[this.at];
    if (sign === '"' || sign === "'" || sign === "“") return this.string();
    const start = this.at;
    const name = this.match(word);
    if (name === undefined) throw this.hopeless(`a name was expected, not "${this.glimpse()}"`);
    this.note(start, this.at, "a name without quotes", JSON.stringify(name));
    return name;
  }

  private array(depth: number): Json {
    const elements: Json[] = [];
    this.at += 1;
    for (let first = true; ; first = false) {
      if (this.separator("]", first)) return elements;
      elements.push(this.value(depth + 1));
    }
  }

  /**
   * Goes on to the next member or element: over one comma, and over what people put in its place.
   * True at the end of the object or array.
   */
  private separator(close: string, first: boolean): boolean {
    const before = this.at;
    let comma = first ? this.at : -1;
    let last = -1;
    // Before the first value no comma is needed: each goes.
    let leading = first;
    for (;;) {
      this.skip();
      const start = this.at;
      const sign = this.text[start];
      if (sign === ",") {
        this.at += 1;
        if (comma >= 0) {
          // The last of several may be needed, and goes with the others where it is not.
          const mend = { start: comma, end: comma + 1, text: "" };
          this.note(start, this.at, "a comma too much", leading ? "" : mend);
        }
        comma = start;
        last = start;
      } else if (this.match(ellipsis) !== undefined) {
        this.note(start, this.at, "an ellipsis; what it stands for is not known");
        // An ellipsis may stand with commas around it or without.
        comma = -1;
        last = -1;
        leading = false;
        first = true;
      } else if (sign === close || sign === undefined) {
        if (sign === undefined) this.note(start, start, `a missing "${close}" at the end`);
        else this.at += 1;
        if (last >= 0 && !leading) this.trailing(last);
        return true;
      } else if ((sign === "}" || sign === "]") && sign !== close) {
        throw this.hopeless(`"${close}" was expected, not "${sign}"`);
      } else {
        if (comma < 0 && !first) {
          const mend = { start: before, end: before, text: "," };
          this.note(start, start + 1, "a missing comma before this", mend);
        }
        return false;
      }
    }
  }

  /** The comma before a closing bracket: noted, unless it was one too much already. */
  private trailing(comma: number): void {
    const before = this.repairs.at(-1);
    if (before?.start !== comma) this.note(comma, comma + 1, "a trailing comma", "");
    else if (before.mend !== undefined) {
      const { start } = before.mend;
      const mend = { start, end: comma + 1, text: this.text.slice(start + 1, comma) };
      this.repairs[this.repairs.length - 1] = { ...before, mend };
    }
  }

  private string(): string {
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
  private skip(): void {
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

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Notes a repair; `mend` is what to write in its place, or elsewhere. */
  private note(start: number, end: number, what: string, mend?: string | Mend): void {
    const repair = { start, end, words: what, elides: what.startsWith("an ellipsis") };
    if (mend === undefined) this.repairs.push(repair);
    else {
      const whole = typeof mend === "string" ? { start, end, text: mend } : mend;
      this.repairs.push({ ...repair, mend: whole });
    }
  }

  private glimpse(): string {
    return this.text.slice(this.at, this.at + 12).split("\n", 1)[0] ?? "";
  }

  private hopeless(reason: string): Hopeless {
    return new Hopeless(this.at, reason);
  }
}
