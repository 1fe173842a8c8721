import { escaped, type Html, joinHtml, nothing } from "../../html.js";
import { findingHtml, idOf } from "../findings.js";
import { pageOf } from "../page.js";
import { part } from "../part.js";
import { findingsPage, linkTo, type PlacedOperation, type Site } from "../site.js";
import type { SiteFinding } from "../source.js";
import { words } from "../words.js";
import { frameHtml, titleHtml } from "./frame.js";

/** All that `lint` finds: first what belongs to no operation, then each operation with a link to it. */
export function findingsPageOf(site: Site): string {
  const page = pageOf(site, findingsPage);
  const { others = [] } = site.source.findings ?? {};
  const found = foundOf(site);
  const section = (title: Html, items: readonly Html[]): Html =>
    part("section", {
      at: nothing,
      heading: escaped("h2"),
      title,
      content: part("finding-list", { items: joinHtml(items) }),
    });
  const html = joinHtml([
    titleHtml(escaped(words.findings)),
    part("prose", { content: escaped(words.findingsAbout) }),
    others.length === 0
      ? nothing
      : section(
          escaped(words.findingsElsewhere),
          others.map((finding) => findingHtml(finding)),
        ),
    ...found.map(({ placed, findings }) =>
      section(
        part("link", {
          href: escaped(linkTo(page.path, `${placed.page}#${idOf(placed.anchor, 0)}`)),
          words: escaped(placed.operation.title),
        }),
        findings.map((finding) => findingHtml(finding)),
      ),
    ),
  ]);
  return frameHtml(page, { title: words.findings, about: words.findingsAbout, html });
}

/** The operations that something is found in, in the order of the site. */
export function foundOf(
  site: Site,
): readonly { readonly placed: PlacedOperation; readonly findings: readonly SiteFinding[] }[] {
  const found = site.source.findings?.ofOperations;
  return [...site.operations].flatMap(([operationId, placed]) => {
    const findings = found?.get(operationId);
    return findings === undefined ? [] : [{ placed, findings }];
  });
}
