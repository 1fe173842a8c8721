import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import { codeNotInLanguage } from "../../diagnostics/rules/code-not-in-language.js";
import { unknownLanguage } from "../../diagnostics/rules/unknown-language.js";
import type { SourceId, Span } from "../../diagnostics/span.js";
import type { Block, Directive, Line } from "../../rst/blocks.js";
import { forEachText } from "../../rst/inline/context.js";
import { optionOf, spanOfLine } from "../../rst/directives/directive-parts.js";
import { selectLines } from "../../rst/source/selection.js";
import { resolvePath } from "../../source/paths.js";
import type { SourceTree } from "../../source/tree.js";
import { codeError } from "./code-errors.js";
import { isLanguage, languages } from "./lexer-names.js";

/** A language, and where it is said; nowhere in the docs where conf.py says it. */
interface Said {
  readonly name: string;
  readonly span: Span | undefined;
}

/**
 * Code in a language that nobody knows, and code that is none in its language (Sphinx: "Pygments
 * lexer name … is not known", "Could not lex literal_block as …"). `usual` is the language of
 * blocks that name none, in `document` up to a `highlight`.
 */
export function codeLanguages(
  tree: SourceTree,
  document: SourceId,
  blocks: readonly Block[],
  usual: string | undefined,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let current: Said = { name: usual ?? "default", span: undefined };
  const check = (
    { name, span }: Said,
    at: Span,
    lines: readonly (Line | string)[],
    force = false,
  ): void => {
    const place = span ?? at;
    if (!isLanguage(name)) {
      const [near] = nearest(name, languages);
      found.push(report(unknownLanguage, place, { language: name, nearest: near }));
      return;
    }
    const text = lines.map((line) => (typeof line === "string" ? line : line.text)).join("\n");
    const error = force ? undefined : codeError(name, text);
    if (error === undefined) return;
    const where = placeIn(lines, error.at, error.text.length) ?? place;
    found.push(report(codeNotInLanguage, where, { language: name, found: error.text }));
  };
  const directive = (block: Directive): void => {
    const name = block.name.toLowerCase();
    const [first] = block.argument;
    const said = first && first.text.trim() !== "" ? saidBy(first) : undefined;
    if (name === "highlight") current = said ?? current;
    else if (isCode(name)) {
      const force = optionOf(block, "force") !== undefined;
      if (block.body.length > 0) check(said ?? current, block.nameSpan, block.body, force);
    } else if (name === "literalinclude" && first !== undefined) {
      const option = optionOf(block, "language");
      if (option === undefined || option.value === "") return;
      const reading = tree.read(resolvePath(tree, document, first.text.trim()));
      if (reading.kind !== "text") return;
      const { lines } = selectLines(block, reading.text);
      const force = optionOf(block, "force") !== undefined;
      check({ name: option.value, span: option.valueSpan }, option.valueSpan, lines, force);
    }
  };
  forEachText(
    blocks,
    () => undefined,
    (block) => {
      if (block.kind === "directive") directive(block);
      else if (block.kind === "literal-block") {
        const named = block.language === undefined ? undefined : { name: block.language };
        check(named ? { ...named, span: undefined } : current, block.span, block.lines);
      }
    },
  );
  return found;
}

function isCode(name: string): boolean {
  return name === "code-block" || name === "code" || name === "sourcecode";
}

function saidBy(line: Line): Said {
  const name = line.text.trim();
  const { source, start } = spanOfLine(line);
  const from = start + line.text.indexOf(name);
  return { name, span: { source, start: from, end: from + name.length } };
}

/** The place of a stretch of joined lines; undefined for lines of a file that is only shown. */
function placeIn(lines: readonly (Line | string)[], at: number, length: number): Span | undefined {
  let from = 0;
  for (const line of lines) {
    if (typeof line === "string") return undefined;
    if (at <= from + line.text.length) {
      const start = line.start + at - from;
      return {
        source: line.source,
        start,
        end: Math.min(start + length, line.start + line.text.length),
      };
    }
    from += line.text.length + 1;
  }
  return undefined;
}
