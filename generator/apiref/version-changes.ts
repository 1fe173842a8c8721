import type { Line } from "../rst/blocks.js";
import type { VersionChange } from "./model.js";
import type { Scope } from "./operation-scope.js";
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
    const paragraphs = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.lines] : []));
    const [version = "", ...words] = textOf([argument, ...paragraphs].flat()).split(" ");
    if (kind === undefined || version === "") return [];
    const side = titles
      .map((title) => sideOfWords(title, namesakes))
      .findLast((found) => found !== undefined);
    return [{ kind, version, words: words.join(" "), side }];
  });
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map((line) => line.text)
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
