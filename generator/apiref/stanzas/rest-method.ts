import { type Diagnostic, type Outcome, report } from "../../diagnostics/diagnostic.js";
import { incompleteMethod } from "../../diagnostics/rules/incomplete-method.js";
import { missingLeadingSlash } from "../../diagnostics/rules/missing-leading-slash.js";
import { unknownDirectiveOption } from "../../diagnostics/rules/unknown-directive-option.js";
import { unreadOperation } from "../../diagnostics/rules/unread-operation.js";
import { zeroWidthCharacter } from "../../diagnostics/rules/zero-width-character.js";
import type { Edit } from "../../diagnostics/edits.js";
import type { Said } from "../../diagnostics/span.js";
import type { Directive, Line } from "../../rst/blocks.js";
import { saidInLine, spanInLine } from "../prose/lines.js";
import type { Operation } from "../model.js";
import { addressFindings, notationFindings } from "./url-findings.js";
import { invisibleCharacter, readUrl, type Url } from "./url.js";

/** What a rest_method stanza says. */
export type RestMethod = Pick<Operation, "method" | "url" | "minVersion" | "maxVersion"> & Url;

/** A line that begins, or holds, a stanza of its own. */
const stanza = /(?:^|\s)\.\.[ \t]+rest_method[ \t]*::/;

/**
 * Reads a rest_method stanza (os-api-ref `RestMethodDirective`): a method and a URL, the URL
 * perhaps on the next line, then lines such as `max_version: 2.35`. `undefined`, with a finding,
 * when there is no URL.
 */
export function readRestMethod(directive: Directive): Outcome<RestMethod | undefined> {
  const diagnostics: Diagnostic[] = [];
  const lines = [...directive.argument, ...directive.body].filter(
    (line) => line.text.trim() !== "",
  );
  // An indented stanza right below is swallowed by this one: an operation is lost, not an option.
  const swallowed = lines.filter((line) => stanza.test(line.text));
  for (const line of swallowed) {
    const text = line.text.trim();
    const from = line.text.indexOf(text);
    const span = spanInLine(line, from, from + text.length);
    diagnostics.push(report(unreadOperation, span, { text: text.slice(0, 80) }));
  }
  const words = takeWords(lines.filter((line) => !swallowed.includes(line)));
  if (!words.url) {
    const method = words.method?.value ?? "";
    const span = words.method?.span ?? directive.nameSpan;
    diagnostics.push(report(incompleteMethod, span, { said: method }));
    return { value: undefined, diagnostics };
  }
  const versions: { min?: Said<string>; max?: Said<string> } = {};
  const bound = (name: string, value: Said<string>): boolean => {
    if (name !== "min_version" && name !== "max_version") return false;
    if (value.value !== "") versions[name === "min_version" ? "min" : "max"] = value;
    return true;
  };
  const unknown = (option: string, span: Said<string>["span"]): void => {
    diagnostics.push(report(unknownDirectiveOption, span, { directive: directive.name, option }));
  };
  for (const line of words.rest) {
    const match = /^(\s*)([\w-]+)(\s*:\s*)(.*)$/s.exec(line.text.trimEnd());
    const [, indent = "", name = "", colon = "", value = ""] = match ?? [];
    const at = indent.length + name.length + colon.length;
    if (match && bound(name, saidInLine(line, at, value.length))) continue;
    const text = line.text.trim();
    const from = line.text.indexOf(text);
    if (match) unknown(name, spanInLine(line, indent.length, indent.length + name.length));
    else unknown(text, spanInLine(line, from, from + text.length));
  }
  for (const option of directive.options) {
    const value = { value: option.value.trim(), span: option.valueSpan };
    if (!bound(option.name, value)) unknown(option.name, option.nameSpan);
  }
  const url = words.url;
  diagnostics.push(...invisible(url));
  if (!words.method) diagnostics.push(report(incompleteMethod, url.span, { said: url.value }));
  const said = words.method ?? { value: "GET", span: url.span };
  const method = { ...said, value: said.value.toUpperCase() };
  const { slashAdded, notations, ...template } = readUrl(url.value, method.value);
  diagnostics.push(...notationFindings(url, notations), ...addressFindings(url, template));
  if (slashAdded) {
    diagnostics.push(report(missingLeadingSlash, url.span, { url: url.value }, slashBefore(url)));
  }
  return {
    value: {
      method,
      url,
      ...template,
      minVersion: versions.min,
      maxVersion: versions.max,
    },
    diagnostics,
  };
}

interface Words {
  readonly method: Said<string> | undefined;
  readonly url: Said<string> | undefined;
  readonly rest: readonly Line[];
}

/** Divides the lines:
 *   GET /images/{image_id}      one line, any number of spaces between
 *   GET                         or the URL on the next line,
 *       /images/{image_id}      unless that line is `min_version: …`
 */
function takeWords(lines: readonly Line[]): Words {
  const [first, second, ...others] = lines;
  if (!first) return { method: undefined, url: undefined, rest: [] };
  const match = /^(\s*)(\S+)(\s*)(.*)$/s.exec(first.text.trimEnd());
  const [, indent = "", word = "", gap = "", tail = ""] = match ?? [];
  const rest = second ? [second, ...others] : [];
  const wordAt = indent.length;
  // A URL alone: the method was forgotten.
  if (/^(?:[/{<]|`+\/|https?:)/.test(word)) {
    return { method: undefined, url: saidInLine(first, wordAt, (word + gap + tail).length), rest };
  }
  const method = saidInLine(first, wordAt, word.length);
  if (tail !== "") {
    return { method, url: saidInLine(first, wordAt + word.length + gap.length, tail.length), rest };
  }
  if (!second || /^\s*\w+_version\s*:/.test(second.text)) return { method, url: undefined, rest };
  const url = second.text.trim();
  return { method, url: saidInLine(second, second.text.indexOf(url), url.length), rest: others };
}

function invisible(url: Said<string>): readonly Diagnostic[] {
  return [...url.value.matchAll(invisibleCharacter)].map((match) => {
    const start = url.span.start + match.index;
    const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const span = { ...url.span, start, end: start + match[0].length };
    return report(zeroWidthCharacter, span, { name }, [{ span, text: "" }]);
  });
}

/** A URL with a host, or one that begins with a variable, may need more than a slash. */
function slashBefore(url: Said<string>): readonly Edit[] {
  if (!/^[\w-]+(?:[/?{]|$)/.test(url.value.replaceAll(invisibleCharacter, ""))) return [];
  return [{ span: { ...url.span, end: url.span.start }, text: "/" }];
}
