import { type Diagnostic, report } from "../diagnostics/diagnostic.js";
import { markupWithoutEnd } from "../diagnostics/rules/markup-without-end.js";
import type { Block, Line } from "./blocks.js";
import { proseOf } from "./context.js";
import { forEachInlineText } from "./inline-texts.js";
import { isPlain } from "./plain-inline.js";
import { type Mark, readStrictly } from "./strict-inline.js";

const begun: Readonly<Record<Mark, string>> = {
  "*": "emphasis",
  "**": "strong text",
  "``": "literal",
  "`": "link or role",
  "|": "substitution",
  "_`": "target",
};

/**
 * Marks that begin inline markup, by docutils' rules, which nothing ends (docutils: "Inline emphasis
 * start-string without end-string", and its like for the others).
 */
export function unendedMarkup(blocks: readonly Block[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  forEachInlineText(blocks, (lines) => found.push(...unended(lines)));
  return found;
}

function unended(lines: readonly Line[]): readonly Diagnostic[] {
  const prose = proseOf(lines);
  const { text } = prose;
  if (isPlain(text)) return [];
  /** Marks that do not stand in the rest of the text. */
  const last = new Set<Mark>();
  let before = -1;
  return readStrictly(text).flatMap((node) => {
    if (node.kind !== "endless") return [];
    const { mark, start, end } = node;
    // A mark right behind another belongs to the same fault: ``*args
    const same = start === before;
    before = end;
    if (same) return [];
    const next = last.has(mark) ? -1 : text.indexOf(mark, end + 1);
    if (next < 0) last.add(mark);
    const word = /^\S{0,40}/.exec(text.slice(end, end + 40))?.[0] ?? "";
    const after = text.slice(next + mark.length, next + mark.length + 1);
    const closes = next > 0 && /\S/.test(text.charAt(next - 1)) && /[\p{L}\p{N}_]/u.test(after);
    const found = { mark, what: begun[mark], ...(closes && { after }) };
    return [report(markupWithoutEnd, prose.spanOf(start, end + word.length), found)];
  });
}
