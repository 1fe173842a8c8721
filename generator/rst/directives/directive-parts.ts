import type { Span } from "../../diagnostics/span.js";
import type { Directive, DirectiveOption, Line } from "../blocks.js";

/** The option of a directive that has `name`, in lower case: docutils compares without case. */
export function optionOf(directive: Directive, name: string): DirectiveOption | undefined {
  return directive.options.find((option) => option.name.toLowerCase() === name);
}

/** The option that has `name` and a value. */
export function filledOption(directive: Directive, name: string): DirectiveOption | undefined {
  return directive.options.find(
    (option) => option.name.toLowerCase() === name && option.value !== "",
  );
}

/** Where a line of a directive stands. */
export function spanOfLine(line: Line): Span {
  return { source: line.source, start: line.start, end: line.start + line.text.length };
}
