import type { BodyContext } from "./body-context.js";
import { keysOf } from "./kinds.js";

/** How deep, and how often in one body, what is known from elsewhere is filled in. */
const most = { depth: 24, times: 1000 };

/**
 * Whether `path` may be filled with what is known from elsewhere. Not inside a place of its own
 * name, and not without end: samples may show `a` in `b` here and `b` in `a` there.
 */
export function mayFill(path: string, { borrowed }: BodyContext): boolean {
  const keys = keysOf(path);
  const inItself = keys.indexOf(keys.at(-1) ?? "") < keys.length - 1 || path.endsWith("[][]");
  if (inItself || keys.length > most.depth || borrowed.times >= most.times) return false;
  borrowed.times += 1;
  return true;
}
