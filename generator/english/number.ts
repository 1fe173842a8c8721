import { pluralize, singularize } from "inflection";
import { remembering } from "./remembering.js";

/** Words whose singular the rules of English would get wrong for names of an API. */
const unchanged =
  /(?:data|meta|metadata|status|dns|qos|alias|address|access|class|process|series|news|bus|ss|is|us)$/i;

/** Singular words that the rules of English would take for Latin plurals. */
const latin = /(?:quota|agenda)$/i;

/** The singular of a name's last word: `quota_sets` → `quota_set`, `metadata` as it is. */
export const singular = remembering((name) => {
  if (/(?:statuses|aliases|addresses|accesses|classes|processes|buses)$/i.test(name))
    return name.slice(0, -2);
  if (/(?:caches|cookies)$/i.test(name)) return name.slice(0, -1);
  // Latin words in -a: antennae, formulae.
  if (/[a-z]{3}ae$/i.test(name)) return name.slice(0, -1);
  return unchanged.test(name) || latin.test(name) ? name : singularize(name);
});

/** The plural of a name's last word. */
export function plural(name: string): string {
  if (/(?:data|series|news)$/i.test(name)) return name;
  return latin.test(name) ? `${name}s` : pluralize(name);
}

/** Whether two names say the same thing, one perhaps in the plural, with `-` for `_`. */
export function sameWord(a: string, b: string): boolean {
  return wordKey(a) === wordKey(b);
}

/** What names that say the same thing have in common. */
export const wordKey = remembering((name) => singular(name.toLowerCase().replace(/[-_\s]+/g, "_")));
