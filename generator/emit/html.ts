import type { Text } from "./text.js";

/** Markup that is safe in the text of an element and in an attribute in double quotes. */
export type Html = Text<"html">;

/** The characters that end a text or an attribute (HTML, 13.1.2 and 13.1.4). */
const marks: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Characters that a page may not hold (HTML, 13.5: control characters) and those that turn the
 * direction of what stands beside them: a path must read as it is.
 */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** `words` as text of an element or as a value in double quotes. */
export function escaped(words: string): Html {
  return words.replace(unseen, "").replace(/[&<>"']/g, (mark) => marks[mark] ?? "") as Html;
}

/** `#words` or `page#words` as the value of `href`: no character of it has a meaning in a URL. */
export function fragment(words: string): Html {
  return escaped(encodeURIComponent(words).replace(/%(?:2F|3A|5B|5D|7B|7D)/g, decodeURIComponent));
}

/** Pieces of markup, one behind the other. */
export function joinHtml(pieces: readonly Html[], separator = ""): Html {
  return pieces.join(separator) as Html;
}

/** No markup. */
export const nothing: Html = "" as Html;
