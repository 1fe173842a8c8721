import { report } from "../../diagnostics/diagnostic.js";
import { invalidOptionValue } from "../../diagnostics/rules/invalid-option-value.js";
import { malformedDirective } from "../../diagnostics/rules/malformed-directive.js";
import { selectionWithoutLines } from "../../diagnostics/rules/selection-without-lines.js";
import { unknownDirectiveOption } from "../../diagnostics/rules/unknown-directive-option.js";
import type { Span } from "../../diagnostics/span.js";
import type { Directive, DirectiveOption, Line } from "../blocks.js";
import { misfit } from "./directive-options.js";
import { optionOf } from "./directive-parts.js";
import { apart, directiveSpecs, type DirectiveSpec } from "./directive-specs.js";
import { numbersFault } from "../line-numbers.js";
import type { Reader } from "../reader.js";
import { spanOf, type Row } from "../rows.js";

/**
 * What docutils refuses a directive of its own or of Sphinx for (`parse_directive_block`, then
 * `run`), in its order: options, arguments, content. The first of these hides the others.
 * `behind` is the row behind the options. False where the directive is refused.
 */
export function checkDirective(
  directive: Directive,
  behind: Row | undefined,
  reader: Reader,
): boolean {
  const spec = directiveSpecs.get(directive.name.toLowerCase());
  if (spec === undefined) return true;
  if (spec.options !== undefined && directive.options.length > 0) {
    if (!checkOptions(directive, spec.options, reader)) return false;
    if (behind?.blank === false) {
      return refuse(spanOf(behind), "needs a blank line between its options and this one");
    }
  }
  const { argument, body, nameSpan } = directive;
  // What a directive without arguments has behind its colons is content.
  const counts = spec.most > 0;
  const words = counts ? wordsOf(argument) : 0;
  const given = words + (spec.options === undefined ? directive.options.length : 0);
  if (given < spec.required) return refuse(nameSpan, "needs something behind its colons");
  if (words > spec.most) {
    const fault = `takes one word before its text, and this is ${words}`;
    return refuse(extent(argument) ?? nameSpan, fault);
  }
  const content = counts ? body : [...argument, ...body];
  const fault = contentFault(content, spec.content, directive);
  if (fault !== undefined) return refuse(extent(content.slice(0, 1)) ?? nameSpan, fault);
  const two = togetherOf(directive);
  if (two !== undefined)
    return refuse(two.nameSpan, `takes "${two.name}" or "${two.other}", not both`);
  checkMarkedLines(directive, reader);
  return true;

  function refuse(span: Span, words: string): false {
    reader.found(report(malformedDirective, span, { directive: directive.name, fault: words }));
    return false;
  }
}

function contentFault(
  content: readonly Line[],
  takes: DirectiveSpec["content"],
  directive: Directive,
): string | undefined {
  const some = content.length > 0;
  if (takes === "none") return some ? "takes no text" : undefined;
  const outside =
    takes === "outside" && directive.options.some(({ name }) => /^(?:file|url)$/i.test(name));
  if (outside) return some ? "takes its text from a file or from here, not both" : undefined;
  return some || takes === "any" ? undefined : "has no text";
}

/** Options that stand beside one that excludes them: the later of the first such two. */
function togetherOf(
  directive: Directive,
): (DirectiveOption & { readonly other: string }) | undefined {
  const pairs = apart.get(directive.name.toLowerCase()) ?? [];
  for (const pair of pairs) {
    const both = directive.options.filter(({ name }) => pair.includes(name.toLowerCase()));
    const [one, other] = both;
    if (one !== undefined && other !== undefined) return { ...other, other: one.name };
  }
  return undefined;
}

/** Lines of a code-block that are to be marked, and are not there. */
function checkMarkedLines(directive: Directive, reader: Reader): void {
  const { name, body } = directive;
  if (!/^(?:code-block|sourcecode)$/i.test(name)) return;
  const option = optionOf(directive, "emphasize-lines");
  const fault = option && numbersFault(option.value, body.length);
  if (option === undefined || fault === undefined) return;
  reader.found(
    report(selectionWithoutLines, option.valueSpan, {
      directive: name,
      option: option.name,
      fault,
    }),
  );
}

/** Whether docutils takes every option. */
function checkOptions(
  directive: Directive,
  known: NonNullable<DirectiveSpec["options"]>,
  reader: Reader,
): boolean {
  const seen = new Set<string>();
  let good = true;
  for (const { name, nameSpan, value, valueSpan } of directive.options) {
    const about = { directive: directive.name, option: name };
    const lower = name.toLowerCase();
    const kind = known.get(lower);
    const wanted = kind && misfit(kind, value);
    const invalid = (span: Span, fault: string): void => {
      reader.found(report(invalidOptionValue, span, { ...about, fault }));
      good = false;
    };
    if (kind === undefined) {
      reader.found(report(unknownDirectiveOption, nameSpan, about));
      good = false;
    } else if (wanted !== undefined) {
      invalid(value === "" ? nameSpan : valueSpan, `takes ${wanted}`);
    } else if (seen.has(lower)) invalid(nameSpan, "stands here for the second time");
    seen.add(lower);
  }
  return good;
}

function wordsOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
}

function extent(lines: readonly Line[]): Span | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { source: first.source, start: first.start, end: last.start + last.text.length };
}
