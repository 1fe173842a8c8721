import {
  type Diagnostic,
  type Outcome,
  passingSphinx,
  report,
} from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import { incompleteMethod } from "../../diagnostics/rules/incomplete-method.js";
import { missingLeadingSlash } from "../../diagnostics/rules/missing-leading-slash.js";
import { severalOperations } from "../../diagnostics/rules/several-operations.js";
import { unknownDirectiveOption } from "../../diagnostics/rules/unknown-directive-option.js";
import { unknownMethod } from "../../diagnostics/rules/unknown-method.js";
import { unreadOperation } from "../../diagnostics/rules/unread-operation.js";
import { wordsBehindUrl } from "../../diagnostics/rules/words-behind-url.js";
import { zeroWidthCharacter } from "../../diagnostics/rules/zero-width-character.js";
import type { Edit } from "../../diagnostics/edits.js";
import type { Said, Span } from "../../diagnostics/span.js";
import type { Directive, Line } from "../../rst/blocks.js";
import { saidInLine, spanInLine } from "../prose/lines.js";
import type { Operation } from "../model.js";
import { isRegistered, registeredMethods } from "./url/method-words.js";
import { type StanzaWords, stanzaWords } from "./stanza-words.js";
import { isCallbackInWords } from "./url/url-address.js";
import { addressFindings, notationFindings } from "./url/url-findings.js";
import { invisibleCharacter, readUrl, type Url } from "./url/url.js";
import { urlVariants } from "./url/url-words.js";

/** What a rest_method stanza says of one operation. */
export type RestMethod = Pick<Operation, "method" | "url" | "minVersion" | "maxVersion"> &
  Url & {
    /** How many operations the stanza is for: one for each of its methods and URLs. */
    readonly count: number;
    /** The variables that only other URLs of it have. */
    readonly elsewhere: readonly string[];
    /** Words behind the URL say that it is deprecated. */
    readonly deprecated: boolean;
  };

/** A line that begins, or holds, a stanza of its own. */
const stanza = /(?:^|\s)\.\.[ \t]+rest_method[ \t]*::/;

/**
 * Reads a rest_method stanza (os-api-ref `RestMethodDirective`): a method and a URL, the URL
 * perhaps on the next line, then lines such as `max_version: 2.35`. Of a stanza for several
 * operations, `GET|HEAD /images`, the one that `which` counts. `undefined`, with a finding, when
 * there is no URL.
 */
