import { escaped, type Html, joinHtml, nothing } from "../../html.js";
import { at } from "../bounds.js";
import { atIds, idsAt } from "../ids.js";
import { firstSentence } from "../markdown/sentence.js";
import { marksHtml, pathHtml } from "../operation/operation.js";
import { type Page, pageOf } from "../page.js";
import { part } from "../part.js";
import { blocksIn, linkTo, type Site } from "../site.js";
import type { ChapterBlock, OperationBlock, SiteBlock, SiteDocument, SiteId } from "../source.js";
import { words } from "../words.js";
import { headingTag } from "./chapter-page.js";
import { frameHtml, titleHtml } from "./frame.js";

/** A document of the docs: its prose, and its operations in a few lines each. */
export function documentPage(site: Site, document: SiteDocument): string {
  const page = pageOf(site, `${document.name}.html`);
  const [first, ...rest] = document.blocks;
  // The first heading is the title, also where others of its level follow.
  const isTitled = first?.kind === "section" && first.title === document.title;
  const blocks = inOne(site, isTitled ? [...first.blocks, ...rest] : document.blocks);
  const own = isTitled ? idsAt(first.ids, "heading") : [];
  const words = escaped(isTitled ? first.title : document.title);
  const title = atIds(page, [...own, ...looseIds(blocks, false), ...frameIds], words);
  const inside = blocks.map((block) => blockHtml(page, block, 2, false));
  const prose = blocks.find((block) => block.kind === "prose");
  return frameHtml(page, {
    title: document.name === "index" ? site.title : document.title,
    about: prose === undefined ? "" : firstSentence(prose.markdown),
    html: joinHtml([titleHtml(title), ...inside], "\n"),
  });
}

/** Sphinx's pages have these for what stands around the text. */
const frameIds = ["expand-all"];

/** Ids of prose that the page does not show: its heading has them. */
function looseIds(blocks: readonly SiteBlock[], inChapter: boolean): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === "prose" && (inChapter || block.markdown.trim() === "") ? (block.ids ?? []) : [],
  );
}

/** Chapters of one page that follow each other have one heading. */
function inOne({ chapterPages }: Site, blocks: readonly SiteBlock[]): readonly SiteBlock[] {
  const out: SiteBlock[] = [];
  for (const block of blocks) {
    const before = out.at(-1);
    const same =
      block.kind === "chapter" &&
      before?.kind === "chapter" &&
      chapterPages.get(block.chapter) === chapterPages.get(before.chapter);
    if (!same) out.push(block);
    else {
      const ids = [...before.ids, ...block.ids];
      out[out.length - 1] = { ...before, ids, blocks: [...before.blocks, ...block.blocks] };
    }
  }
  return out;
}

/** The prose of a chapter stands on its own page; links that know it find its heading here. */
function blockHtml(page: Page, block: SiteBlock, level: number, inChapter: boolean): Html {
  if (block.kind === "prose") {
    if (inChapter || block.markdown.trim() === "") return nothing;
    return part("prose", {
      content: atIds(page, block.ids ?? [], page.prose(block.markdown, level - 1), "div"),
    });
  }
  if (block.kind === "operation") return entryHtml(page, block, level);
  if (block.kind === "toctree") return toctreeHtml(page, block.entries);
  const within = inChapter || block.kind === "chapter";
  const words = block.kind === "chapter" ? chapterLink(page, block) : escaped(block.title);
  const ids = [...idsAt(block.ids, "heading"), ...looseIds(block.blocks, within)];
  const title = atIds(page, ids, words);
  const inside = block.blocks.map((inner) => blockHtml(page, inner, level + 1, within));
  return part("section", {
    at: at(...boundsIn(page, block.blocks)),
    heading: headingTag(level),
    title,
    content: joinHtml(inside, "\n"),
  });
}

function chapterLink(page: Page, { chapter, title }: ChapterBlock): Html {
  const path = page.site.chapterPages.get(chapter);
  if (path === undefined) return escaped(title);
  return part("link", { href: escaped(linkTo(page.path, path)), words: escaped(title) });
}

function boundsIn({ site }: Page, blocks: readonly SiteBlock[]) {
  return [...blocksIn(blocks)].flatMap((block) =>
    block.kind === "operation"
      ? (site.operations.get(block.operationId)?.operation.bounds ?? [])
      : [],
  );
}

/** An operation in a few lines, at all ids that Sphinx's page has for it. */
function entryHtml(page: Page, { operationId, ids }: OperationBlock, level: number): Html {
  const placed = page.site.operations.get(operationId);
  if (placed === undefined) return nothing;
  const { operation, anchor } = placed;
  const whole = linkTo(page.path, `${placed.page}#${anchor}`);
  const link = part("link", { href: escaped(whole), words: escaped(operation.title) });
  const inner = ids.filter(({ at: where }) => !["heading", "button", "detail"].includes(where));
  return part("entry", {
    at: at(operation.bounds),
    heading: headingTag(level),
    title: atIds(page, idsAt(ids, "heading"), link),
    marks: marksHtml(operation),
    method: atIds(page, idsAt(ids, "button"), escaped(operation.method)),
    kind: escaped(operation.method.toLowerCase()),
    path: pathHtml(operation.path),
    about: atIds(page, idsAt(ids, "detail"), page.inline(firstSentence(operation.description))),
    parts: inner.map((id) => partLink(page, whole, id)),
  });
}

function partLink(page: Page, whole: string, { id, at: where, title }: SiteId): Html {
  const steps = { request: "/request", response: "/response", example: "/example" };
  const names = { request: words.request, response: words.response, example: words.samples };
  const known = where === "request" || where === "response" || where === "example";
  const link = part("link", {
    href: escaped(known ? whole + steps[where] : whole),
    words: escaped(title ?? (known ? names[where] : words.contents)),
  });
  return atIds(page, [id], link);
}

function toctreeHtml(
  page: Page,
  entries: readonly { readonly document: string; readonly title: string }[],
): Html {
  const items = entries.map(({ document, title }) =>
    part("link", {
      href: escaped(linkTo(page.path, `${document}.html`)),
      words: escaped(title),
    }),
  );
  return part("toctree", { items });
}
