import type { Directive, DirectiveOption } from "../blocks.js";
import { filledOption } from "../directives/directive-parts.js";
import { areJoined, lineRuns, numbersFault } from "../line-numbers.js";

/** What an option of a literalinclude does not find in its file. */
export interface SelectionFault {
  readonly option: DirectiveOption;
  readonly fault: string;
}

export interface Selection {
  /** Whether any option selects lines. */
  readonly cut: boolean;
  /** The lines that are left; an option that finds nothing leaves them as they are. */
  readonly lines: readonly string[];
  /** Where Sphinx shows a warning in place of the lines, or beside them: the first reason. */
  readonly fault?: SelectionFault;
}

/** The lines of `text` that a literalinclude shows (Sphinx's `LiteralIncludeReader`). */
export function selectLines(directive: Directive, text: string): Selection {
  const given = (name: string): DirectiveOption | undefined => filledOption(directive, name);
  let lines: readonly string[] = linesOf(text);
  let fault: SelectionFault | undefined;
  let cut = false;
  const object = given("pyobject");
  if (object !== undefined) {
    const known = hasObject(object.value, text);
    return {
      cut,
      lines,
      ...(!known && { fault: { option: object, fault: "finds no such object" } }),
    };
  }
  const edges = [
    { names: ["start-at", "start-after"], after: [0, 1] },
    { names: ["end-at", "end-before"], after: [1, 0] },
  ];
  for (const [edge, { names, after }] of edges.entries()) {
    const at = names.findIndex((name) => given(name) !== undefined);
    const option = given(names[at] ?? "");
    if (option === undefined) continue;
    // An end in the first line is passed over.
    const least = edge === 1 && at === 1 ? 1 : 0;
    const found = lines.findIndex((line, index) => index >= least && line.includes(option.value));
    if (found < 0) fault ??= { option, fault: "finds no line with these words" };
    else {
      const place = found + (after[at] ?? 0);
      lines = edge === 0 ? lines.slice(place) : lines.slice(0, place);
    }
    cut = true;
  }
  const numbers = given("lines");
  if (numbers !== undefined) {
    const total = lines.length;
    const runs = lineRuns(numbers.value, total) ?? [];
    const said = numbersFault(numbers.value, total);
    const numbered = directive.options.some(({ name }) => name.toLowerCase() === "lineno-match");
    if (said !== undefined) fault ??= { option: numbers, fault: said };
    else if (numbered && !areJoined(runs))
      fault ??= { option: numbers, fault: "leaves lines out, which lineno-match does not allow" };
    lines = runs.flatMap(({ from, to }) => lines.slice(Math.max(0, from), to));
    cut = true;
  }
  const marked = given("emphasize-lines");
  if (marked !== undefined && fault === undefined) {
    const total = lines.length + ["prepend", "append"].filter((name) => given(name)).length;
    const said = numbersFault(marked.value, total);
    if (said !== undefined) fault = { option: marked, fault: said };
  }
  return { cut, lines, ...(fault && { fault }) };
}

/** Lines as Python's `splitlines` divides them. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** Whether a Python text may define `name`: what the last part of it names is defined somewhere. */
function hasObject(name: string, text: string): boolean {
  const last = name.slice(name.lastIndexOf(".") + 1);
  const defined = text.matchAll(/^[ \t]*(?:async[ \t]+def|def|class)[ \t]+([\p{L}\p{N}_]+)/gmu);
  return [...defined].some(([, each]) => each === last);
}
