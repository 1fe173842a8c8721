import { STATUS_CODES } from "node:http";

/**
 * The HTTP Status Code Registry of IANA, with 418, which its neighbours leave free. os-api-ref calls
 * every other code "Unknown".
 */
const registered: ReadonlySet<number> = new Set([
  100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304,
  305, 306, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414,
  415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504,
  505, 506, 507, 508, 510, 511,
]);

/** Whether HTTP knows the status code. */
export function isRegistered(code: number): boolean {
  return registered.has(code);
}

/** Three digits of a code, letters in the place of some of them: `4O9`, `2OO`, `40l`. */
export const codeDigits = "[1-5][\\dOoIl]{2}";

/** The code that such signs mean, and the signs where they are not all digits. */
export function codeOf(written: string): { readonly code: number; readonly written?: string } {
  const code = Number(written.replaceAll(/[Oo]/g, "0").replaceAll(/[Il]/g, "1"));
  return /^\d+$/.test(written) ? { code } : { code, written };
}

/** What RFC 9110 calls otherwise than Node. */
const renamed: Readonly<Record<number, string>> = {
  413: "Content Too Large",
  422: "Unprocessable Content",
};

/**
 * What is said of a code beside its own phrase, which says no more than the code: `no such box` of
 * `Not Found - no such box`, nothing of `Not Found`.
 */
export function besidePhrase(said: string, code: number): string {
  const phrases = [STATUS_CODES[code], renamed[code]].filter((phrase) => phrase !== undefined);
  for (const phrase of phrases) {
    const bare = said.replace(/^\(/, "");
    if (!bare.toLowerCase().startsWith(phrase.toLowerCase())) continue;
    const [gap] = /^\)?\s*(?:$|[.:,;]+\s+|[-–—]+\s+|\.$)/.exec(bare.slice(phrase.length)) ?? [];
    if (gap !== undefined) return bare.slice(phrase.length + gap.length);
  }
  return said;
}
