import { escaped, type Html } from "../html.js";
import { part } from "./part.js";
import type { SiteId } from "./source.js";

/** `content` at some ids: an element has one, so each more is an element around it. */
export function atIds(ids: readonly string[], content: Html): Html {
  return ids.reduceRight<Html>(
    (inside, id) => part("at-id", { id: escaped(id), content: inside }),
    content,
  );
}

/** The ids that stand at one thing. */
export function idsAt(ids: readonly SiteId[], at: SiteId["at"]): readonly string[] {
  return ids.filter((one) => one.at === at).map(({ id }) => id);
}