export function readRestMethod(directive: Directive, which = 0): Outcome<RestMethod | undefined> {
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
  const words = stanzaWords(lines.filter((line) => !swallowed.includes(line)));
  const [first] = words.methods;
  if (!words.url) {
    const span = first?.span ?? directive.nameSpan;
    const finding = report(incompleteMethod, span, { said: first?.value ?? "" });
    diagnostics.push(lines.length === 0 ? finding : passingSphinx(finding));
    return { value: undefined, diagnostics };
  }
  const url = proseAsUrl(words, words.url);
  if (url === undefined) {
    const said = [first, words.url, words.behind].filter((part) => part !== undefined);
    const [begin = words.url] = said;
    const span = { ...begin.span, end: said.at(-1)?.span.end ?? begin.span.end };
    const shown = said.map(({ value }) => value).join(" ");
    diagnostics.push(passingSphinx(report(incompleteMethod, span, { said: shown })));
    return { value: undefined, diagnostics };
  }
  const { min, max, unknown } = versionsOf(directive, words.rest);
  for (const each of unknown) diagnostics.push(each);
  diagnostics.push(...invisible(url.said));
  if (!first) {
    const about = { said: url.said.value };
    diagnostics.push(passingSphinx(report(incompleteMethod, url.said.span, about)));
  }
  if (first && !isRegistered(first.value)) {
    const [near] = nearest(first.value, registeredMethods);
    diagnostics.push(report(unknownMethod, first.span, { method: first.value, nearest: near }));
  }
  const methods =
    words.methods.length > 0 ? words.methods : [{ value: "GET", span: url.said.span }];
  const templates = [url.template, ...words.others].flatMap(urlVariants);
  const calls = methods.flatMap((method) =>
    templates.map((template) => ({
      method: { ...method, value: method.value.toUpperCase() },
      template,
    })),
  );
  const [call = { method: { value: "GET", span: url.said.span }, template: url.template }] =
    calls.slice(which, which + 1);
  const { slashAdded, notations, ...template } = readUrl(call.template, call.method.value);
  const around = words.marks.map(({ value }) => ({ written: value, meant: "" }));
  diagnostics.push(
    ...words.marks.flatMap((mark, at) => notationFindings(mark, around.slice(at, at + 1))),
    ...notationFindings(url.said, url.inWords ? [] : notations),
    ...addressFindings(url.said, template),
  );
  if (words.behind !== undefined && !url.inWords)
    diagnostics.push(report(wordsBehindUrl, words.behind.span, { words: words.behind.value }));
  if (calls.length > 1) diagnostics.push(several(calls, url.said));
  if (slashAdded) {
    const about = { url: url.said.value };
    diagnostics.push(report(missingLeadingSlash, url.said.span, about, slashBefore(url.said)));
  }
  return {
    value: {
      method: call.method,
      url: url.said,
      ...template,
      minVersion: min,
      maxVersion: max,
      count: calls.length,
      elsewhere: templates
        .flatMap((other) => readUrl(other).variables)
        .filter((name) => !template.variables.includes(name)),
      deprecated: /\bdeprecated\b/i.test(words.behind?.value ?? ""),
    },
    diagnostics,
  };
}

interface WrittenUrl {
  readonly said: Said<string>;
  /** What is read of it. */
  readonly template: string;
  /** It is told by words alone. */
  readonly inWords: boolean;
}

/** The URL, or the address that words such as `URI given by the client` speak of; else nothing. */
function proseAsUrl({ behind }: StanzaWords, url: Said<string>): WrittenUrl | undefined {
  const isProse =
    behind !== undefined && /^\w/.test(behind.value) && /^[A-Za-z][\w-]*$/.test(url.value);
  if (!isProse) return { said: url, template: url.value, inWords: false };
  const value = `${url.value} ${behind.value}`;
  if (!isCallbackInWords(value)) return undefined;
  const said = { value, span: { ...url.span, end: behind.span.end } };
  return { said, template: `{${value.match(/\w+/g)?.join("_") ?? ""}}`, inWords: true };
}

/** The bounds among the lines and options of a stanza, and what is none of them. */
function versionsOf(
  directive: Directive,
  rest: readonly Line[],
): {
  readonly min: Said<string> | undefined;
  readonly max: Said<string> | undefined;
  readonly unknown: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const versions: { min?: Said<string>; max?: Said<string> } = {};
  const bound = (name: string, value: Said<string>): boolean => {
    if (name !== "min_version" && name !== "max_version") return false;
    if (value.value !== "") versions[name === "min_version" ? "min" : "max"] = value;
    return true;
  };
  const unknown = (option: string, span: Span): void => {
    const about = { directive: directive.name, option };
    diagnostics.push(passingSphinx(report(unknownDirectiveOption, span, about)));
  };
  for (const line of rest) {
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
  return { min: versions.min, max: versions.max, unknown: diagnostics };
}

function several(
  calls: readonly { readonly method: Said<string>; readonly template: string }[],
  url: Said<string>,
): Diagnostic {
  const start = Math.min(url.span.start, ...calls.map(({ method }) => method.span.start));
  const methods = new Set(calls.map(({ method }) => method.value));
  const said = `${[...methods].join("|")} ${url.value}`;
  const all = calls.map(({ method, template }) => `${method.value} ${template}`);
  return report(severalOperations, { ...url.span, start }, { said, calls: all });
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
