import type { Said } from "../../diagnostics/span.js";

/** `>`, `\>` or `»` before a name, once for each level. */
const marks = /^(?:(?:\\?>|»|&gt;)\s*)+/;

/**
 * Names with marks that say "inside the row above", as the specifications of ETSI write them, made
 * names with dots:
 *
 *     boxes          boxes
 *     >lock          boxes.lock
 *     >>key          boxes.lock.key
 *     \>size         boxes.size
 */
export function nestedNames<Named extends { readonly name: Said<string> }>(
  rows: readonly Named[],
): readonly Named[] {
  const above: string[] = [];
  return rows.map((row) => {
    const { value, span } = row.name;
    const lead = marks.exec(value)?.[0] ?? "";
    const depth = lead.match(/>|»|&gt;/g)?.length ?? 0;
    const own = value.slice(lead.length).trim();
    // A level that nothing opened is taken for the next one.
    above.splice(Math.min(depth, above.length), above.length, own);
    if (lead === "" || own === "") return row;
    return { ...row, name: { value: above.join("."), span } };
  });
}
