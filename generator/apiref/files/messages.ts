import type { Side } from "../model.js";

/** What a text shows of HTTP: a command that sends a request, or a message as it comes over the wire. */
export interface Message {
  readonly side: Side;
  /** What kind of text it is. */
  readonly kind: "command" | "message";
  /** The body that is sent along. */
  readonly body: string | undefined;
}

const requestLine =
  /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|COPY|OPTIONS)[ \t]+\S+(?:[ \t]+HTTP\/\d[\d.]*)?[ \t]*$/;
/** The version may be left out where the phrase of the code stands there: `201 Created`. */
const statusLine = /^(?:HTTP\/\d[\d.]*[ \t]+[1-5]\d\d\b|[1-5]\d\d[ \t]+[A-Z][A-Za-z'\- ]*$)/;
/** A line that says that the body follows: `Content:`. */
const bodyLabel = /^\w+:[ \t]*\r?\n\s*(?=[[{])/;
/** `$ curl`, `# curl`, `> curl`, also behind `sudo` or a variable. */
const command = /^(?:[$#>][ \t]*)?(?:[A-Z_]+=\S+[ \t]+)?(?:curl|wget)[ \t]/;

/** Lines of a shell that may stand before a command: nothing, a comment, a variable. */
const beforeCommand = /^(?:#.*|(?:export[ \t]+)?[A-Za-z_]\w*=\S*)?$/;

/** The messages of a text that begins with one; none of any other. */
export function messagesIn(text: string): readonly Message[] {
  const lines = linesOf(text);
  const after = (from: number, ends: (line: TextLine) => boolean): number => {
    let at = from;
    for (let line = lines[at]; line !== undefined && !ends(line); line = lines[at]) at += 1;
    return at;
  };
  const messages: Message[] = [];
  let at = after(0, ({ words, kind }) => kind !== undefined || !beforeCommand.test(words));
  for (let line = lines[at]; line !== undefined; line = lines[at]) {
    const { kind, start } = line;
    if (kind === undefined) return messages;
    if (kind === "command") {
      const { body, end } = dataOf(text, start);
      messages.push({ side: "request", kind, body });
      at = after(at + 1, (next) => next.start >= end);
      const below = after(at, ({ words }) => words !== "");
      const [from, first] = [lines[below]?.start, lines[below]?.words ?? ""];
      if (from !== undefined && /^[[{]/.test(first) && !sends.test(text.slice(start, end))) {
        at = after(below, ({ kind: begins }) => begins !== undefined);
        const answer = text.slice(from, lines[at]?.start).trim();
        messages.push({ side: "response", kind: "message", body: answer });
      }
    } else {
      const side = kind === "answer" ? "response" : "request";
      const head = after(at + 1, ({ words, kind: begins }) => words === "" || begins !== undefined);
      at = after(head, ({ kind: begins }) => begins !== undefined);
      const body = text
        .slice(lines[head]?.start ?? text.length, lines[at]?.start)
        .trim()
        .replace(bodyLabel, "");
      messages.push({ side, kind: "message", body: body === "" ? undefined : body });
    }
    at = after(at, ({ kind: begins }) => begins !== undefined);
  }
  return messages;
}

interface TextLine {
  readonly words: string;
  readonly start: number;
  readonly kind: ReturnType<typeof kindOf>;
}

function linesOf(text: string): readonly TextLine[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const words = line.trim();
    const made = { words, start, kind: kindOf(words) };
    start += line.length + 1;
    return made;
  });
}

function kindOf(words: string): "command" | "request" | "answer" | undefined {
  if (command.test(words)) return "command";
  if (statusLine.test(words)) return "answer";
  return requestLine.test(words) ? "request" : undefined;
}

interface ShellWord {
  readonly text: string;
  readonly end: number;
}

const dataOption =
  /^(?:-d|--data(?:-raw|-binary|-ascii|-urlencode)?|--json|--post-data|--body-data)$/;

/** A command that sends content, by its method or its data: JSON below another is what it prints. */
const sends =
  /<<|(?:-X|--request)[ =]?["']?(?:POST|PUT|PATCH)|\s-d|\s--(?:data|json|post-|body-|upload-file)|\s-T\s/;

/** What a command sends (the manuals of curl and wget), and where it ends. */
function dataOf(
  text: string,
  from: number,
): { readonly body: Message["body"]; readonly end: number } {
  let at = from;
  let data = false;
  let body: Message["body"];
  for (let word = nextWord(text, at); word !== undefined; word = nextWord(text, at)) {
    at = word.end;
    const [, option = "", value = ""] = /^(--?[\w-]+)=(.*)$/s.exec(word.text) ?? [];
    const glued = /^-d(?=[{['"])/.test(word.text);
    if (body === undefined && data) body = word.text;
    else if (body === undefined && dataOption.test(option)) body = value;
    else if (body === undefined && glued) body = word.text.slice(2);
    data = dataOption.test(word.text);
  }
  return { body: body?.startsWith("@") === true ? hereDocument(text, at) : body, end: at };
}

/** `-d @- <<EOF`, and the lines up to `EOF`. */
function hereDocument(text: string, from: number): Message["body"] {
  const head = text.lastIndexOf("<<", from);
  const match = head < 0 ? null : /^<<-?\s*["']?(\w+)["']?[^\n]*\n/.exec(text.slice(head));
  if (match === null) return undefined;
  const start = head + match[0].length;
  const end = text.indexOf(`\n${match[1] ?? ""}`, start);
  return end < 0 ? undefined : text.slice(start, end);
}

/** The next word of a command as a shell divides it; a line that goes on with an option belongs to it. */
function nextWord(text: string, from: number): ShellWord | undefined {
  let at = from;
  for (;;) {
    while (text[at] === " " || text[at] === "\t" || text[at] === "\r") at += 1;
    if (text[at] === "\\" && /^\\[ \t\r]*\n/.test(text.slice(at, at + 40))) {
      at = text.indexOf("\n", at) + 1;
    } else if (text[at] === "\n" && /^\n[ \t]*-/.test(text.slice(at, at + 200))) at += 1;
    else break;
  }
  if (at >= text.length || text[at] === "\n") return undefined;
  let word = "";
  while (at < text.length && !/\s/.test(text[at] ?? "")) {
    const sign = text[at] ?? "";
    if (sign === "'" || sign === '"') {
      at += 1;
      while (at < text.length && text[at] !== sign) {
        // Only double quotes take a backslash for more than itself.
        if (sign === '"' && text[at] === "\\" && /["\\$`]/.test(text[at + 1] ?? "")) at += 1;
        word += text[at] ?? "";
        at += 1;
      }
      at += 1;
      continue;
    }
    if (sign === "\\" && text[at + 1] === "\n") break;
    if (sign === "\\") at += 1;
    word += text[at] ?? "";
    at += 1;
  }
  return { text: word, end: at };
}
