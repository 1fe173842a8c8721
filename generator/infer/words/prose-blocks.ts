/** A part of CommonMark prose: running text on one line, or the items of one list. */
export type ProseBlock =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bullets"; readonly items: readonly string[] };

/**
 * CommonMark (as our reader writes it) as running text and bullet lists, blanks and line ends made
 * single spaces. A list inside an item is part of the item.
 */
export function proseBlocks(markdown: string): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let text: string[] = [];
  let items: string[][] = [];
  let indent = 0;
  const close = (): void => {
    if (text.length > 0) blocks.push({ kind: "text", text: oneLine(text) });
    if (items.length > 0) blocks.push({ kind: "bullets", items: items.map(oneLine) });
    text = [];
    items = [];
  };
  for (const line of markdown.split("\n")) {
    const inner = line.trimStart();
    const depth = line.length - inner.length;
    const bullet = /^[-*+] /.test(inner);
    if (bullet && (items.length === 0 || depth <= indent)) {
      if (items.length === 0) close();
      indent = depth;
      items.push([inner.slice(2)]);
    } else if (inner === "") {
      if (items.length === 0) close();
    } else if (items.length > 0 && depth > indent) items.at(-1)?.push(inner);
    else {
      if (items.length > 0) close();
      text.push(inner);
    }
  }
  close();
  return blocks;
}

function oneLine(lines: readonly string[]): string {
  return lines.join(" ").replace(/\s+/g, " ").trim();
}
