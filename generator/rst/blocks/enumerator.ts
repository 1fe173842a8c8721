const digits: ReadonlyMap<string, number> = new Map(
  Object.entries({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }),
);

/** The number that an enumerator says: `3`, `c`, `iii` or `#` (1); `undefined` for a word such as `mild`. */
export function ordinalOf(text: string): number | undefined {
  if (text === "#") return 1;
  if (/^\d+$/.test(text)) return Number(text);
  const lower = text.toLowerCase();
  if (lower.length === 1 && lower !== "i") return lower.charCodeAt(0) - 96;
  if (!/^m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(lower))
    return undefined;
  let sum = 0;
  for (let at = 0; at < lower.length; at += 1) {
    const value = digits.get(lower.charAt(at)) ?? 0;
    sum += value < (digits.get(lower.charAt(at + 1)) ?? 0) ? -value : value;
  }
  return sum;
}

/** What the items of one list have in common: brackets, and figures or letters. */
export function style(match: RegExpExecArray): string {
  const [, open = "", text = "", close = ""] = match;
  const kind = /^[\d#]/.test(text) ? "1" : text === text.toLowerCase() ? "a" : "A";
  return open + kind + close;
}
