import { code } from "../text.js";
import { type Doc, group, ifBroken, indent, joined, line, type Safe, softLine } from "./doc.js";

/**
 * Items between brackets: on one line, else an item a line with a comma behind each. `close` is the
 * bracket and what stays behind it on its line. Braces have `spaced` insides.
 */
export function list(
  open: Doc<Safe>,
  items: readonly Doc<Safe>[],
  close: Doc<Safe>,
  spaced = false,
): Doc<Safe> {
  if (items.length === 0) return [open, close];
  const edge = spaced ? line : softLine;
  const inside = indent([edge, joined(items, [code`,`, line])]);
  return group([open, inside, ifBroken(code`,`), edge, close]);
}

/**
 * `A | B`, or each on a line that begins with `| `, where the group around it is broken; `startLine`:
 * the first, too, has a line of its own then.
 */
export function choices<Words extends string>(
  of: readonly Doc<Words>[],
  startLine: boolean,
): Doc<Words | Safe> {
  const bar = code`| `;
  const first = ifBroken<Words | Safe>(startLine ? [line, bar] : bar);
  return [first, joined<Words | Safe>(of, [line, bar])];
}

/** Type arguments: `<A, B>`, or one a line. */
export function typeArguments<Words extends string>(of: readonly Doc<Words>[]): Doc<Words | Safe> {
  const args = joined<Words | Safe>(of, [code`,`, line]);
  return group<Words | Safe>([code`<`, indent([softLine, args]), softLine, code`>`]);
}
