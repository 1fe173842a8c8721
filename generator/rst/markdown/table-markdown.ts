import type { Block, Table, TableCell } from "../blocks.js";
import type { MarkdownContext } from "../inline/context.js";
import { inlineMarkdown } from "./inline-markdown.js";
import { codeSpan } from "./escape-markdown.js";

/** A table in GFM. It needs a header row; where the docs have none it stays empty. */
export function tableMarkdown(table: Table, context: MarkdownContext): string {
  let width = 0;
  for (const row of [...table.header, ...table.rows]) {
    width = Math.max(
      width,
      row.reduce((sum, cell) => sum + cell.columns, 0),
    );
  }
  if (width === 0) return "";
  const [head, ...more] = table.header;
  const rows = [head ?? [], ...more, ...table.rows].map((row) => cells(row, width, context));
  const [first = "", ...rest] = rows;
  const rule = `|${" --- |".repeat(width)}`;
  const grid = [first, rule, ...rest].join("\n");
  return table.title === undefined
    ? grid
    : `**${inlineMarkdown([{ text: table.title, ...table.span }], context)}**\n\n${grid}`;
}

function cells(row: readonly TableCell[], width: number, context: MarkdownContext): string {
  const texts = row.flatMap((cell) => [
    cell.blocks
      .map((block) => cellText(block, context))
      .filter(Boolean)
      .join(" "),
    ...Array.from({ length: cell.columns - 1 }, () => ""),
  ]);
  while (texts.length < width) texts.push("");
  return `| ${texts.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** What a cell holds, on one line: paragraphs one behind the other, items with semicolons between. */
function cellText(block: Block, context: MarkdownContext): string {
  const all = (blocks: readonly Block[]): string =>
    blocks
      .map((each) => cellText(each, context))
      .filter(Boolean)
      .join(" ");
  switch (block.kind) {
    case "paragraph":
    case "line-block":
      return inlineMarkdown(block.lines, context).replace(/\s+/g, " ").trim();
    case "bullet-list":
    case "enumerated-list":
      return block.items.map((item) => all(item.blocks)).join("; ");
    case "definition-list":
      return block.items
        .map((item) => `${inlineMarkdown([item.term], context)}: ${all(item.blocks)}`)
        .join("; ");
    case "literal-block":
      return codeSpan(
        block.lines
          .map((line) => line.text.trim())
          .join(" ")
          .trim(),
      );
    case "block-quote":
    case "directive":
      return all(block.blocks);
    case "field-list":
      return block.fields.map((field) => `${field.name}: ${all(field.blocks)}`).join("; ");
    default:
      return "";
  }
}
