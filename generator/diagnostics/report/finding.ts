import type { Diagnostic } from "../diagnostic.js";
import type { Edit } from "../edits.js";
import type { Place, SourceId } from "../span.js";

/** A diagnostic and its place as people read it: what every reporter renders. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  /** Absent when it is about the run as a whole, or its source is not there to be read. */
  readonly at?: {
    /** The path of the source as it is to be shown, with `/` between the parts. */
    readonly file: string;
    readonly start: Place;
    /** Behind the last character. */
    readonly end: Place;
    /** The whole text of the line that it starts in. */
    readonly line: string;
  };
  /** What mends it, placed; absent where that needs judgement. */
  readonly edits?: readonly PlacedEdit[];
}

/** What to write in place of some words. */
export interface PlacedEdit {
  readonly file: string;
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
  readonly text: string;
}

/**
 * Works out lines and columns, once per source, and sorts by file and place. Where the same code
 * stands twice at one place with the same words, one is left: two documents may include one file.
 */
export function locate(
  diagnostics: readonly Diagnostic[],
  textOf: (source: SourceId) => string | undefined,
  fileOf: (source: SourceId) => string = (source) => source,
): readonly Finding[] {
  const sources = new Map<SourceId, Lines | undefined>();
  const keyed = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, message, span } = diagnostic;
    keyed.set(JSON.stringify([code, message, span?.source, span?.start, span?.end]), diagnostic);
  }
  const sorted = [...keyed.values()].sort(
    (a, b) =>
      compare(a.span?.source ?? "", b.span?.source ?? "") ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
      (a.span?.end ?? 0) - (b.span?.end ?? 0) ||
      compare(a.code, b.code),
  );
  const linesIn = (source: SourceId): Lines | undefined => {
    if (!sources.has(source)) {
      const text = textOf(source);
      sources.set(source, text === undefined ? undefined : linesOf(text));
    }
    return sources.get(source);
  };
  const placed = ({ span, text }: Edit): readonly PlacedEdit[] => {
    const lines = linesIn(span.source);
    if (lines === undefined) return [];
    const file = fileOf(span.source);
    return [{ file, start: lines.place(span.start), end: lines.place(span.end), text }];
  };
  return sorted.map((diagnostic) => {
    const { span } = diagnostic;
    if (span === undefined) return { diagnostic };
    const lines = linesIn(span.source);
    const file = fileOf(span.source);
    if (lines === undefined) {
      const nowhere = { line: 1, column: 1 };
      return { diagnostic, at: { file, start: nowhere, end: nowhere, line: "" } };
    }
    const start = lines.place(span.start);
    const edits = (diagnostic.edits ?? []).flatMap(placed);
    return {
      diagnostic,
      at: { file, start, end: lines.place(span.end), line: lines.text(start.line) },
      ...(edits.length > 0 && { edits }),
    };
  });
}

interface Lines {
  place(offset: number): Place;
  text(line: number): string;
}

/** The lines of a text, found once; `\n`, `\r\n` and a lone `\r` end one, as in `placeOf`. */
function linesOf(text: string): Lines {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  // Findings of one line follow one another, and a line may be as long as its text.
  let latest = { line: 0, text: "" };
  return {
    place(offset) {
      const at = Math.min(Math.max(offset, 0), text.length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    },
    text(line) {
      if (latest.line !== line) {
        const whole = text.slice(starts[line - 1] ?? text.length, starts[line]);
        latest = { line, text: whole.replace(/[\r\n]+$/, "") };
      }
      return latest.text;
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** How many findings there are of each severity. */
export function countBySeverity(
  findings: readonly Finding[],
): Readonly<Record<Diagnostic["severity"], number>> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { diagnostic } of findings) count[diagnostic.severity] += 1;
  return count;
}

/** `3 findings (1 error, 2 warnings)`. */
export function countWords(findings: readonly Finding[]): string {
  const count = countBySeverity(findings);
  const parts = [
    plural(count.error, "error"),
    plural(count.warning, "warning"),
    count.info === 0 ? "" : `${count.info} info`,
  ].filter((part) => part !== "" && !part.startsWith("0 "));
  return plural(findings.length, "finding") + (parts.length > 0 ? ` (${parts.join(", ")})` : "");
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Makes what ends a line or drives a terminal visible: words of the docs are shown, not obeyed. */
export function printable(words: string): string {
  return words.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) =>
      character === "\t" ? " " : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Without lone halves of surrogate pairs, for which neither XML nor a URI has a form. */
export function wellFormed(words: string): string {
  return words.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "\ufffd",
  );
}
