import { Hopeless, JsonScanner, type Repair } from "./json-scanner.js";
import type { Json } from "../model.js";

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
 * Reads JSON as people write it in docs: trailing, missing and doubled commas, ellipses and
 * placeholders, comments, single quotes and none, raw line ends in strings, U+3000 as a space,
 * Python's literals, brackets that are never closed. Text that is valid JSON gives exactly what `JSON.parse` gives, and no repair.
 */
export function repairJson(text: string): Repaired {
  const scan = new JsonScanner(text);
  const reader = new Reader(scan);
  try {
    const value = reader.document();
    return { kind: "read", value, repairs: scan.repairs, repeated: reader.repeated };
  } catch (fault) {
    if (fault instanceof Hopeless) return { kind: "hopeless", at: fault.at, reason: fault.message };
    throw fault;
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[A-Za-z_][\w-]*/y;
const ellipsis = /\.+|…+/y;
/** What stands for a value: `<uuid>`, `{name}`, `$NAME`, `BOX-LIST`. */
const placeholder =
  /<[^<>\n"]{1,80}>|\{[A-Za-z][\w -]{0,60}\}|\$\{\w{1,60}\}|\$\w{1,60}|(?!(?:TRUE|FALSE|NULL)\b)[A-Z][A-Z\d_-]{1,60}(?=[ \t]*(?:[,\]}\n\r]|$))/y;
/** A text without quotes, up to what ends a value: `http://host:80/v1`. */
const bareText = /[A-Za-z][^\s,[\]{}"']*(?=[ \t]*(?:[,\]}\n\r]|$))/y;
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

class Reader {
  readonly repeated: { name: string; start: number; end: number }[] = [];

  constructor(private readonly scan: JsonScanner) {}

  document(): Json {
    this.scan.skip();
    const value = this.value(0);
    this.scan.skip();
    // Closing brackets too many at the end lose nothing.
    const rest = /[\]}\s,;]*/y;
    rest.lastIndex = this.scan.at;
    const surplus = rest.exec(this.scan.text)?.[0].trimEnd() ?? "";
    if (surplus !== "")
      this.scan.note(this.scan.at, this.scan.at + surplus.length, "something too much at the end");
    this.scan.at += surplus.length;
    this.scan.skip();
    if (this.scan.at < this.scan.text.length)
      throw this.scan.hopeless("more text follows the value");
    return value;
  }

  private value(depth: number): Json {
    if (depth > deepest) throw this.scan.hopeless(`nested more than ${deepest} deep`);
    const sign = this.scan.text[this.scan.at];
    if (sign === "{") return this.object(depth);
    if (sign === "[") return this.array(depth);
    if (sign === '"' || sign === "'" || sign === "“") return this.scan.string();
    const digits = this.scan.match(number);
    if (digits !== undefined) return Number(digits);
    const start = this.scan.at;
    const name = this.scan.match(word);
    if (name !== undefined && Object.hasOwn(words, name)) {
      if (!["true", "false", "null"].includes(name))
        this.scan.note(start, this.scan.at, `${name} for a literal`, String(words[name]));
      return words[name] ?? null;
    }
    this.scan.at = start;
    const bare = depth === 0 ? undefined : this.scan.match(bareText);
    if (bare !== undefined) {
      this.scan.note(start, this.scan.at, "a text without quotes", JSON.stringify(bare));
      return bare;
    }
    throw this.scan.hopeless(
      sign === undefined
        ? "it ends too early"
        : `a value was expected, not "${this.scan.glimpse()}"`,
    );
  }

  private object(depth: number): Json {
    const members: Record<string, Json> = {};
    this.scan.at += 1;
    for (let first = true; ; first = false) {
      if (this.separator("}", first)) return members;
      const start = this.scan.at;
      const key = this.key();
      const end = this.scan.at;
      this.scan.skip();
      if (this.scan.text[this.scan.at] !== ":")
        throw this.scan.hopeless(`a colon was expected, not "${this.scan.glimpse()}"`);
      this.scan.at += 1;
      this.scan.skip();
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
    const start = this.scan.at;
    if (this.scan.match(ellipsis) !== undefined) {
      this.scan.note(start, this.scan.at, "an ellipsis for a value; the member is left out");
      return undefined;
    }
    if (this.scan.match(placeholder) !== undefined) {
      this.scan.note(start, this.scan.at, "a placeholder for a value; the member is left out");
      return undefined;
    }
    return this.value(depth + 1);
  }

  private key(): string {
    const sign = this.scan.text[this.scan.at];
    if (sign === '"' || sign === "'" || sign === "“") return this.scan.string();
    const start = this.scan.at;
    const name = this.scan.match(word);
    if (name === undefined)
      throw this.scan.hopeless(`a name was expected, not "${this.scan.glimpse()}"`);
    this.scan.note(start, this.scan.at, "a name without quotes", JSON.stringify(name));
    return name;
  }

  private array(depth: number): Json {
    const elements: Json[] = [];
    this.scan.at += 1;
    for (let first = true; ; first = false) {
      if (this.separator("]", first)) return elements;
      const start = this.scan.at;
      if (this.scan.match(placeholder) === undefined) elements.push(this.value(depth + 1));
      else this.scan.note(start, this.scan.at, "a placeholder for an element, which is left out");
    }
  }

  /**
   * Goes on to the next member or element: over one comma, and over what people put in its place.
   * True at the end of the object or array.
   */
  private separator(close: string, first: boolean): boolean {
    const before = this.scan.at;
    let comma = first ? this.scan.at : -1;
    let last = -1;
    // Before the first value no comma is needed: each goes.
    let leading = first;
    for (;;) {
      this.scan.skip();
      const start = this.scan.at;
      const sign = this.scan.text[start];
      if (sign === ",") {
        this.scan.at += 1;
        if (comma >= 0) {
          // The last of several may be needed, and goes with the others where it is not.
          const mend = { start: comma, end: comma + 1, text: "" };
          this.scan.note(start, this.scan.at, "a comma too much", leading ? "" : mend);
        }
        comma = start;
        last = start;
      } else if (this.scan.match(ellipsis) !== undefined) {
        this.scan.note(start, this.scan.at, "an ellipsis; what it stands for is not known");
        // An ellipsis may stand with commas around it or without.
        comma = -1;
        last = -1;
        leading = false;
        first = true;
      } else if (sign === close || sign === undefined) {
        if (sign === undefined) this.scan.note(start, start, `a missing "${close}" at the end`);
        else this.scan.at += 1;
        if (last >= 0 && !leading) this.trailing(last);
        return true;
      } else if ((sign === "}" || sign === "]") && sign !== close) {
        throw this.scan.hopeless(`"${close}" was expected, not "${sign}"`);
      } else {
        if (comma < 0 && !first) {
          const mend = { start: before, end: before, text: "," };
          this.scan.note(start, start + 1, "a missing comma before this", mend);
        }
        return false;
      }
    }
  }

  /** The comma before a closing bracket: noted, unless it was one too much already. */
  private trailing(comma: number): void {
    const before = this.scan.repairs.at(-1);
    if (before?.start !== comma) this.scan.note(comma, comma + 1, "a trailing comma", "");
    else if (before.mend !== undefined) {
      const { start } = before.mend;
      const mend = { start, end: comma + 1, text: this.scan.text.slice(start + 1, comma) };
      this.scan.repairs[this.scan.repairs.length - 1] = { ...before, mend };
    }
  }
}
