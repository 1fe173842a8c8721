import type { ChapterModel } from "../../../openapi/model.js";
import { escaped, type Html, joinHtml, nothing } from "../../html.js";
import { at } from "../bounds.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import { changesPage } from "../changes/steps.js";
import { blocksIn, faultsPage, findingsPage, linkTo } from "../site.js";
import type { SiteDocument } from "../source.js";
import { words } from "../words.js";

/** The documents of the site with their chapters, and the operations of the chapter that is shown. */
export function navigationHtml(page: Page): Html {
  const { site } = page;
  const { documents } = site.source;
  const items = documents.map((document) => documentHtml(page, document));
  const faults = Object.keys(site.model.faults).length > 0;
  return part("parts/navigation", {
    label: escaped(words.contents),
    // What Sphinx calls the contents of a page of its own.
    isDocument: page.site.source.documents.some(({ name }) => `${name}.html` === page.path),
    items: joinHtml(items),
    faults: joinHtml([
      faults ? item(page, faultsPage, words.faults, nothing, nothing) : nothing,
      site.source.findings === undefined
        ? nothing
        : item(page, findingsPage, words.findings, nothing, nothing),
    ]),
    changes:
      site.changes.length > 0 ? item(page, changesPage, words.changes, nothing, nothing) : nothing,
  });
}

function documentHtml(page: Page, document: SiteDocument): Html {
  const { site } = page;
  const paths = [...blocksIn(document.blocks)].flatMap((block) => {
    if (block.kind === "chapter") return site.chapterPages.get(block.chapter) ?? [];
    return block.kind === "operation" ? (site.operations.get(block.operationId)?.page ?? []) : [];
  });
  const inside = [...new Set(paths)].map((path) =>
    chapterHtml(page, path, page.site.chaptersOf.get(path) ?? []),
  );
  const title = document.name === "index" ? words.home : document.title;
  return item(page, `${document.name}.html`, title, nothing, joinHtml(inside));
}

function chapterHtml(page: Page, path: string, chapters: readonly ChapterModel[]): Html {
  const operations = chapters.flatMap((chapter) => chapter.operations);
  const placed = path === page.path ? operations : [];
  const inside = placed.map(({ operationId, title, bounds }) => {
    const anchor = page.site.operations.get(operationId)?.anchor ?? "";
    return item(page, `#${anchor}`, title, at(bounds), nothing);
  });
  const bounds = at(...operations.map((operation) => operation.bounds));
  return item(page, path, chapters[0]?.title ?? path, bounds, joinHtml(inside));
}

function item(page: Page, path: string, title: string, bounds: Html, inside: Html): Html {
  return part("item", {
    href: escaped(path.startsWith("#") ? path : linkTo(page.path, path)),
    current: path === page.path,
    title: escaped(title),
    at: bounds,
    inside,
  });
}
