import type { Block, ListItem } from "../../generator/rst/blocks.js";

/** Blocks as a short text to compare with: `section 1 "Images"`, indented by depth. */
export function outline(blocks: readonly Block[], depth = 0): string[] {
  const say = (words: string): string => `${"  ".repeat(depth)}${words}`;
  const items = (list: readonly ListItem[]): string[] =>
    list.flatMap((item) => [`${"  ".repeat(depth + 1)}item`, ...outline(item.blocks, depth + 2)]);
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case "section":
        return [say(`section ${block.level} ${block.title}`), ...outline(block.blocks, depth + 1)];
      case "paragraph":
      case "literal-block":
      case "line-block":
      case "comment":
        return [say(`${block.kind} ${block.lines.map((line) => line.text).join(" / ")}`)];
      case "directive": {
        const argument = block.argument.map((line) => line.text).join(" / ");
        const options = block.options.map((option) => ` :${option.name}:${option.value}`).join("");
        const body =
          block.blocks.length === 0 && block.body.length > 0
            ? [`${say("  ")}body ${block.body.map((line) => line.text).join(" / ")}`]
            : [];
        const head = say(`${block.name}(${argument})${options}`);
        return [head, ...body, ...outline(block.blocks, depth + 1)];
      }
      case "bullet-list":
        return [say("bullets"), ...items(block.items)];
      case "enumerated-list":
        return [say(`enumerated ${block.first}`), ...items(block.items)];
      case "definition-list":
        return block.items.flatMap((item) => [
          say(`term ${item.term.text}`),
          ...outline(item.blocks, depth + 1),
        ]);
      case "field-list":
        return block.fields.flatMap((field) => [
          say(`field ${field.name}`),
          ...outline(field.blocks, depth + 1),
        ]);
      case "block-quote":
        return [say("quote"), ...outline(block.blocks, depth + 1)];
      case "table":
        return [
          say(`table ${block.title ?? ""}`.trimEnd()),
          ...[...block.header, ...block.rows].map((row) =>
            say(`  ${row.map((cell) => outline(cell.blocks).join(" ") || "-").join(" | ")}`),
          ),
        ];
      case "target":
        return [say(`target ${block.name} -> ${block.url}`)];
      case "substitution":
        return [say(`substitution ${block.name}`), ...outline([block.directive], depth + 1)];
      case "transition":
        return [say("transition")];
    }
  });
}
