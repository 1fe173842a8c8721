import { Names } from "../../openapi/words.js";
import type { Html } from "../html.js";
import { proseHtml } from "./markdown/prose.js";
import { rootOf, type Site } from "./site.js";

/** A page while it is made: what stands on it already, and how prose and links are written there. */
export interface Page {
  readonly site: Site;
  /** Its path in the site: `servers.html`. */
  readonly path: string;
  readonly root: string;
  /** An id that nothing else on the page has: `words`, or with a number behind. */
  readonly id: (words: string) => string;
  /** Prose below a heading of this level. */
  readonly prose: (markdown: string | undefined, level: number) => Html;
}

export function pageOf(site: Site, path: string): Page {
  const ids = new Names(["main"]);
  const root = rootOf(path);
  return {
    site,
    path,
    root,
    id: (words) => ids.take(words, "~"),
    prose: (markdown, level) => proseHtml(site.source, markdown, { root, level }),
  };
}
