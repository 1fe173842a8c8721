import type { ChapterModel } from "../../openapi/model.js";
import { blocksIn, type Site } from "./site.js";
import type { SiteBlock } from "./source.js";

/** What the docs have in the chapters, and whatever operation of theirs they place nowhere. */
export function blocksOf(site: Site, chapters: readonly ChapterModel[]): readonly SiteBlock[] {
  // Chapters of one title have its text in common, and docs may include a file twice.
  const said = new Set<string>();
  const path = site.chapterPages.get(chapters[0]?.name ?? "");
  const isNew = (key: string) => said.size < said.add(key).size;
  const once = (blocks: readonly SiteBlock[]): readonly SiteBlock[] =>
    blocks.flatMap((block): readonly SiteBlock[] => {
      if (block.kind === "prose") return isNew(`prose ${block.markdown}`) ? [block] : [];
      if (block.kind === "operation") return isNew(block.operationId) ? [block] : [];
      if (!("blocks" in block)) return [block];
      // What has a page of its own is told there.
      if (block.kind === "chapter" && site.chapterPages.get(block.chapter) !== path)
        return isNew(`page ${block.chapter}`) ? [{ ...block, blocks: [] }] : [];
      const inside = once(block.blocks);
      return inside.length === 0 && block.blocks.length > 0 ? [] : [{ ...block, blocks: inside }];
    });
  const own = once(
    chapters.flatMap(({ name, description }): readonly SiteBlock[] => {
      const known = site.blocksOf.get(name);
      if (known !== undefined) return known.flatMap(({ blocks }) => blocks);
      return description === undefined ? [] : [{ kind: "prose", markdown: description }];
    }),
  );
  // Of a section with operations of several chapters each goes to the page of its own.
  const others = chapters
    .flatMap(({ operations }) => operations)
    .filter(({ operationId }) => isNew(operationId))
    .map(({ operationId }): SiteBlock => {
      const known = site.operationBlocks.get(operationId);
      return known ?? { kind: "operation", operationId, ids: [] };
    });
  return [...own, ...others];
}

/** The document that a chapter stands in, by the path of its page. */
export function documentOf(
  { source, blocksOf: known }: Site,
  chapters: readonly ChapterModel[],
): string {
  const blocks = new Set(chapters.flatMap(({ name }) => known.get(name) ?? []));
  const found = source.documents.find((document) =>
    [...blocksIn(document.blocks)].some((block) => block.kind === "chapter" && blocks.has(block)),
  );
  return `${found?.name ?? "index"}.html`;
}
