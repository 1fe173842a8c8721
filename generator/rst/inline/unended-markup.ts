import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { markupWithoutEnd } from "../../diagnostics/rules/markup-without-end.js";
import type { MarkedText } from "./marked-text.js";
import type { Mark } from "./strict-inline.js";

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
export function unendedMarkup({ prose, nodes }: MarkedText): readonly Diagnostic[] {
  const { text } = prose;
  /** Marks that do not stand in the rest of the text. */
  const last = new Set<Mark>();
  let before = -1;
  return nodes.flatMap((node) => {
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
    const closes = /\S/.test(text.charAt(next - 1)) && /[\p{L}\p{N}_]/u.test(after);
    const found = { mark, what: begun[mark], ...(closes && { after }) };
    return [report(markupWithoutEnd, prose.spanOf(start, end + word.length), found)];
  });
}
