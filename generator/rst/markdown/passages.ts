import type { Said, Span } from "../../diagnostics/span.js";
import type { Block, Line } from "../blocks.js";
import { forEachText, saysVersion, versionWords, type MarkdownContext } from "../inline/context.js";
import { inlineText } from "./inline-markdown.js";

/** Some words of prose; `listed` where they stand in an item of a list or in a table. */
export interface Passage extends Said<string> {
  readonly listed?: boolean;
}

/**
 * The plain words of each paragraph, list item, term or table cell, with the place that said
 * them: what inference reads sentences from. Code and comments are not among them.
 */
export function passages(blocks: readonly Block[], context: MarkdownContext): Passage[] {
  const said: Passage[] = [];
  forEachText(blocks, (lines, block, listed) => {
    let value = inlineText(lines, context);
    if (block.kind === "directive" && saysVersion(block)) {
      const words = versionWords.get(block.name.toLowerCase()) ?? "";
      value = `${words} ${value.replace(/^(\S+) /, "$1: ")}`;
      const more = block.blocks
        .flatMap((inner) => (inner.kind === "paragraph" ? [inlineText(inner.lines, context)] : []))
        .join(" ");
      if (more !== "") value += `${value.includes(": ") ? " " : ": "}${more}`;
    }
    if (value !== "") said.push({ value, span: extent(lines), ...(listed && { listed }) });
  });
  return said;
}

/** The passages, a line each. */
export function plainText(blocks: readonly Block[], context: MarkdownContext): string {
  return passages(blocks, context)
    .map((passage) => passage.value)
    .join("\n");
}

function extent(lines: readonly Line[]): Span {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return { source: "", start: 0, end: 0 };
  const end =
    last.source === first.source ? last.start + last.text.length : first.start + first.text.length;
  return { source: first.source, start: first.start, end };
}
