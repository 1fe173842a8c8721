import type { Row } from "../reference.js";
import { saysMap } from "../shape/maps.js";
import { nameParts } from "../shape/positions.js";
import { isPlaceholder } from "../words/data-keys.js";

/** Whether a row is a map by what stands in another: "keyed by the UUID included in the `requests`". */
export function keyedFrom({ entry }: Row, other: string): boolean {
  const prose = entry?.description.markdown ?? "";
  return saysMap(prose) && prose.includes(`\`${other}\``);
}

/** For each row the map, further up in the list, whose own row speaks of it as something in its values. */
export function mentionsIn(
  rows: readonly Row[],
  wrapper: string | undefined,
): (row: Row) => Row | undefined {
  const first = new Map<Row["entry"], number>();
  const maps: { readonly row: Row; readonly index: number; readonly prose: string }[] = [];
  rows.forEach((row, index) => {
    if (!first.has(row.entry)) first.set(row.entry, index);
    const prose = row.entry?.description.markdown ?? "";
    const { value } = row.name;
    if (value !== wrapper && nameParts(value).length === 1 && saysMap(prose))
      maps.push({ row, index, prose });
  });
  return ({ name, entry }) => {
    if (maps.length === 0) return undefined;
    const word = new RegExp(`\\b${name.value.replace(/[^\w]/g, "\\$&")}\\b`);
    const at = first.get(entry) ?? 0;
    return maps.find(
      ({ row, index, prose }) => index < at && row.name.value !== name.value && word.test(prose),
    )?.row;
  };
}

/** The rows from which names with dots lead through placeholders: `a` of `a.{key}.b`. */
export function headsOfPaths(rows: readonly Row[]): ReadonlySet<string | undefined> {
  const names = new Set(rows.map(({ name }) => name.value));
  const heads = rows.flatMap(({ name }) => {
    const [head, ...rest] = nameParts(name.value);
    return head !== undefined && names.has(head) && rest.some(isPlaceholder) ? [head] : [];
  });
  return new Set(heads);
}
