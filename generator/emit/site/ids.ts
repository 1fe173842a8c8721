import { escaped, type Html } from "../html.js";
import type { Page } from "./page.js";
import { part } from "./part.js";
import type { SiteId } from "./source.js";

/**
 * `content` at some ids: an element has one, so each more is an element around it. An id that the
 * page has already stays where it is, as browsers take it.
 */
export function atIds(
  page: Page,
  ids: readonly string[],
  content: Html,
  tag: "span" | "div" = "span",
): Html {
  return page
    .fresh(ids)
    .reduceRight<Html>(
      (inside, id) => part("at-id", { tag: escaped(tag), id: escaped(id), content: inside }),
      content,
    );
}

/** The ids that stand at one thing. */
export function idsAt(ids: readonly SiteId[], at: SiteId["at"]): readonly string[] {
  return ids.filter((one) => one.at === at).map(({ id }) => id);
}
