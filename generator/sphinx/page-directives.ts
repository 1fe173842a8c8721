import type { SourceId } from "../diagnostics/span.js";
import type { Directive } from "../rst/blocks.js";
import { fenced, markdownLink } from "../rst/markdown/escape-markdown.js";
import { inlineMarkdown } from "../rst/markdown/inline-markdown.js";
import type { MarkdownContext } from "../rst/inline/context.js";
import { selectLines } from "../rst/source/selection.js";
import { resolvePath } from "../source/paths.js";
import type { SourceTree } from "../source/tree.js";
import type { Assets } from "./assets.js";
import type { Rows } from "./ids/rows.js";

/** What the directives of one document show on its page. */
export interface Showing {
  readonly tree: SourceTree;
  readonly document: SourceId;
  readonly rows: Rows;
  readonly assets: Assets;
}

/** Directives that are nothing on a page: they steer Sphinx, or are markup for one kind of output. */
const unseen: ReadonlySet<string> = new Set(
  `contents default-role highlight index meta raw rest_expand_all rest_method role sectnum
  section-numbering tabularcolumns toctree`.split(/\s+/),
);

/** A directive as CommonMark; undefined for one that is read as text. */
export function shownDirective(
  directive: Directive,
  showing: Showing,
  context: MarkdownContext,
): string | undefined {
  const name = directive.name.toLowerCase();
  if (unseen.has(name)) return "";
  switch (name) {
    case "image":
    case "figure":
      return picture(directive, showing, context);
    case "literalinclude":
      return includedCode(directive, showing);
    case "rest_parameters":
      return parameterTable(directive, showing.rows);
    case "rest_status_code":
      return codeTable(directive, showing.rows);
    default:
      return undefined;
  }
}

function optionOf(directive: Directive, name: string): string | undefined {
  return directive.options.find((option) => option.name === name)?.value.trim();
}

function picture(directive: Directive, showing: Showing, context: MarkdownContext): string {
  const path = directive.argument.map(({ text }) => text.trim()).join("");
  const alt = optionOf(directive, "alt") ?? "";
  const url = showing.assets.image(showing.document, path);
  const image = url === undefined ? alt : `!${markdownLink(alt === "" ? path : alt, url)}`;
  const aim = optionOf(directive, "target");
  const linked = aim !== undefined && /^https?:\/\//.test(aim) ? `[${image}](${aim})` : image;
  const blank = directive.body.findIndex(({ text }) => text === "");
  const caption = blank < 0 ? directive.body : directive.body.slice(0, blank);
  const words = inlineMarkdown(caption, context);
  return [linked, words === "" ? "" : `*${words}*`].filter(Boolean).join("\n\n");
}

/** The lines of a file that a `literalinclude` shows. */
function includedCode(directive: Directive, { tree, document }: Showing): string {
  const path = directive.argument[0]?.text.trim() ?? "";
  const reading = tree.read(resolvePath(tree, document, path));
  if (reading.kind !== "text") return "";
  const { lines } = selectLines(directive, reading.text);
  const language = optionOf(directive, "language") ?? /\.(json|ya?ml|py|xml|sh)$/.exec(path)?.[1];
  const shown = [...lines];
  while (shown.at(-1) === "") shown.pop();
  return fenced(shown, language);
}

function parameterTable(directive: Directive, rows: Rows): string {
  const listed = rows
    .ofList(directive)
    .map(({ name, entry }) => [
      `${name}${entry.required === true ? "" : " (Optional)"}`,
      entry.in ?? "",
      entry.type,
      [
        entry.description.markdown,
        entry.minVersion === undefined ? "" : `**New in version ${entry.minVersion}**`,
        entry.maxVersion === undefined ? "" : `**Available until version ${entry.maxVersion}**`,
      ].join(" "),
    ]);
  return table(["Name", "In", "Type", "Description"], listed);
}

function codeTable(directive: Directive, rows: Rows): string {
  const listed = rows.ofCodes(directive).map(({ code, reason }) => [`${code}`, reason.markdown]);
  return table(["Code", "Reason"], listed);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.trim().replaceAll(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
