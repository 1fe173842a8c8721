import type { Line } from "../blocks.js";
import { proseOf, type ProseText } from "./context.js";
import { isPlain } from "./plain-inline.js";
import { readStrictly, type StrictInline } from "./strict-inline.js";

/** A text with more inline markup than literals, as docutils reads it. */
export interface MarkedText {
  readonly prose: ProseText;
  readonly nodes: readonly StrictInline[];
}

/** `words `_ : a link to those who read it, but not to docutils. */
export const spaced = /\s`__?(?!\w)/;

/** A text in which docutils looks something up, or finds something amiss. */
export function markedText(lines: readonly Line[]): MarkedText | undefined {
  const [first] = lines;
  const text = first && lines.length === 1 ? first.text : lines.map((line) => line.text).join("\n");
  if (isPlain(text)) return undefined;
  const prose = proseOf(lines);
  const nodes = readStrictly(text);
  return nodes.length > 0 || spaced.test(text) ? { prose, nodes } : undefined;
}
