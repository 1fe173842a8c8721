import type { Directive, Line } from "../blocks.js";
import { placeKey, proseOf, type MarkdownContext, type ProseText } from "../inline/context.js";
import { codeSpan, escapeMarkdown, markdownLink } from "./escape-markdown.js";
import { readInline, type Inline } from "../inline/inline.js";
import { normaliseName } from "../names.js";

/** How inline nodes are written: as CommonMark, or as the bare words. */
interface Writer {
  text(words: string): string;
  code(words: string): string;
  wrap(mark: string, inner: string): string;
  link(words: string, url: string): string;
}

const markdown: Writer = {
  text: escapeMarkdown,
  code: codeSpan,
  wrap: (mark, inner) => (inner.trim() === "" ? inner : `${mark}${inner.trim()}${mark}`),
  link: markdownLink,
};
const bare: Writer = {
  text: (words) => words,
  code: (words) => words,
  wrap: (_mark, inner) => inner,
  link: (words) => words,
};

/** The prose of `lines` as CommonMark, line ends kept. */
export function inlineMarkdown(lines: readonly Line[], context: MarkdownContext): string {
  const prose = proseOf(lines);
  return write(readInline(prose.text), prose, context, markdown, 0);
}

/** The prose of `lines` without any markup, on one line. */
export function inlineText(lines: readonly Line[], context: MarkdownContext): string {
  const prose = proseOf(lines);
  return write(readInline(prose.text), prose, context, bare, 0).replace(/\s+/g, " ").trim();
}

function write(
  nodes: readonly Inline[],
  prose: ProseText,
  context: MarkdownContext,
  writer: Writer,
  deep: number,
): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case "text":
          return writer.text(node.text);
        case "literal":
          return writer.code(node.text);
        case "strong":
          return writer.wrap("**", write(node.children, prose, context, writer, deep));
        case "emphasis":
          return writer.wrap("*", write(node.children, prose, context, writer, deep));
        case "link":
          return writer.link(
            withoutQuotes(node.text),
            context.page?.link("address", node.url)?.url ?? node.url,
          );
        case "reference":
          return reference(node, prose, context, writer);
        case "role":
          return roleWords(node.role, node.text, context, writer);
        case "substitution":
          return substituted(node.name, node.written, context, writer, deep);
      }
    })
    .join("");
}

function withoutQuotes(text: string): string {
  return text.replaceAll("``", "");
}

function reference(
  node: Inline & { readonly kind: "reference" },
  prose: ProseText,
  context: MarkdownContext,
  writer: Writer,
): string {
  const span = prose.spanOf(node.start, node.end);
  const text = withoutQuotes(node.text);
  const url = node.anonymous ? context.anonymous?.get(placeKey(span)) : undefined;
  if (url !== undefined) return writer.link(text, url);
  const target = node.anonymous ? undefined : context.targets.get(normaliseName(node.name));
  if (target?.kind === "url") return writer.link(text, resolve(target.url, context));
  if (target?.kind === "place") {
    const place = context.page?.link("target", node.name);
    return place === undefined ? writer.text(text) : writer.link(text, place.url);
  }
  // A bare name_ that leads nowhere is most likely just a name.
  return writer.text(node.quoted ? text : prose.text.slice(node.start, node.end));
}

/** A target that names another one (`.. _a: b_`). */
function resolve(url: string, context: MarkdownContext): string {
  if (!/^[^/:]+_$/.test(url)) return url;
  const next = context.targets.get(normaliseName(url.slice(0, -1).replaceAll("`", "")));
  return next?.kind === "url" && next.url !== url ? next.url : url;
}

const codeRoles = new Set(
  "code literal samp file envvar option program kbd command makevar mimetype regexp command py:class py:func py:mod py:meth py:attr class func mod meth attr oslo.config:option".split(
    " ",
  ),
);
const numbered: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["rfc", ["RFC ", "https://www.rfc-editor.org/rfc/rfc"]],
  ["pep", ["PEP ", "https://peps.python.org/pep-"]],
]);

