import type { ChapterModel } from "../../openapi/model.js";
import { blocksIn, type Site } from "./site.js";
import type { ChapterBlock, SiteBlock } from "./source.js";

/** What the docs have in the chapters, and whatever operation of theirs they place nowhere. */
export function blocksOf(site: Site, chapters: readonly ChapterModel[]): readonly SiteBlock[] {
  const all = site.source.documents.flatMap(({ blocks }) => [...blocksIn(blocks)]);
  const said = new Set<string>();
  return chapters.flatMap((chapter) => {
    const own = all.find(
      (block): block is ChapterBlock => block.kind === "chapter" && block.chapter === chapter.name,
    );
    const inside = [...blocksIn(own?.blocks ?? [])];
    const placed = new Set(
      inside.flatMap((block) => (block.kind === "operation" ? block.operationId : [])),
    );
    const others = chapter.operations.filter(({ operationId }) => !placed.has(operationId));
    const blocks: readonly SiteBlock[] = [
      ...(own?.blocks ?? []),
      ...others.map(({ operationId }) => ({ kind: "operation", operationId, ids: [] }) as const),
    ];
    // Chapters of one title have its text in common.
    return blocks.filter((block) => block.kind !== "prose" || isNew(said, block.markdown));
  });
}

function isNew(said: Set<string>, words: string): boolean {
  return said.size < said.add(words).size;
}
