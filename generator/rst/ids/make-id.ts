import { remembering } from "../../collections/remembering.js";

/** Letters that no decomposition of Unicode takes apart, as docutils spells them. */
const spelt: ReadonlyMap<string, string> = new Map(
  (
    "øo đd ħh ıi łl ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy ƶz ǥg ȥz ȴl ȵn ȶt ȷj ȼc ȿs ɀz ɇe ɉj " +
    "ɋq ɍr ɏy ßsz æae œoe ȸdb ȹqp"
  )
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** The identifier that docutils makes of a name (`nodes.make_id`); `""` where nothing is left. */
export const makeId = remembering((name) =>
  ascii(name.toLowerCase())
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[-0-9]+|-+$/g, ""),
);

/** The identifier that Sphinx makes of the term of a glossary (`sphinx.util.nodes.make_id`). */
export function makeTermId(term: string): string {
  return ascii(`term-${term}`)
    .replaceAll(/[^a-zA-Z0-9._]+/g, "-")
    .replaceAll(/^[-0-9._]+|-+$/g, "");
}

function ascii(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return Array.from(text, (sign) => spelt.get(sign) ?? sign)
    .join("")
    .normalize("NFKD")
    .replaceAll(/[^\0-\x7f]/g, "");
}
