import { escaped, fragment, type Html, joinHtml, nothing } from "../html.js";
import type { Page } from "./page.js";
import { part } from "./part.js";
import type { Site } from "./site.js";
import type { SiteFinding } from "./source.js";
import { words } from "./words.js";

/** What `lint` finds in an operation, in the order of the docs; each has an id that its spots lead to. */
export function findingsHtml(page: Page, operationId: string, anchor: string): Html {
  const found = page.site.source.findings?.ofOperations.get(operationId) ?? [];
  if (found.length === 0) return nothing;
  const items = found.map((finding, index) => findingHtml(finding, page.id(idOf(anchor, index))));
  return part("findings", { title: escaped(words.findings), items: joinHtml(items) });
}

/** A finding as an item of a list. */
export function findingHtml(finding: SiteFinding, id?: string): Html {
  const { code, severity, message, place } = finding;
  return part("finding", {
    id: id === undefined ? nothing : escaped(id),
    kind: escaped(severity),
    severity: escaped(words.severities[severity]),
    message: escaped(message),
    code: escaped(code),
    place: place === undefined ? nothing : escaped(place),
  });
}

/**
 * What is found of a member or parameter, to stand at it: at the first of its name, since a row may
 * have others of that name in its depths. `prefix` begins the ids of its list: `show-box/request/`.
 */
export function spotsHtml(page: Page, prefix: string, name: string): Html {
  const { findingsOf } = page.site;
  if (findingsOf.size === 0) return nothing;
  const [anchor = "", place = ""] = prefix.split("/");
  const side = /^(?:\d|default)/.test(place) ? "response" : "request";
  const spots = rowFindings(page.site, page.path, anchor).flatMap(({ finding, index }) => {
    const { row, severity, message } = finding;
    if (row === undefined || memberOf(row) !== name || row.side !== side) return [];
    if (page.fresh([`${idOf(anchor, index)}/spot`]).length === 0) return [];
    return part("spot", {
      href: fragment(idOf(anchor, index)),
      kind: escaped(severity),
      severity: escaped(words.severities[severity]),
      message: escaped(message),
    });
  });
  return joinHtml(spots);
}

/** The findings about rows of an operation, with their numbers among its findings. */
export function rowFindings(
  { findingsOf }: Site,
  path: string,
  anchor: string,
): readonly { readonly finding: SiteFinding; readonly index: number }[] {
  const found = findingsOf.get(`${path}#${anchor}`) ?? [];
  return found
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding }) => finding.row !== undefined);
}

/** The member that a row is about: of `box.lid` it is `lid`. */
export function memberOf({ name }: SiteFinding["row"] & object): string {
  return name.split(".").at(-1) ?? name;
}

/** The id of a finding on the page of its operation. */
export function idOf(anchor: string, index: number): string {
  return `${anchor}/finding/${index + 1}`;
}
