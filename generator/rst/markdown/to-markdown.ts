import type { Block, Directive, Line, ListItem } from "../blocks.js";
import { saysVersion, versionWords, type MarkdownContext } from "../inline/context.js";
import { escapeLineStart, fenced } from "./escape-markdown.js";
import { inlineMarkdown } from "./inline-markdown.js";
import { tableMarkdown } from "./table-markdown.js";

export { contextOf, type MarkdownContext } from "../inline/context.js";

/** `blocks` as CommonMark with GFM tables. Comments, targets and what is no text are dropped. */
export function toMarkdown(blocks: readonly Block[], context: MarkdownContext): string {
  return sequence(blocks, context, 3);
}

/** Levels of nested headings begin at `heading`. */
function sequence(blocks: readonly Block[], context: MarkdownContext, heading: number): string {
  return blocks
    .map((block) => blockMarkdown(block, context, heading))
    .filter((text) => text !== "")
    .join("\n\n");
}

function blockMarkdown(block: Block, context: MarkdownContext, heading: number): string {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.lines, context);
    case "section": {
      const line = { text: block.title, source: block.span.source, start: block.titleSpan.start };
      const title = `${"#".repeat(Math.min(6, heading))} ${inlineMarkdown([line], context)}`;
      const inner = sequence(block.blocks, context, heading + 1);
      return inner === "" ? title : `${title}\n\n${inner}`;
    }
    case "bullet-list":
      return list(block.items, () => "- ", context, heading);
    case "enumerated-list":
      return list(block.items, (index) => `${block.first + index}. `, context, heading);
    case "definition-list":
      return block.items
        .map((item) => entry(inlineMarkdown([item.term], context), item.blocks, context, heading))
        .join("\n");
    case "field-list":
      return block.fields
        .filter((field) => !metadata.has(field.name))
        .map((field) => {
          const line = { text: field.name, source: field.span.source, start: field.span.start };
          return entry(inlineMarkdown([line], context), field.blocks, context, heading);
        })
        .join("\n");
    case "literal-block":
      return fenced(
        block.lines.map((line) => line.text),
        block.language,
      );
    case "line-block":
      return block.lines
        .map((line) => escapeLineStart(inlineMarkdown([line], context)))
        .join("\\\n")
        .replace(/(?:^|\n)\\(?=\n)/g, "\n")
        .trim();
    case "block-quote": {
      const inner = sequence(block.blocks, context, heading);
      // An indented list is a list to whoever wrote it.
      const plain = block.blocks.every((each) => each.kind.endsWith("-list"));
      return plain || inner === "" ? inner : quoted(inner);
    }
    case "table":
      return tableMarkdown(block, context);
    case "directive":
      return directiveMarkdown(block, context, heading);
    case "transition":
      return "---";
    case "comment":
    case "target":
    case "substitution":
      return "";
  }
}

/** Bibliographic fields that steer Sphinx and say nothing. */
const metadata = new Set(["tocdepth", "orphan", "nocomments", "nosearch"]);

/**
 * Lines stay lines. Hyphens or stars behind a colon are a list whose blank line is missing: Sphinx
 * runs it together, CommonMark does not need the blank line, so it is left to be the list it is.
 */
function paragraph(lines: readonly Line[], context: MarkdownContext): string {
  let before = "";
  let listing = false;
  return inlineMarkdown(lines, context)
    .split("\n")
    .flatMap((each) => {
      const line = each.trim();
      if (line === "") return [];
      const item = /^(?:[-+]|\*) \S/.test(line);
      listing = item && (listing || before.endsWith(":"));
      before = line;
      return [listing ? line : escapeLineStart(line)];
    })
    .join("\n");
}

function list(
  items: readonly ListItem[],
  marker: (index: number) => string,
  context: MarkdownContext,
  heading: number,
): string {
  const texts = items.map((item) => sequence(item.blocks, context, heading));
  const loose = items.some(
    (item) => item.blocks.filter((each) => each.kind === "paragraph").length > 1,
  );
  return texts.map((text, index) => hanging(marker(index), text)).join(loose ? "\n\n" : "\n");
}