/** Roles that lead to a place of the docs, or to a file that is given along. */
const linking = new Set(["ref", "doc", "any", "numref", "term", "download"]);

/** Interpreted text: what it shows. Links into documents that are not here become their words. */
function roleWords(
  role: string,
  written: string,
  context: MarkdownContext,
  writer: Writer,
): string {
  const name = role.toLowerCase();
  const titled = /^(.*?)\s*<([^<>]*)>$/.exec(written);
  const title = titled?.[1] ?? "";
  const aim = (titled?.[2] ?? written).trim();
  const scheme = numbered.get(name);
  if (scheme !== undefined) {
    const number = aim.split("#")[0] ?? aim;
    const padded = name === "pep" ? number.padStart(4, "0") : number;
    const words = title || `${scheme[0]}${number}`;
    return /^\d+$/.test(number)
      ? writer.link(words, `${scheme[1]}${padded}${aim.slice(number.length)}`)
      : writer.text(words);
  }
  const place = linking.has(name) ? context.page?.link(name, aim) : undefined;
  if (place !== undefined) return writer.link(title || (place.title ?? aim), place.url);
  if (name === "ref" || name === "doc" || name === "any" || name === "numref") {
    const target = context.targets.get(normaliseName(aim));
    if (target?.kind === "url") return writer.link(title || aim, target.url);
    return writer.text(title || (target?.kind === "place" ? target.title : aim));
  }
  // Text in single backquotes: its writers nearly always mean code.
  if (name === "" || codeRoles.has(name)) {
    return writer.code(title || aim.replace(/^[!~]/, ""));
  }
  if (name === "guilabel" || name === "menuselection" || name === "strong") {
    return writer.wrap("**", writer.text(written));
  }
  return writer.text(title || aim.replace(/^[!~]/, ""));
}

/** What one definition may stand for: it may be used many times over. */
const LONGEST = 4000;
const expanded = new WeakMap<Writer, WeakMap<Directive, string>>([
  [markdown, new WeakMap()],
  [bare, new WeakMap()],
]);

/** What `|name|` stands for; without a definition it is what it looks like. */
function substituted(
  name: string,
  written: string,
  context: MarkdownContext,
  writer: Writer,
  deep: number,
): string {
  const directive =
    context.substitutions.get(name) ?? context.substitutions.get(normaliseName(name));
  if (directive === undefined || deep > 10) return writer.text(written);
  const before = expanded.get(writer)?.get(directive);
  if (before !== undefined) return before;
  // Until it is known it stands for itself, so that a definition cannot hold itself.
  expanded.get(writer)?.set(directive, writer.text(written));
  const words = definition(directive, name, context, writer, deep);
  const kept = words.length > LONGEST ? writer.text(written) : words;
  expanded.get(writer)?.set(directive, kept);
  return kept;
}

function definition(
  directive: Directive,
  name: string,
  context: MarkdownContext,
  writer: Writer,
  deep: number,
): string {
  switch (directive.name.toLowerCase()) {
    case "replace": {
      const prose = proseOf(directive.body);
      return write(readInline(prose.text), prose, context, writer, deep + 1);
    }
    case "unicode":
      return writer.text(characters(proseOf(directive.argument).text));
    case "raw":
      // Markup for one kind of output only.
      return "";
    case "image": {
      const alt = directive.options.find((option) => option.name === "alt");
      return writer.text(alt?.value ?? name);
    }
    default:
      return writer.text(name);
  }
}

/** The characters that a `unicode` directive names by code; other words stay. */
function characters(text: string): string {
  return text
    .replace(/(?:^|\s)\.\. .*$/s, "")
    .split(/\s+/)
    .map((part) => {
      const code = /^(?:0x|x|\\x|U\+|u|\\u|&#x)([0-9a-fA-F]{1,6});?$/.exec(part)?.[1];
      const point = code === undefined ? Number.NaN : Number.parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : part;
    })
    .join("");
}
