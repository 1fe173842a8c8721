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
