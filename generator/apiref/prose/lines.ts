import type { Said, Span } from "../../diagnostics/span.js";
import type { Line } from "../../rst/blocks.js";

/** The place of `line.text.slice(from, to)`. */
export function spanInLine(line: Line, from = 0, to = line.text.length): Span {
  return { source: line.source, start: line.start + from, end: line.start + to };
}

/** `value` as said by `line.text.slice(from, from + length)`. */
export function saidInLine(line: Line, from: number, length: number): Said<string> {
  return {
    value: line.text.slice(from, from + length),
    span: spanInLine(line, from, from + length),
  };
}

/** Several lines as one text, joined by spaces, whose every stretch knows its place. */
export interface Joined {
  readonly text: string;
  /** The place of `text.slice(from, to)`, of all of it unless given; from its first line's words to its last line's. */
  span(from?: number, to?: number): Span;
}

/** Joins `lines`, for sentences and lists that are wrapped. */
export function joinLines(lines: readonly Line[]): Joined {
  const starts: number[] = [];
  let text = "";
  for (const line of lines) {
    if (text !== "") text += " ";
    starts.push(text.length);
    text += line.text;
  }
  /** The last line that begins at or before `offset`. */
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const place = (offset: number): { source: string; at: number } => {
    const index = lineAt(offset);
    const line = lines[index];
    if (!line) return { source: "", at: 0 };
    return {
      source: line.source,
      at: line.start + Math.min(offset - (starts[index] ?? 0), line.text.length),
    };
  };
  return {
    text,
    span(from = 0, to = text.length) {
      const first = place(from);
      const last = place(Math.max(from, to - 1));
      const end = to > from ? last.at + 1 : first.at;
      return { source: first.source, start: first.at, end: Math.max(first.at, end) };
    },
  };
}
