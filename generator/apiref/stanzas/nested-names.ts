import type { Said } from "../../diagnostics/span.js";

/** `>`, `\>` or `»` before a name, once for each level. */
const marks = /^(?:(?:\\?>|»|&gt;)\s*)+/;

/** A sign between the parts of a name that paths have, and names have not: `lock/key`, `lock->key`, `lock > key`. */
const steps = /\/|-?\\?>|»/;

/** How far inside of others the marks of a list put a row: 0 where it has none. Absent in lists without marks. */
interface Marked {
  readonly depth?: number;
}

/**
 * Names with marks that say "inside the row above", as the specifications of ETSI write them, made
 * names with dots:
 *
 *     boxes          boxes
 *     >lock          boxes.lock
 *     >>key          boxes.lock.key
 *     \>size         boxes.size
 *     next           next, beside boxes
 *
 * So are names with slashes or arrows whose beginning is the name of a row above: `boxes/lock`,
 * `boxes/lock/key`.
 */
export function nestedNames<Named extends { readonly name: Said<string> }>(
  rows: readonly Named[],
): readonly (Named & Marked)[] {
  if (!rows.some(({ name }) => marks.test(name.value))) return steppedNames(rows);
  const above: string[] = [];
  return rows.map((row) => {
    const { value, span } = row.name;
    const lead = marks.exec(value)?.[0] ?? "";
    const said = lead.match(/>|»|&gt;/g)?.length ?? 0;
    const own = value.slice(lead.length).trim();
    // A level that nothing opened is taken for the next one.
    const depth = Math.min(said, above.length);
    above.splice(depth, above.length, own);
    if (lead === "" || own === "") return { ...row, depth };
    return { ...row, depth, name: { value: above.join("."), span } };
  });
}

function steppedNames<Named extends { readonly name: Said<string> }>(
  rows: readonly Named[],
): readonly Named[] {
  const above = new Set<string>();
  return rows.map((row) => {
    const { value, span } = row.name;
    const parts = value.split(steps).map((part) => part.trim());
    const [head = ""] = parts;
    const stepped = parts.length > 1 && above.has(head) && parts.every((part) => part !== "");
    if (!stepped) above.add(value);
    return stepped ? { ...row, name: { value: parts.join("."), span } } : row;
  });
}
