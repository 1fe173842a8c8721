import type { Section } from "../../rst/blocks.js";
import { inlineText } from "../../rst/markdown/inline-markdown.js";

const nothing = { targets: new Map(), substitutions: new Map() };

/** The words of a heading as they are published, without inline markup and escapes. */
export function titleOf(section: Section): string {
  const { title, titleSpan } = section;
  // Most headings have no markup at all.
  if (!/[\\`*|_]/.test(title)) return title;
  return inlineText(
    [{ text: title, source: titleSpan.source, start: titleSpan.start }],
    nothing,
  ).trim();
}

/** Said in so many words: `Images (DEPRECATED)`, `Networks (deprecated since 2.36)`. */
export function saysDeprecated(heading: string): boolean {
  const title = heading.slice(0, 500);
  return /\([^()]*\bdeprecated\b[^()]*\)/i.test(title) || /\bDEPRECATED\b/.test(title);
}
