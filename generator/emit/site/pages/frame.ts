import { escaped, type Html, joinHtml, nothing } from "../../html.js";
import { withoutLinks } from "../markdown/sentence.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import { twinOf } from "../twins/twins.js";
import { words } from "../words.js";
import { navigationHtml } from "./navigation.js";

/** What a page shows, and what is said about it in its head. */
export interface Content {
  readonly title: string;
  /** A sentence for search engines; none where it is empty. */
  readonly about: string;
  readonly html: Html;
  /** A script of `assets/` that this page alone has. */
  readonly script?: string | undefined;
}

/**
 * Nothing but what lies beside the page is loaded, and no script or style stands in it (Content
 * Security Policy Level 3). `data:` is for the pictures of the style sheet.
 */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page. */
export function frameHtml(page: Page, { title, about, html, script }: Content): string {
  const { site, root, path } = page;
  const isFirst = title === site.title;
  const view = {
    language: escaped(words.language),
    policy: escaped(policy),
    title: escaped(isFirst ? title : `${title} · ${site.title}`),
    about: escaped(withoutLinks(about)),
    root: escaped(root),
    markdown: escaped(twinOf(path).split("/").at(-1) ?? ""),
    versions: escaped(site.chooses ? (site.model.microversions?.all.join(" ") ?? "") : ""),
    words: escaped(JSON.stringify(scriptWords)),
    script: script === undefined ? nothing : escaped(script),
    skip: escaped(words.skip),
    header: headerHtml(page),
    navigation: navigationHtml(page),
    content: html,
    footer: footerHtml(page),
  };
  return `${part("page", view)}\n`;
}

/** What scripts say. */
const scriptWords = {
  all: words.allMicroversions,
  copy: words.copy,
  copied: words.copied,
  copyPath: words.copyPath,
  openAll: words.openAll,
  closeAll: words.closeAll,
  search: words.search,
  searchHint: words.searchHint,
  searchNothing: words.searchNothing,
  searchKeys: words.searchKeys,
  awayPage: words.awayPage,
};

function headerHtml({ site, root }: Page): Html {
  return part("parts/header", {
    title: escaped(site.title),
    home: escaped(`${root}index.html`),
    contents: escaped(words.openNavigation),
    chooses: site.chooses,
    microversion: escaped(words.microversion),
    all: escaped(words.allMicroversions),
    search: escaped(words.search),
    theme: escaped(words.theme),
  });
}

function footerHtml({ site, root, path }: Page): Html {
  const { bugs, copyright, licence } = site.source.settings;
  const link = (href: string, said: string) =>
    part("link", { href: escaped(href), words: escaped(said) });
  return part("parts/footer", {
    forPrograms: escaped(words.forPrograms),
    links: [
      link(twinOf(path).split("/").at(-1) ?? "", words.markdown),
      link(`${root}openapi.json`, `${words.wholeDocument} (JSON)`),
      link(`${root}openapi.yaml`, "YAML"),
      link(`${root}llms.txt`, "llms.txt"),
      ...(bugs === undefined ? [] : [link(bugs, words.reportBug)]),
    ],
    copyright: copyright === undefined ? nothing : escaped(copyright),
    licence:
      licence === undefined
        ? nothing
        : licence.url === undefined
          ? escaped(licence.name)
          : link(licence.url, licence.name),
    madeBy: escaped(words.madeBy),
  });
}

/** The heading of a page. */
export function titleHtml(title: Html, marks: Html = nothing): Html {
  return joinHtml([part("title", { title, marks })]);
}
