import type { Span } from "./span.js";

/** What to write in place of some words: a mend that needs no judgement. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A change in one text, by offsets. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The changes that edits make in `source`, in order and each once: of those that overlap the first
 * counts.
 */
export function changesIn(source: string, edits: readonly Edit[]): readonly Change[] {
  const sorted = edits
    .filter(({ span }) => span.source === source)
    .map(({ span: { start, end }, text }) => ({ start, end, text }))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.text < b.text ? -1 : 1));
  const changes: Change[] = [];
  for (const change of sorted) {
    const before = changes.at(-1);
    const isSame = before?.start === change.start && before.end === change.end;
    if (before === undefined || (change.start >= before.end && !isSame)) changes.push(change);
  }
  return changes;
}

/** `text` with every change made. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let made = "";
  let at = 0;
  for (const change of changes) {
    made += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return made + text.slice(at);
}
