import type { Tree } from "./tree.js";
import { componentsIn } from "./tree.js";
import { unknownTree } from "./unions.js";

/** What TypeScript cannot follow in aliases, and how it is written instead. */
export interface Circles {
  /** Aliases that lead back to themselves: their maps are written as object types. */
  readonly expanded: ReadonlySet<string>;
  /** The type without the step that closes a circle of aliases and nothing else (`A = B`, `B = A`). */
  cut(key: string, tree: Tree): Tree;
}

/**
 * An interface may refer to itself as it likes; an alias only inside of an object or a list. What
 * has several types, one for each of its shapes, is an alias when one of them is. To `held` belong those
 * that take a microversion only for what they hold: TypeScript compares what they hold at once,
 * wherever their names stand.
 */
export function findCircles(
  trees: ReadonlyMap<string, readonly Tree[]>,
  held: (key: string) => boolean,
): Circles {
  const aliases = new Map([...trees].filter(([, own]) => own.some(isAlias)));
  const steps = (of: (tree: Tree) => Iterable<string>) =>
    new Map(
      [...aliases].map(([key, own]) => {
        const to = own.filter(isAlias).flatMap((tree) => [...of(tree)]);
        return [key, [...new Set(to)].filter((one) => aliases.has(one))];
      }),
    );
  const all = steps(componentsIn);
  const bare = steps((tree) => bareReferences(tree, held));
  const closing = new Set<string>();
  const done = new Set<string>();
  const walk = (key: string, above: ReadonlySet<string>): void => {
    if (done.has(key)) return;
    const path = new Set([...above, key]);
    for (const next of bare.get(key) ?? []) {
      if (path.has(next)) closing.add(`${key}\n${next}`);
      else walk(next, path);
    }
    done.add(key);
  };
  for (const key of aliases.keys()) walk(key, new Set());
  return {
    expanded: new Set([...all.keys()].filter((key) => leadsBack(key, all))),
    cut: (key, tree) =>
      closing.size === 0
        ? tree
        : without(tree, held, (component) => closing.has(`${key}\n${component}`)),
  };
}

export function isAlias(tree: Tree): boolean {
  return tree.kind !== "object" || tree.members.length === 0;
}

function leadsBack(start: string, steps: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const waiting = [...(steps.get(start) ?? [])];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (key === start) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const each of steps.get(key) ?? []) waiting.push(each);
  }
  return false;
}

/**
 * References that TypeScript follows at once. A list waits for its elements, but not for the parts
 * of an intersection among them, which it has to put together.
 */
function bareReferences(
  tree: Tree,
  held: (key: string) => boolean,
  inList = false,
): readonly string[] {
  const inside = (inner: Tree, list: boolean) => bareReferences(inner, held, list);
  switch (tree.kind) {
    case "reference":
      return inList && !held(tree.component) ? [] : [tree.component];
    case "union":
    case "generic":
      return tree.of.flatMap((inner) => inside(inner, inList));
    case "intersection":
      return tree.of.flatMap((inner) => inside(inner, false));
    case "array":
      return inside(tree.of, true);
    case "tuple":
      return tree.of.flatMap((inner) => inside(inner, true));
    default:
      return [];
  }
}

/** The same places, without what is cut. */
function without(
  tree: Tree,
  held: (key: string) => boolean,
  isCut: (component: string) => boolean,
  inList = false,
): Tree {
  const inside = (inner: Tree, list: boolean) => without(inner, held, isCut, list);
  switch (tree.kind) {
    case "reference":
      return (!inList || held(tree.component)) && isCut(tree.component) ? unknownTree : tree;
    case "union":
    case "generic":
      return { ...tree, of: tree.of.map((inner) => inside(inner, inList)) };
    case "intersection":
      return { ...tree, of: tree.of.map((inner) => inside(inner, false)) };
    case "array":
      return { ...tree, of: inside(tree.of, true) };
    case "tuple":
      return { ...tree, of: tree.of.map((inner) => inside(inner, true)) };
    default:
      return tree;
  }
}