/** `text` behind a marker, its further lines indented to stand below its first. */
function hanging(marker: string, text: string): string {
  const pad = " ".repeat(marker.length);
  const lines = text
    .split("\n")
    .map((line, index) => (index === 0 || line === "" ? line : pad + line));
  return `${marker}${lines.join("\n")}`.trimEnd();
}

/** A term and what is said of it, as an item of a list: CommonMark has no definition lists. */
function entry(
  term: string,
  blocks: readonly Block[],
  context: MarkdownContext,
  heading: number,
): string {
  const inner = sequence(blocks, context, heading);
  const name = /^(`+)[^`]*\1$/.test(term) || term.startsWith("**") ? term : `**${term}**`;
  if (inner === "") return `- ${name}`;
  const beside = blocks[0]?.kind === "paragraph";
  return hanging("- ", beside ? `${name}: ${inner}` : `${name}\n\n${inner}`);
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

const admonitions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    note: "Note",
    warning: "Warning",
    tip: "Tip",
    important: "Important",
    attention: "Attention",
    caution: "Caution",
    danger: "Danger",
    error: "Error",
    hint: "Hint",
    seealso: "See also",
    todo: "To do",
  }),
);

function directiveMarkdown(block: Directive, context: MarkdownContext, heading: number): string {
  const shown = context.page?.directive(block);
  if (shown !== undefined) return shown;
  const name = block.name.toLowerCase();
  const inner = (): string => sequence(block.blocks, context, heading);
  const admonition = admonitions.get(name);
  if (admonition !== undefined) return quoted(lead(`**${admonition}:**`, block, inner()));
  if (saysVersion(block)) return versionMarkdown(block, context, inner());
  switch (name) {
    case "admonition":
    case "topic":
    case "sidebar":
      return quoted(lead(`**${inlineMarkdown(block.argument, context)}**`, undefined, inner()));
    case "rubric":
    case "centered":
      return `**${inlineMarkdown(block.argument, context)}**`;
    case "code-block":
    case "code":
    case "sourcecode": {
      const [first, ...rest] = block.argument;
      const code = [...rest, ...block.body].map((line) => line.text);
      return code.length === 0 ? "" : fenced(code, first?.text.trim());
    }
    case "parsed-literal":
    case "math":
      return block.body.length === 0 ? "" : fenced(block.body.map((line) => line.text));
    case "only":
    case "container":
    case "class":
    case "compound":
    case "list-table":
    case "csv-table":
    case "table":
    case "hlist":
    case "epigraph":
    case "highlights":
    case "pull-quote":
      return inner();
    case "image":
    case "figure":
      return block.options
        .filter((option) => option.name === "alt")
        .map((option) => inlineMarkdown([saidLine(option.value, block)], context))
        .join("");
    default: {
      // Somebody else's directive: its text, if it holds text.
      const text = inner();
      return text;
    }
  }
}

function saidLine(text: string, block: Directive): Line {
  return { text, source: block.span.source, start: block.span.start };
}

/** The lead goes on with the first paragraph; before any other block it stands alone. */
function lead(words: string, block: Directive | undefined, inner: string): string {
  if (inner === "") return words;
  return block?.blocks[0]?.kind === "paragraph" ? `${words} ${inner}` : `${words}\n\n${inner}`;
}

function versionMarkdown(block: Directive, context: MarkdownContext, inner: string): string {
  const { version, rest } = splitVersion(block);
  const words = `${versionWords.get(block.name.toLowerCase()) ?? ""} ${version}`.trim();
  const said = rest.length === 0 ? "" : inlineMarkdown(rest, context).trim();
  const beside = said === "" && block.blocks[0]?.kind === "paragraph";
  if (beside) return `**${words}:** ${inner}`;
  const first = said === "" ? `**${words}.**` : `**${words}:** ${said}`;
  return inner === "" ? first : `${first}\n\n${inner}`;
}

/** The argument of a version directive: the version, and what is said of it. */
export function splitVersion(directive: Directive): {
  readonly version: string;
  readonly rest: readonly Line[];
} {
  const [first, ...more] = directive.argument;
  if (first === undefined) return { version: "", rest: [] };
  const version = /^\S*/.exec(first.text)?.[0] ?? "";
  const words = first.text.slice(version.length);
  const text = words.trimStart();
  const start = first.start + version.length + words.length - text.length;
  return { version, rest: text === "" ? more : [{ ...first, text, start }, ...more] };
}
