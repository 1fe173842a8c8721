const openers = new Set("\"'(<[{\u2018\u201c\u00ab");
const closerOf: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '"', "'": "'", "(": ")", "<": ">", "[": "]", "{": "}" }),
);
/** What may stand before inline markup, and what behind it (reStructuredText, "inline markup recognition rules"). */
const before = /[\s"'(<[{\-/:\u00a1-\u00bf\u2010-\u206f\u3000-\u303f\uff00-\uff0f]/;
export const behind = /[\s"')>\]}\-/\\:.,;!?\u00a1-\u00bf\u2010-\u206f\u3000-\u303f\uff00-\uff0f]/;

/** Whether markup of `length` characters may begin here: its surroundings, and no quotes just around it. */
export function opens(text: string, at: number, length: number): boolean {
  const previous = text.charAt(at - 1);
  const next = text.charAt(at + length);
  if (next === "" || /\s/.test(next)) return false;
  if (at === 0) return true;
  if (text.charAt(at - 2) === "\\") return true;
  if (!before.test(previous)) return false;
  return !(openers.has(previous) && closerOf.get(previous) === next);
}

/** The first `mark` from `from` that may close: no space before it, no word behind it, not escaped. */
export function closing(text: string, from: number, mark: string): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const next = text.charAt(at + mark.length);
    if (/\s/.test(text.charAt(at - 1)) || text.charAt(at - 1) === "\\") continue;
    if (next === "" || behind.test(next)) return at;
  }
  return -1;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Backslashes escape what follows; before a space they join. */
export function unescape(text: string): string {
  return text.replace(/\\(\s|[^])/g, (_, next: string) => (/\s/.test(next) ? "" : next));
}
