import type { Block, Directive, Line } from "../blocks.js";
import { forEachText } from "./context.js";

/** Directives whose argument is a title or words of text. */
const titled: ReadonlySet<string> = new Set(
  "admonition centered csv-table list-table rubric sidebar table topic".split(" "),
);

/**
 * Visits every run of lines of `blocks` that docutils reads inline markup from: paragraphs and
 * their like, titles of sections, tables and boxes, captions, names of fields, `parsed-literal`, and what
 * substitutions stand for. `each` sees every block, in the same order.
 */
export function forEachInlineText(
  blocks: readonly Block[],
  visit: (lines: readonly Line[]) => void,
  each: (block: Block) => void = () => {},
): void {
  forEachText(blocks, visit, (block) => {
    each(block);
    if (block.kind === "section") {
      const { source, start } = block.titleSpan;
      visit([{ text: block.title, source, start }]);
    } else if (block.kind === "directive") visitWords(block, visit);
    else if (block.kind === "substitution") visitWords(block.directive, visit);
    else if (block.kind === "field-list" && block.footnote === undefined)
      for (const { name, span } of block.fields)
        visit([{ text: name, source: span.source, start: span.start + 1 }]);
  });
}

function visitWords(directive: Directive, visit: (lines: readonly Line[]) => void): void {
  const name = directive.name.toLowerCase();
  const lines = titled.has(name) ? directive.argument : bodyWords(name, directive.body);
  if (lines.length > 0) visit(lines);
  for (const { name: option, value, valueSpan } of directive.options) {
    const { source, start, end } = valueSpan;
    // One that goes on in a second line has no text of its own to point into.
    if (option === "caption" && value.length === end - start)
      visit([{ text: value, source, start }]);
  }
}

/** The words of a body that is not read as blocks. */
function bodyWords(name: string, body: readonly Line[]): readonly Line[] {
  if (name === "parsed-literal" || name === "replace") return body;
  if (name !== "figure") return [];
  const blank = body.findIndex(({ text }) => text === "");
  return blank < 0 ? body : body.slice(0, blank);
}
