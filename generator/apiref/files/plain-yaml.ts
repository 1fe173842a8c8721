import { Alias, isAlias, isCollection, isMap, isPair, isScalar, Pair, Scalar, YAMLMap } from "yaml";
import { type Document, parseDocument } from "yaml";

/** How both readers take YAML: a second key of a name is found by whoever reads the mapping. */
export const parsing = { uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;

/**
 * Reads the form that parameters files have nearly throughout, and makes the nodes that the yaml
 * package would make: its general parser takes ten times as long.
 *
 *   cores: &cores            a name, with an anchor or without
 *     description: |         text as it stands, or
 *       As many as …
 *     in: body               one line without quotes and comments, or
 *     <<: *quota             a merged entry
 *
 * An entry that is written otherwise goes to the parser alone. Undefined where even that is not
 * sure, such as in a file with errors: then the parser has to read the whole.
 */
export function readPlain(text: string): YAMLMap | undefined {
  if (/[\t\r\ufeff]/.test(text)) return undefined;
  const root = new YAMLMap();
  let at = after(between, text, 0);
  const start = at;
  while (at < text.length) {
    const read = readEntry(text, at);
    if (read !== undefined) {
      root.items.push(read.pair);
      at = read.end;
      continue;
    }
    if (text[at] === " ") return undefined;
    const end = endOfEntry(text, at);
    const parsed = parseEntry(text.slice(at, end), at);
    if (parsed === undefined) return undefined;
    root.items.push(parsed);
    at = after(between, text, end);
  }
  if (root.items.length === 0) return undefined;
  root.range = [start, text.length, text.length];
  return root;
}

/** Empty lines and comments on lines of their own. */
const between = /(?: *(?:#[^\n]*)?\n)*/y;
const entryHead = /([A-Za-z_](?:[\w.:-]*[\w-])?):(?: &([A-Za-z_]\w*))?\n/y;
const member = / {2}([A-Za-z_][\w-]*|<<): ([^\n]+)(?:\n|$)/y;
/** One line that is nothing but itself, or a text with less than two lines between its paragraphs. */
const plainWord = /^[A-Za-z_/(<](?:[\x20-\x22\x24-\x39\x3b-\x7e]*[\x21-\x22\x24-\x39\x3b-\x7e])?$/;
const whole = /^(?:0|[1-9]\d{0,8})$/;
const decimal = /^(?:0|[1-9]\d{0,5})\.\d{1,6}$/;
/** What is no text without quotes (YAML 1.2, core schema). */
const otherWords = /^(?:null|true|false)$/i;

interface Read {
  readonly pair: Pair;
  readonly end: number;
}

function readEntry(text: string, at: number): Read | undefined {
  const head = match(entryHead, text, at);
  if (head === undefined) return undefined;
  const [all, name = "", anchor] = head;
  if (otherWords.test(name)) return undefined;
  const map = new YAMLMap();
  if (anchor !== undefined) map.anchor = anchor;
  let here = after(between, text, at + all.length);
  const first = here;
  let ends = here;
  while (text.startsWith("  ", here)) {
    const found = match(member, text, here);
    if (found === undefined) return undefined;
    const [line, key = "", said = ""] = found;
    const from = here + key.length + 4;
    const value =
      said === "|"
        ? readBlock(text, from)
        : { node: readLine(key, said, from), end: here + line.length };
    if (value?.node === undefined || otherWords.test(key)) return undefined;
    map.items.push(new Pair(scalar(key, here + 2, key), value.node));
    ends = value.end;
    here = after(between, text, value.end);
  }
  // What is indented otherwise belongs to it in some way that is not known here.
  if (map.items.length === 0 || text[here] === " ") return undefined;
  map.range = [first + 2, ends, ends];
  return { pair: new Pair(scalar(name, at, name), map), end: here };
}

function scalar(value: unknown, start: number, source: string): Scalar {
  const node = new Scalar(value);
  const end = start + source.length;
  node.source = source;
  node.type = "PLAIN";
  node.range = [start, end, end];
  return node;
}

function readLine(key: string, said: string, start: number): Scalar | Alias | undefined {
  if (key === "<<") {
    const name = /^\*([A-Za-z_]\w*)$/.exec(said)?.[1];
    if (name === undefined) return undefined;
    const alias = new Alias(name);
    alias.range = [start, start + said.length, start + said.length];
    return alias;
  }
  if (whole.test(said)) return scalar(Number(said), start, said);
  if (decimal.test(said)) return scalar(Number(said), start, said);
  if (!plainWord.test(said)) return undefined;
  if (/^(?:true|True|TRUE)$/.test(said)) return scalar(true, start, said);
  if (/^(?:false|False|FALSE)$/.test(said)) return scalar(false, start, said);
  return otherWords.test(said) ? undefined : scalar(said, start, said);
}

const blockLine = /( *)([^\n]*)(?:\n|$)/y;

/** The text below `|`, up to the first line that is indented less than its first. */
function readBlock(text: string, start: number): { node: Scalar; end: number } | undefined {
  const first = start + 2;
  const margin = match(blockLine, text, first)?.[1]?.length ?? 0;
  const lines: string[] = [];
  let end = first;
  let here = first;
  while (here < text.length) {
    const [line = "", spaces = "", words = ""] = match(blockLine, text, here) ?? [];
    if (words !== "" && spaces.length < margin) break;
    // Spaces alone are text where they go beyond the margin.
    if (words === "" && spaces.length > margin) return undefined;
    if (words === "") lines.push("");
    else lines.push(line.slice(margin).trimEnd() === "" ? "" : `${spaces.slice(margin)}${words}`);
    here += line.length;
    if (words !== "") end = here;
  }
  const last = lines.findLastIndex((line) => line !== "");
  // At the end of a file, line ends and their lack are parts of a text.
  const ended = here < text.length || (last === lines.length - 1 && text.endsWith("\n"));
  if (margin < 3 || lines[0] === "" || last < 0 || !ended) return undefined;
  const value = `${lines.slice(0, last + 1).join("\n")}\n`;
  const node = new Scalar(value);
  node.source = value;
  node.type = "BLOCK_LITERAL";
  node.range = [start, end, end];
  return { node, end };
}

/** Where the next entry begins. */
function endOfEntry(text: string, at: number): number {
  const next = /\n(?=[^\s#])/g;
  next.lastIndex = at;
  const found = next.exec(text);
  return found === null ? text.length : found.index + 1;
}

/** The entry as the parser reads it, if nothing in it is wrong or known elsewhere. */
function parseEntry(text: string, offset: number): Pair | undefined {
  if (/^(?:---|\.\.\.|%)|[&*]\w/m.test(text)) return undefined;
  let document: Document.Parsed;
  try {
    document = parseDocument(text, parsing);
  } catch {
    return undefined;
  }
  const { contents, errors } = document;
  const [pair, ...more] = isMap(contents) ? contents.items : [];
  if (pair === undefined || more.length > 0 || errors.length > 0) return undefined;
  // A text without a name before it may go on in the line of the next entry.
  if (!isMap(pair.value)) return undefined;
  move(pair, offset);
  return pair;
}

function move(node: unknown, offset: number): void {
  if (isPair(node)) {
    move(node.key, offset);
    move(node.value, offset);
    return;
  }
  if (isCollection(node)) for (const item of node.items) move(item, offset);
  if ((isCollection(node) || isScalar(node) || isAlias(node)) && node.range) {
    const [start, value, end] = node.range;
    node.range = [start + offset, value + offset, end + offset];
  }
}

/** What a sticky expression matches at a place. */
function match(expression: RegExp, text: string, at: number): RegExpExecArray | undefined {
  expression.lastIndex = at;
  return expression.exec(text) ?? undefined;
}

function after(expression: RegExp, text: string, at: number): number {
  return at + (match(expression, text, at)?.[0].length ?? 0);
}
