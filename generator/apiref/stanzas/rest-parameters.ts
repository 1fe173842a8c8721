import { type Diagnostic, type Outcome, report } from "../../diagnostics/diagnostic.js";
import { emptyList } from "../../diagnostics/rules/empty-list.js";
import { noParametersFile } from "../../diagnostics/rules/no-parameters-file.js";
import { unreadableRow } from "../../diagnostics/rules/unreadable-row.js";
import type { Said, Span } from "../../diagnostics/span.js";
import type { Directive, Line } from "../../rst/blocks.js";
import { saidInLine, spanInLine } from "../prose/lines.js";

/** One `- name: reference` of a list, not yet looked up. */
export interface Item {
  readonly span: Span;
  readonly name: Said<string>;
  readonly reference: Said<string>;
  /** A name alone, `- size`, which may be that of an entry, too. */
  readonly bare?: true;
}

/** What a rest_parameters stanza says. */
export interface RestParameters {
  readonly file: Said<string>;
  readonly items: readonly Item[];
}

/**
 * Reads a rest_parameters stanza (os-api-ref `RestParametersDirective`). Its list is YAML there;
 * it is read by lines here, so that one bad row costs no other. A list that follows the file name
 * without a blank line is read as well.
 */
export function readRestParameters(directive: Directive): Outcome<RestParameters | undefined> {
  const [first, ...early] = directive.argument;
  const written = first?.text.trim() ?? "";
  const diagnostics: Diagnostic[] = [];
  if (!first || written === "" || /^-\s/.test(written)) {
    diagnostics.push(report(noParametersFile, directive.nameSpan, { directive: directive.name }));
  }
  const named = first !== undefined && written !== "" && !/^-\s/.test(written);
  const file = named
    ? saidInLine(first, first.text.indexOf(written), written.length)
    : { value: "", span: directive.nameSpan };
  const lines = [...(named || !first ? early : directive.argument), ...directive.body];
  const items: Item[] = [];
  if (lines.every(({ text }) => text.trim() === ""))
    diagnostics.push(report(emptyList, directive.nameSpan, { directive: directive.name }));
  let listed = false;
  for (const line of lines) {
    if (/^\s*(?:#|$)/.test(line.text)) continue;
    listed ||= /^\s*-\s/.test(line.text);
    const item = splitItem(line);
    const read = item ?? bareItem(line);
    if (read) items.push(read);
    // The list is YAML for os-api-ref: pairs without a dash before them are one mapping, of which
    // it shows nothing, and a plain name cannot hold a colon and a space.
    if (item === undefined || !listed || /^[^"'].*:\s/.test(item.name.value)) {
      const row = line.text.trim().replace(/^-\s*/, "");
      const from = line.text.lastIndexOf(row);
      diagnostics.push(report(unreadableRow, spanInLine(line, from, from + row.length), { row }));
    }
  }
  return { value: { file, items }, diagnostics };
}

/** Divides one row of a list:
 *   - OS-EXT-IMG-SIZE:size: image_size
 *                    ^ part of the name: no space follows
 *                         ^ the last ": " divides
 * A row without a dash is a further pair of the item above it, as YAML has it.
 */
export function splitItem(line: Line): Item | undefined {
  // YAML ends a plain value at " #".
  const comment = line.text.search(/\s#/);
  const text = (comment < 0 ? line.text : line.text.slice(0, comment)).trimEnd();
  const lead = /^\s*(?:-\s+)?/.exec(text)?.[0].length ?? 0;
  const colon = lastColon(text);
  if (colon < lead) return undefined;
  const reference = text.slice(colon + 1).trim();
  const name = text.slice(lead, colon).trimEnd();
  if (name === "") return undefined;
  return {
    span: spanInLine(line, lead, text.length),
    name: unquoted(line, lead, name),
    reference: unquoted(line, text.lastIndexOf(reference), reference),
  };
}

/** A name alone, as an item of the list: `- size`, or `* size`. */
function bareItem(line: Line): Item | undefined {
  const [, lead = "", name = ""] = /^(\s*[-*]\s+)(["'`]*[\w.:-]+["'`]*)\s*$/.exec(line.text) ?? [];
  const [, quotes = "", bare = ""] = /^(["'`]*)([\w.:-]*\w)["'`]*$/.exec(name) ?? [];
  if (bare === "") return undefined;
  const said = saidInLine(line, lead.length + quotes.length, bare.length);
  return { span: said.span, name: said, reference: said, bare: true };
}

/** What an item of a list in the text would be as a row: `name: reference`, on one line. */
export function strayItem(lines: readonly Line[]): Item | undefined {
  const [line, ...more] = lines;
  return line === undefined || more.length > 0 ? undefined : splitItem(line);
}

/** The colon before the last word of `text`, where only spaces stand between; else -1. */
function lastColon(text: string): number {
  let word = 0;
  while (word < text.length && /\S/.test(text[text.length - 1 - word] ?? "")) word += 1;
  const before = text.slice(0, text.length - word);
  const lead = before.trimEnd();
  return word > 0 && before !== lead && lead.endsWith(":") ? lead.length - 1 : -1;
}

/** A word of `line` at `from`, without the quotes that YAML allows around it. */
function unquoted(line: Line, from: number, word: string): Said<string> {
  const quoted = /^(["']).+\1$/.test(word);
  return quoted ? saidInLine(line, from + 1, word.length - 2) : saidInLine(line, from, word.length);
}
