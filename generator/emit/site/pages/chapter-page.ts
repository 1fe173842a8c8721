import type { ChapterModel } from "../../../openapi/model.js";
import { escaped, type Html, joinHtml, nothing } from "../../html.js";
import { at } from "../bounds.js";
import { firstSentence } from "../markdown/sentence.js";
import { operationHtml } from "../operation/operation.js";
import { changesPage, type StepsPage } from "../changes/steps.js";
import { statesHtml } from "../operation/states.js";
import { type Page, pageOf } from "../page.js";
import { part } from "../part.js";
import { blocksOf, documentOf } from "../chapters.js";
import { blocksIn, linkTo, type Site } from "../site.js";
import type { SiteBlock } from "../source.js";
import { words } from "../words.js";
import { versionLinks } from "./changes-page.js";
import { frameHtml, titleHtml } from "./frame.js";

/** Chapters of one title with all of their operations in full. */
export function chapterPage(
  site: Site,
  path: string,
  chapters: readonly ChapterModel[],
  changed: readonly StepsPage[],
): string {
  const page = pageOf(site, path, documentOf(site, chapters));
  const [first] = chapters;
  const title = first?.title ?? site.title;
  const blocks = blocksOf(site, chapters);
  const operations = [...blocksIn(blocks)].filter((block) => block.kind === "operation");
  // Behind the words that the page begins with.
  const begin = blocks.findIndex(({ kind }) => kind !== "prose");
  const leading = begin < 0 ? blocks : blocks.slice(0, begin);
  const html = joinHtml([
    titleHtml(escaped(title)),
    changedHtml(page, changed),
    ...leading.map((block) => blockHtml(page, block, 2)),
    statesHtml(page, operations),
    ...blocks.slice(leading.length).map((block) => blockHtml(page, block, 2)),
  ]);
  return frameHtml(page, { title, about: firstSentence(first?.description), html });
}

/** At which microversions something of the page changed. */
function changedHtml(page: Page, changed: readonly StepsPage[]): Html {
  const versions = versionLinks(page, page.path, changed);
  if (versions.length === 0) return nothing;
  return part("changed", {
    href: escaped(linkTo(page.path, changesPage)),
    words: escaped(words.changedHere),
    versions,
  });
}

function blockHtml(page: Page, block: SiteBlock, level: number): Html {
  if (block.kind === "prose")
    return part("prose", { content: page.prose(block.markdown, level - 1) });
  if (block.kind === "operation") {
    const placed = page.site.operations.get(block.operationId);
    return placed === undefined ? nothing : operationHtml(page, block, placed);
  }
  if (block.kind === "section" || block.kind === "chapter") {
    const path = block.kind === "chapter" ? page.site.chapterPages.get(block.chapter) : undefined;
    const isElsewhere = path !== undefined && path !== page.path;
    const inside = block.blocks.map((inner) => blockHtml(page, inner, level + 1));
    const operations = [...blocksIn(block.blocks)].flatMap((inner) =>
      inner.kind === "operation"
        ? (page.site.operations.get(inner.operationId)?.operation.bounds ?? [])
        : [],
    );
    return part("section", {
      at: at(...operations),
      heading: headingTag(level),
      title: isElsewhere
        ? part("link", { href: escaped(linkTo(page.path, path)), words: escaped(block.title) })
        : escaped(block.title),
      content: joinHtml(inside, "\n"),
    });
  }
  return nothing;
}

/** `h2` for the sections of a page. */
export function headingTag(level: number): Html {
  return escaped(`h${Math.min(6, Math.max(2, level))}`);
}
