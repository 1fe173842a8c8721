import type { Block } from "./blocks.js";
import { forEachText } from "./context.js";
import type { MarkedText } from "./marked-texts.js";
import { normaliseName } from "./read-explicit.js";

/** What references of a document may lead to (docutils' `nameids`), as docutils compares names. */
export interface Names {
  readonly targets: ReadonlySet<string>;
  /** Targets that lead on to another name. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Labels of footnotes that docutils numbers: `.. [#label]`. */
  readonly footnotes: ReadonlySet<string>;
  /** How many footnotes have only a number or a symbol to come: `.. [#]` and `.. [*]`. */
  readonly numbered: number;
  readonly symbols: number;
  /** Labels of citations, as they are written. */
  readonly citations: ReadonlySet<string>;
  /** How many targets are anonymous: `__ address`. */
  readonly anonymous: number;
}

/** The names that `blocks` define, `marked` being the texts in them. */
export function namesOf(blocks: readonly Block[], marked: readonly MarkedText[]): Names {
  const targets = new Set<string>();
  const aliases = new Map<string, string>();
  const footnotes = new Set<string>();
  const citations = new Set<string>();
  let [numbered, symbols, anonymous] = [0, 0, 0];
  const each = (block: Block): void => {
    if (block.kind === "section") {
      // A title counts as it is shown.
      targets.add(normaliseName(block.title));
      targets.add(normaliseName(block.title.replaceAll(/[`*\\]/g, "")));
    } else if (block.kind === "target") {
      if (block.name === "") anonymous += 1;
      else targets.add(block.name);
      if (block.leadsTo !== undefined && block.name !== "")
        aliases.set(block.name, block.leadsTo.value);
    } else if (block.kind === "field-list") {
      const label = footnoteLabel(block);
      if (label === undefined) return;
      if (label === "#") numbered += 1;
      else if (label === "*") symbols += 1;
      else if (label.startsWith("#")) footnotes.add(normaliseName(label.slice(1)));
      else if (/\D/.test(label)) citations.add(label);
      targets.add(normaliseName(label.replace(/^#/, "")));
    } else if (block.kind === "directive") {
      if (block.name === "contents") targets.add("contents");
      for (const { name, value } of block.options)
        if (name === "name") targets.add(normaliseName(value));
    }
  };
  forEachText(blocks, () => {}, each);
  for (const { nodes } of marked)
    for (const node of nodes) {
      if (node.kind === "target" || node.kind === "named" || node.kind === "alias")
        targets.add(normaliseName(node.name));
      if (node.kind === "alias") aliases.set(normaliseName(node.name), normaliseName(node.to));
    }
  return { targets, aliases, footnotes, numbered, symbols, citations, anonymous };
}

/** The label of a footnote or citation, which is read as a field of that name. */
export function footnoteLabel(block: Block & { readonly kind: "field-list" }): string | undefined {
  return block.fields.length === 1
    ? /^\[(.+)\]$/.exec(block.fields[0]?.name ?? "")?.[1]
    : undefined;
}
