import type { Said } from "../../../diagnostics/span.js";
import type { Line } from "../../../rst/blocks.js";
import { saidInLine } from "../../prose/lines.js";

/** The methods that a line of a stanza begins with. */
export interface MethodWords {
  /** One, or several that the stanza is for: `GET|HEAD`, `PUT or PATCH`. */
  readonly methods: readonly Said<string>[];
  /** What stands around and behind them and is no part of them: the colon of `GET: /images`. */
  readonly marks: readonly Said<string>[];
  /** Where in the line they end. */
  readonly end: number;
}

/** Of the registry of HTTP methods (IANA; RFC 9110, 16.1) those that services have. */
const registered: ReadonlySet<string> = new Set(
  "GET HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT COPY MOVE MKCOL LOCK UNLOCK PROPFIND PROPPATCH REPORT SEARCH LINK UNLINK".split(
    " ",
  ),
);

/** Whether a method is one that HTTP knows, in whatever case. */
export function isRegistered(method: string): boolean {
  return registered.has(method.toUpperCase());
}

/** Names of registered methods, for those who misspelt one. */
export const registeredMethods: Iterable<string> = registered;

const opening = /[\s[("'`*]{0,12}/y;
const closing = /[\])"'`*:]{1,8}/y;
const word = /[A-Za-z][A-Za-z-]{0,40}(?![\w-])/y;
/** A slash with spaces on one side only begins a URL. */
const between = /\s*[|,&]\s*|\/|\s+\/\s+|\s+(?:or|and)\s+/y;

/** Reads the methods at the beginning of `line`; `undefined` where no method that is known stands there. */
export function methodWords(line: Line): MethodWords | undefined {
  const { text } = line;
  const step = (pattern: RegExp, from: number): string | undefined => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0];
  };
  const marks: Said<string>[] = [];
  const mark = (from: number, length: number): void => {
    if (length > 0) marks.push(saidInLine(line, from, length));
  };
  let end = step(opening, 0)?.length ?? 0;
  const indent = text.length - text.trimStart().length;
  mark(indent, end - indent);
  const methods: Said<string>[] = [];
  for (let gap = 0; ;) {
    const name = step(word, end + gap);
    if (name === undefined || !isRegistered(name)) break;
    methods.push(saidInLine(line, end + gap, name.length));
    end += gap + name.length;
    const separator = step(between, end);
    if (separator === undefined) break;
    gap = separator.length;
  }
  if (methods.length === 0) return undefined;
  const behind = step(closing, end)?.length ?? 0;
  mark(end, behind);
  end += behind;
  // What goes on at once is another word, a slash aside: `GET/images`.
  return end === text.length || /[\s/{<]/.test(text.charAt(end))
    ? { methods, marks, end }
    : undefined;
}
