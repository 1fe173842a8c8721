/** The name of one source text: its path relative to the tree, with `/` between the parts. */
export type SourceId = string;

/**
 * A stretch of one source text: UTF-16 offsets, 0-based, `end` exclusive.
 *
 * The law of every span, held by property tests: `text.slice(span.start, span.end)` is what was
 * said. Lines and columns are worked out only where a place is printed.
 */
export interface Span {
  readonly source: SourceId;
  readonly start: number;
  readonly end: number;
}

/** A value and the place that said it. */
export interface Said<T> {
  readonly value: T;
  readonly span: Span;
}

/** A place as people read it: both numbers begin at 1, the column counts UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where `offset` stands in `text`. `\n`, `\r\n` and a lone `\r` end a line. */
export function placeOf(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  const stop = Math.min(offset, text.length);
  for (let at = 0; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line += 1;
      start = at + 1;
    }
  }
  return { line, column: stop - start + 1 };
}
