import type { TableFault } from "./check-simple-table.js";
import { gridTop } from "../patterns.js";

/** Signs of a table that is looked at: each cell is looked for from each of its corners. */
const MOST = 50_000;

/**
 * What docutils refuses the grid table that begins with the first of `lines` for
 * (`isolate_grid_table`, then `GridTableParser`): edges that are no edges, and cells that no
 * border closes.
 */
export function gridTableFault(lines: readonly string[]): TableFault | undefined {
  const outside = lines.findIndex((line) => !/^[+|]/.test(line));
  const run = outside < 0 ? lines : lines.slice(0, outside);
  const bottom = run.findLastIndex((line) => gridTop.test(line));
  const block = run.slice(0, bottom + 1);
  const width = block[0]?.length ?? 0;
  // What is left below the last border begins a table that does not end.
  if (bottom < run.length - 1) return { line: bottom, said: "does not end as it begins" };
  const ragged = block.findIndex((line) => line.length !== width || !/[+|]$/.test(line));
  if (ragged >= 0) return { line: ragged, said: "has a line without its right edge" };
  if (width * block.length > MOST) return undefined;
  const heads = block.flatMap((line, at) => (/^\+=[=+]+=\+$/.test(line) ? [at] : []));
  const [head, second] = heads;
  if (second !== undefined) return { line: second, said: "has a second line of = signs" };
  const whole = block.map((line, at) => (at === head ? line.replaceAll("=", "-") : line));
  return isCovered(whole) ? undefined : { line: 0, said: "has a cell whose borders do not meet" };
}

interface Corner {
  readonly top: number;
  readonly left: number;
}

/** Whether cells that begin at the corners of others fill the table (`parse_table`). */
function isCovered(block: readonly string[]): boolean {
  const bottom = block.length - 1;
  const right = (block[0]?.length ?? 0) - 1;
  const done = Array.from({ length: right + 1 }, () => -1);
  const waiting: Corner[] = [{ top: 0, left: 0 }];
  for (let corner = waiting.shift(); corner !== undefined; corner = waiting.shift()) {
    const { top, left } = corner;
    if (top === bottom || left === right || top <= (done[left] ?? -1)) continue;
    const end = cellFrom(block, corner);
    if (end === undefined) continue;
    for (let column = left; column < end.left; column += 1) {
      if (done[column] !== top - 1) return false;
      done[column] = end.top - 1;
    }
    waiting.push({ top, left: end.left }, { top: end.top, left });
    waiting.sort((a, b) => a.top - b.top || a.left - b.left);
  }
  return done.slice(0, right).every((column) => column === bottom - 1);
}

/** The lower right corner of the cell that begins at a corner: the first that is joined to it. */
function cellFrom(block: readonly string[], { top, left }: Corner): Corner | undefined {
  const signAt = (line: number, column: number): string => block[line]?.charAt(column) ?? "";
  const width = block[0]?.length ?? 0;
  for (let right = left + 1; right < width; right += 1) {
    if (signAt(top, right) === "-") continue;
    if (signAt(top, right) !== "+") return undefined;
    for (let bottom = top + 1; bottom < block.length; bottom += 1) {
      const sign = signAt(bottom, right);
      if (sign === "|") continue;
      if (sign !== "+") break;
      const below = block[bottom]?.slice(left, right) ?? "";
      if (/^\+[-+]*$/.test(below) && joins(top, bottom)) return { top: bottom, left: right };
    }
  }
  return undefined;

  function joins(from: number, to: number): boolean {
    for (let line = from + 1; line < to; line += 1)
      if (!/[+|]/.test(signAt(line, left))) return false;
    return true;
  }
}
