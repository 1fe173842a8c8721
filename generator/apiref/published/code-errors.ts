/** A stretch of code that is nothing in its language. */
export interface CodeError {
  readonly at: number;
  readonly text: string;
}

/**
 * The first thing in `text` that Pygments' lexer for JSON or for HTTP messages takes for an error,
 * for which Sphinx leaves the block without colours ("Could not lex literal_block"). The one for
 * JSON knows words and signs, and not their order. Other languages are not looked into.
 */
export function codeError(language: string, text: string): CodeError | undefined {
  switch (language.toLowerCase()) {
    case "json":
    case "json-object":
      return jsonError(text, 0);
    case "http":
      return httpError(text);
    default:
      return undefined;
  }
}

const jsonToken = new RegExp(
  [
    String.raw`[ \t\r\n]+`,
    String.raw`[fnt][aeflnrstu]*`,
    String.raw`[-0-9][-0-9.eE+]*`,
    String.raw`[:{}[\],]+`,
    String.raw`//[^\n]*`,
    String.raw`/\*[^]*?\*/`,
    // A quotation mark within \uXXXX ends nothing.
    String.raw`"(?:\\u[0-9a-fA-F]{4}|\\u[0-9a-fA-F]{0,3}[^0-9a-fA-F]|\\[^u]|[^"\\])*"`,
  ].join("|"),
  "y",
);

function jsonError(text: string, from: number): CodeError | undefined {
  for (let at = from; at < text.length; at = jsonToken.lastIndex) {
    jsonToken.lastIndex = at;
    if (!jsonToken.test(text)) return { at, text: String.fromCodePoint(text.codePointAt(at) ?? 0) };
  }
  return undefined;
}

const requestLine = /[a-zA-Z][-_a-zA-Z]+ +[^ \n]+ +HTTP\/(?:1\.[01]|2(?:\.0)?|3)(?:\r?\n|$)/y;
const statusLine = /HTTP\/(?:1\.[01]|2(?:\.0)?|3) +\d{3}(?: +[^\r\n]*)?(?:\r?\n|$)/y;
const header = /([^\s:]+) *: *([^\r\n]*)(?:\r?\n|$)|[\t ]+[^\r\n]+(?:\r?\n|$)/y;
const blank = /\r?\n/y;

function httpError(text: string): CodeError | undefined {
  const taken = (pattern: RegExp, at: number): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
  };
  const first = taken(requestLine, 0) ?? taken(statusLine, 0);
  if (first === undefined) return { at: 0, text: text.slice(0, 1) };
  let at = first[0].length;
  let type = "";
  while (at < text.length) {
    const line = taken(header, at);
    if (line === undefined) break;
    const [whole, name = "", value = ""] = line;
    if (name.toLowerCase() === "content-type") type = value.trim();
    at += whole.length;
  }
  if (at >= text.length) return undefined;
  const empty = taken(blank, at);
  if (empty === undefined) return { at, text: text.slice(at, at + 1) };
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/.test(type);
  return isJson ? jsonError(text, at + empty[0].length) : undefined;
}
