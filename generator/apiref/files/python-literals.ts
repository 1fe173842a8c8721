/** What a literal of Python says; undefined for what only running it could tell. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | readonly Literal[]
  | { readonly [key: string]: Literal }
  | undefined;

/**
 * The names that a Python file gives literals to at its top level, the last one for each: what can
 * be known of it without running it. What is made in any other way is undefined.
 *
 *     html_theme = 'openstackdocs'
 *     html_theme_options = {"sidebar_mode": "toc"}
 *     html_theme_options['analytics_tracking_code'] = 'UA-1'
 */
export function readAssignments(text: string): ReadonlyMap<string, Literal> {
  const found = new Map<string, Literal>();
  const statement = /([A-Za-z_]\w*)(?:\[\s*(?:'([^'\n]*)'|"([^"\n]*)")\s*\])? *(\+?=)(?!=)/y;
  for (let at = 0; at < text.length; at = endOfStatement(text, at)) {
    statement.lastIndex = at;
    const match = statement.exec(text);
    if (match === null) continue;
    const [whole, name = "", single, double, sign] = match;
    const reader = new LiteralReader(text, at + whole.length);
    const value = sign === "=" ? reader.statement() : undefined;
    const key = single ?? double;
    if (key === undefined) found.set(name, value);
    else {
      const before = found.get(name);
      if (isRecord(before)) found.set(name, { ...before, [key]: value });
      else found.set(name, { [key]: value });
    }
  }
  return found;
}

/** Whether a literal is a dictionary. */
export function isRecord(value: Literal): value is { readonly [key: string]: Literal } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const token =
  /[rRuUbBfF]{0,2}(?:"""[^]*?(?<!\\)"""|'''[^]*?(?<!\\)'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|#[^\n]*|\\\r?\n|[\n()[\]{}]|[^\n()[\]{}"'#\\]+|[^]/y;

/** The place behind the statement at `from`: its line, and those that brackets or quotes join to it. */
function endOfStatement(text: string, from: number): number {
  let depth = 0;
  token.lastIndex = from;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [said] = match;
    if ("([{".includes(said)) depth += 1;
    else if (")]}".includes(said)) depth = Math.max(0, depth - 1);
    else if (said === "\n" && depth === 0) return token.lastIndex;
  }
  return text.length;
}

const space = /(?:[ \t\r]|\\\r?\n)*/y;
const anySpace = /(?:\s|#[^\n]*|\\\r?\n)*/y;
const quoted =
  /([rRuUbBfF]{0,2})(?:"""([^]*?)(?<!\\)"""|'''([^]*?)(?<!\\)'''|"((?:[^"\\\n]|\\[^])*)"|'((?:[^'\\\n]|\\[^])*)')/y;
const word = /(?:True|False|None)\b|-?\d+(?:\.\d+)?(?![\w.])/y;
/** Deeper than anybody nests settings. */
const DEEPEST = 20;

/** Reads one literal from `at` on. */
class LiteralReader {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  /** The literal that is the rest of a statement. */
  statement(): Literal {
    this.skip(space);
    const value = this.value(0);
    this.skip(space);
    return /^(?:#|\n|$)/.test(this.text.slice(this.at, this.at + 1)) ? value : undefined;
  }

  private value(depth: number): Literal {
    const first = this.text.charAt(this.at);
    if (depth > DEEPEST) return undefined;
    if (first === "[") return this.list("]", depth);
    if (first === "(") return this.tuple(depth);
    if (first === "{") return this.record(depth);
    const said = this.take(word)?.[0];
    if (said === "True") return true;
    if (said === "False") return false;
    if (said === "None") return null;
    return said === undefined ? this.string(depth) : Number(said);
  }

  /** Strings beside one another are one; where brackets are open, on several lines. */
  private string(depth: number): Literal {
    let joined: string | undefined;
    let known = true;
    for (let match = this.take(quoted); match !== undefined; match = this.take(quoted)) {
      const [, prefix = "", ...texts] = match;
      const inner = texts.find((text) => text !== undefined) ?? "";
      known &&= !/[bf]/i.test(prefix);
      joined = (joined ?? "") + (/r/i.test(prefix) ? inner : unescaped(inner));
      this.skip(depth > 0 ? anySpace : space);
    }
    return known ? joined : undefined;
  }

  private list(end: string, depth: number): readonly Literal[] | undefined {
    const items: Literal[] = [];
    this.at += 1;
    for (this.skip(anySpace); !this.ends(end); this.skip(anySpace)) {
      const from = this.at;
      items.push(this.value(depth + 1));
      if (this.at === from || !this.separated(end)) return undefined;
    }
    this.at += 1;
    return items;
  }

  /** One value in brackets is that value, unless a comma follows it. */
  private tuple(depth: number): Literal {
    const from = this.at;
    const items = this.list(")", depth);
    const inner = this.text.slice(from, this.at - 1);
    return items?.length === 1 && !/,\s*(?:#[^\n]*\s*)*$/.test(inner) ? items[0] : items;
  }

  private record(depth: number): Literal {
    const entries: [string, Literal][] = [];
    this.at += 1;
    for (this.skip(anySpace); !this.ends("}"); this.skip(anySpace)) {
      const key = this.value(depth + 1);
      this.skip(anySpace);
      if (typeof key !== "string" || this.text.charAt(this.at) !== ":") return undefined;
      this.at += 1;
      this.skip(anySpace);
      const from = this.at;
      const value = this.value(depth + 1);
      if (this.at === from || !this.separated("}")) {
        // A value that only running tells takes nothing from those beside it.
        this.skipValue();
        if (!this.separated("}")) return undefined;
        entries.push([key, undefined]);
      } else entries.push([key, value]);
    }
    this.at += 1;
    return Object.fromEntries(entries);
  }

  /** Skips what is no literal, up to the comma or bracket behind it. */
  private skipValue(): void {
    let depth = 0;
    token.lastIndex = this.at;
    for (let match = token.exec(this.text); match !== null; match = token.exec(this.text)) {
      const [said] = match;
      if (depth === 0 && ")]}".includes(said)) return;
      const comma = depth === 0 && !/^[rubf]{0,2}["'#]/i.test(said) ? said.indexOf(",") : -1;
      if (comma >= 0) {
        this.at = match.index + comma;
        return;
      }
      if ("([{".includes(said)) depth += 1;
      else if (")]}".includes(said)) depth -= 1;
      this.at = token.lastIndex;
    }
  }

  /** Takes a comma; whether there was one, or the end follows. */
  private separated(end: string): boolean {
    this.skip(anySpace);
    if (this.text.charAt(this.at) !== ",") return this.text.charAt(this.at) === end;
    this.at += 1;
    return true;
  }

  private ends(end: string): boolean {
    return this.at >= this.text.length || this.text.charAt(this.at) === end;
  }

  private skip(pattern: RegExp): void {
    this.take(pattern);
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.at = pattern.lastIndex;
    return match;
  }
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:\r?\n|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([^]))/g, (...parts) => {
    const [, long, short, sign] = parts as (string | undefined)[];
    const code = long ?? short;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (sign === undefined) return "";
    return { n: "\n", t: "\t", r: "\r" }[sign] ?? (/[\\'"]/.test(sign) ? sign : `\\${sign}`);
  });
}
