declare const place: unique symbol;

/**
 * Text that may stand at one kind of place in a TypeScript file, or in a page. Only this module
 * makes it, and `html.ts` for pages, so that words from the docs cannot reach output any other way.
 */
export type Text<Place extends "comment" | "literal" | "identifier" | "code" | "html"> = string & {
  readonly [place]: Place;
};

/** Everything that ends a line in JavaScript: also a lone CR, U+2028 and U+2029. */
const lineEnds = /\r\n|[\n\r\u2028\u2029]/;

/**
 * `words` as a string literal, for any place where an expression or name may stand: in double
 * quotes, or in single quotes where that escapes less (as formatters write it).
 */
export function literal(words: string): Text<"literal"> {
  const quoted = inQuotes(words).replace(
    /[\u2028\u2029\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return quoted as Text<"literal">;
}

function inQuotes(words: string): string {
  const double = JSON.stringify(words);
  const count = (mark: string) => words.split(mark).length;
  if (count('"') <= count("'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The name of a member: bare where it is an identifier, quoted where it is not. */
export function memberName(words: string): Text<"literal"> {
  return /^[A-Za-z_$][\w$]*$/.test(words) && words !== "__proto__"
    ? (words as Text<"literal">)
    : literal(words);
}

/**
 * Reserved words, and names that a strict-mode module may not bind or that would hide a global
 * which generated code uses.
 */
const reserved = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const continue debugger " +
    "declare default delete do else enum eval export extends false finally for from function get " +
    "if implements import in infer instanceof interface is keyof let module namespace never new " +
    "null number object of package private protected public readonly return satisfies set static " +
    "string super switch symbol this throw true try type typeof undefined unique unknown var void " +
    "while with yield Array Date Error Extract Exclude Headers Map Object Omit Partial Pick Promise " +
    "Readonly Record Request RequestInit Response Set String Symbol URL"
  ).split(" "),
);

/**
 * `words` as an identifier. Characters that cannot stand in one are dropped; a reserved word gets
 * `_` behind it, a leading digit `_` before it, and nothing at all becomes `_`.
 */
export function identifier(words: string): Text<"identifier"> {
  const kept = words.replace(/[^A-Za-z0-9_$]/g, "");
  const name = kept === "" || /^\d/.test(kept) ? `_${kept}` : kept;
  return (reserved.has(name) ? `${name}_` : name) as Text<"identifier">;
}

/** A link to a place of the page that the words stood on, which a comment has not. */
const toSamePage = /\[([^\][\\]*)\]\([#?][^()\s\\]*\)/g;

/**
 * Lines that may stand inside a block comment: no line ends it, none is more than one line. Of links
 * within the page of the docs their words are left.
 */
export function commentLines(words: string): Text<"comment">[] {
  return words
    .replace(toSamePage, "$1")
    .split(lineEnds)
    .map(
      (line) =>
        line
          .replace(/\*(?=\/)/g, "*\\")
          .replace(
            /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
            "",
          )
          .trimEnd() as Text<"comment">,
    );
}

/**
 * A JSDoc block, indented by `indent` spaces: one line where it fits into `width` columns. Empty
 * when `words` say nothing. Long lines of prose are wrapped, and what goes on behind them with them;
 * code blocks stay as they are.
 */
export function jsdoc(words: string, indent = 0, width = 100): Text<"comment"> {
  const pad = " ".repeat(indent);
  const lines = filled(commentLines(words.trim()), width - indent - 3);
  if (lines.length === 0 || (lines.length === 1 && lines[0] === "")) return "" as Text<"comment">;
  const single = `${pad}/** ${lines[0] ?? ""} */`;
  if (lines.length === 1 && single.length <= width) return `${single}\n` as Text<"comment">;
  const body = lines.map((line) => (line === "" ? `${pad} *\n` : `${pad} * ${line}\n`)).join("");
  return `${pad}/**\n${body}${pad} */\n` as Text<"comment">;
}

/**
 * Lines of CommonMark, none longer than `width` where that is prose. The lines that go on with the
 * paragraph of one that is too long are filled with it: else each would leave a short line behind.
 */
function filled(lines: readonly string[], width: number): string[] {
  const out: string[] = [];
  let open: string | undefined;
  let inFence = false;
  const close = () => {
    if (open !== undefined) out.push(...wrap(open, width));
    open = undefined;
  };
  for (const line of lines) {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) inFence = !inFence;
    if (open !== undefined && !isFence && goesOn(line)) open = `${open} ${line.trimStart()}`;
    else {
      close();
      const isProse = !inFence && !isFence && line.length > width && !/^(?:\s{4,}|\|)/.test(line);
      if (isProse) open = line;
      else out.push(line);
    }
    // A hard break: the next line is to begin below it.
    if (open?.endsWith("\\")) close();
  }
  close();
  return out;
}

/** Whether a line belongs to the paragraph before it, and is no list item, heading, tag or table. */
function goesOn(line: string): boolean {
  return !/^\s*(?:$|[-*+] |\d+[.)] |[#>|@<]|=+$|-+$)/.test(line);
}

/** Breaks prose at spaces so that no line is longer than `width`; what follows a list mark hangs. */
function wrap(line: string, width: number): string[] {
  const hang = " ".repeat(/^(\s*)([-*+] |\d+[.)] )?/.exec(line)?.[0].length ?? 0);
  const out: string[] = [];
  let current = [/^\s*/.exec(line)?.[0] ?? ""];
  let length = current.join("").length;
  let empty = true;
  for (const word of line.trimStart().split(/ +/)) {
    const gap = empty ? "" : " ";
    // A word that would begin a list, heading, tag or fence at the start of a line stays where it is.
    const opens = /^([-*+#>]|\d+[.)]$|@|```)/.test(word);
    if (length + gap.length + word.length > width && !empty && !opens) {
      out.push(current.join(""));
      current = [hang, word];
      length = hang.length + word.length;
      empty = word.trim() === "";
    } else {
      current.push(gap, word);
      length += gap.length + word.length;
      empty &&= word.trim() === "";
    }
  }
  out.push(current.join(""));
  return out;
}

/** A template literal: `parts` as words, with the variable `name` between each two of them. */
export function templateText(parts: readonly string[], name: string): Text<"code"> {
  const words = parts.map((part) =>
    literal(part)
      .slice(1, -1)
      .replace(/`|\$(?=\{)/g, "\\$&"),
  );
  return `\`${words.join(`\${${identifier(name)}}`)}\`` as Text<"code">;
}

/** Code that this project wrote itself, from other safe text: the way to join pieces. */
export function code(
  strings: TemplateStringsArray,
  ...pieces: readonly (Text<"comment" | "literal" | "identifier" | "code"> | number)[]
): Text<"code"> {
  // A loop: `String.raw` takes five times as long, and all code is made here.
  let text = strings[0] ?? "";
  for (const [at, piece] of pieces.entries()) text += `${piece}${strings[at + 1] ?? ""}`;
  return text as Text<"code">;
}

/** Pieces of code, joined. */
export function join(
  pieces: readonly Text<"comment" | "literal" | "identifier" | "code">[],
  separator: string,
): Text<"code"> {
  return pieces.join(separator) as Text<"code">;
}
