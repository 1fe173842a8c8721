import { Names } from "../../openapi/words.js";
import type { Html } from "../html.js";
import { inlineHtml, proseHtml } from "./markdown/prose.js";
import { rootOf, type Site } from "./site.js";

/** A page while it is made: what stands on it already, and how prose and links are written there. */
export interface Page {
  readonly site: Site;
  /** Its path in the site: `servers.html`. */
  readonly path: string;
  readonly root: string;
  /** An id that nothing else on the page has: `words`, or with a number behind. */
  readonly id: (words: string) => string;
  /** Those of some ids that are not on the page yet; from now on they are. */
  readonly fresh: (ids: readonly string[]) => readonly string[];
  /** Prose below a heading of this level. */
  readonly prose: (markdown: string | undefined, level: number) => Html;
  /** Prose in a line. */
  readonly inline: (markdown: string) => Html;
}

/** Ids of the frame of every page: with an underscore, which no id of docutils has, but for Sphinx's own. */
const frame = [
  "site_main",
  "site_contents",
  "site_search",
  "site_theme",
  "site_microversion",
  "table-of-contents",
];

/** `document`: the page of the document whose words it shows, if that is another. */
export function pageOf(site: Site, path: string, document?: string): Page {
  const ids = new Names(frame);
  const root = rootOf(path);
  const said = document === undefined || document === path ? {} : { document, known: site.idsOf };
  return {
    site,
    path,
    root,
    id: (words) => ids.take(words, "~"),
    fresh: (all) => all.filter((id) => id !== "" && !ids.has(id) && ids.take(id, "~") === id),
    prose: (markdown, level) => proseHtml(site.source, markdown, { root, level, ...said }),
    inline: (markdown) => inlineHtml(markdown, { root, level: 1, ...said }),
  };
}
