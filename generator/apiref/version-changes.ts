import type { Block, Line } from "../rst/blocks.js";
import type { VersionChange } from "./model.js";
import type { Scope } from "./operations/operation-scope.js";
import { type Namesakes, sideOfWords } from "./files/sides.js";

/** Sphinx's directives for versions; `deprecated` ends nothing. */
const kinds: Readonly<Record<string, VersionChange["kind"]>> = {
  versionadded: "added",
  versionchanged: "changed",
  versionremoved: "removed",
};

/** What Sphinx's directives for versions say of an operation and its parts. */
export function changesOf({ parts }: Scope, namesakes: Namesakes): readonly VersionChange[] {
  return parts.flatMap(({ event, titles }): readonly VersionChange[] => {
    if (event.kind !== "version") return [];
    const { name, argument, blocks } = event.directive;
    const kind = kinds[name.toLowerCase()];
    const [version = "", ...words] = [textOf(argument), ...blocks.flatMap(sayingsOf)]
      .join(" ")
      .trim()
      .split(" ");
    if (kind === undefined || version === "") return [];
    const side = titles
      .map((title) => sideOfWords(title, namesakes))
      .findLast((found) => found !== undefined);
    return [{ kind, version, words: words.join(" "), side }];
  });
}

/**
 * What paragraphs say, and each item of a list, which is a sentence whether it has a point or not;
 * so is what announces a list.
 */
function sayingsOf(block: Block): readonly string[] {
  if (block.kind === "paragraph") return [textOf(block.lines).replace(/:$/, ".")];
  if (block.kind !== "bullet-list" && block.kind !== "enumerated-list") return [];
  return block.items.map((item) => {
    const said = item.blocks.flatMap(sayingsOf).join(" ");
    return said === "" || /[.;]$/.test(said) ? said : `${said}.`;
  });
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map((line) => line.text)
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
