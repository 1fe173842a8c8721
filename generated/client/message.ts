// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What a fault says to people, whatever its form.
 *
 * @module
 */

/** Members of faults, the most telling first; the kind of a fault is for those without words. */
const telling = "message detail error errors faultstring description title type".split(" ");

/**
 * Finds the message in `{ itemNotFound: { message } }`, `{ errors: [{ detail }] }` and their kin,
 * in a text that holds such a body as JSON, and in a page.
 */
export function messageOf(body: unknown, depth: number = 5): string {
  if (!depth) return "";
  if (typeof body === "string") return messageIn(body, depth);
  if (typeof body !== "object" || !body) return "";
  const members = body as Readonly<Record<string, unknown>>;
  for (const value of [...telling.map((name) => members[name]), ...Object.values(members)]) {
    const said = messageOf(value, depth - 1);
    if (said !== "") return said;
  }
  return "";
}

function messageIn(text: string, depth: number): string {
  if (/^\s*[[{]/.test(text))
    try {
      return messageOf(JSON.parse(text), depth - 1);
    } catch {} // words in brackets
  const shown = text.slice(0, 2000);
  // Titles and headings of pages repeat the status.
  return wordsOf(shown.replace(/<(head|title|style|h1)\b.*?<\/\1>/gis, " ")) || wordsOf(shown);
}

function wordsOf(page: string): string {
  return page.replace(/(<[^>]*>|\s)+/g, " ").trim();
}
