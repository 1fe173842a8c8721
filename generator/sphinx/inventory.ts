import { deflateSync } from "node:zlib";
import { titleOfBlock, type Page } from "./places.js";

/** One thing that other docs may refer to. */
interface InventoryItem {
  readonly name: string;
  readonly role: "doc" | "label" | "term";
  /** Sphinx's page, with an anchor. */
  readonly page: string;
  readonly anchor: string;
  readonly words: string;
}

/**
 * An inventory (`objects.inv`, version 2: Sphinx's `InventoryFile.dump`), by which other docs refer
 * to labels, documents and terms here (`sphinx.ext.intersphinx`).
 */
export function inventory(
  pages: readonly Page[],
  { project, version }: { readonly project: string; readonly version: string },
): Uint8Array {
  const head = [
    "# Sphinx inventory version 2",
    `# Project: ${oneLine(project)}`,
    `# Version: ${oneLine(version)}`,
    "# The remainder of this file is compressed using zlib.",
  ];
  const lines = inventoryItems(pages).map(lineOf);
  const body = deflateSync(lines.map((line) => `${line}\n`).join(""), { level: 9 });
  return Buffer.concat([Buffer.from(`${head.join("\n")}\n`), body]);
}

/** What other docs may refer to, by name; of a label in two documents the first counts. */
export function inventoryItems(pages: readonly Page[]): readonly InventoryItem[] {
  const items = new Map<string, InventoryItem>();
  const add = (item: InventoryItem): void => {
    const key = `${item.role} ${item.name}`;
    if (!items.has(key)) items.set(key, item);
  };
  for (const { name, title, ids } of pages) {
    const page = `${name}.html`;
    add({ name, role: "doc", page, anchor: "", words: title });
    for (const [label, { id, block }] of ids.labels)
      add({
        name: label,
        role: "label",
        page,
        anchor: id,
        words: titleOfBlock(block) ?? label,
      });
    for (const [term, id] of ids.terms)
      add({ name: term, role: "term", page, anchor: id, words: term });
  }
  return [...items.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** `name domain:role priority address words`; `$` stands for the name at the end of the address. */
function lineOf({ name, role, page, anchor, words }: InventoryItem): string {
  const end = anchor.endsWith(name) ? `${anchor.slice(0, -name.length)}$` : anchor;
  const address = anchor === "" ? page : `${page}#${end}`;
  const shown = words === name ? "-" : oneLine(words);
  return `${oneLine(name)} std:${role} -1 ${address} ${shown}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
