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

/** An interface may refer to itself as it likes; an alias only inside of an object or a list. */
export function findCircles(trees: ReadonlyMap<string, Tree>): Circles {
  const aliases = new Map([...trees].filter(([, tree]) => isAlias(tree)));
  const steps = (of: (tree: Tree) => Iterable<string>) =>
    new Map(
      [...aliases].map(([key, tree]) => [key, [...of(tree)].filter((to) => aliases.has(to))]),
    );
  const all = steps(componentsIn);
  const bare = steps((tree) => bareReferences(tree));
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
      closing.size === 0 ? tree : without(tree, (component) => closing.has(`${key}\n${component}`)),
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
    waiting.push(...(steps.get(key) ?? []));
  }
  return false;
}

/** References that TypeScript follows at once. */
function bareReferences(tree: Tree): readonly string[] {
  if (tree.kind === "reference") return [tree.component];
  return tree.kind === "union" || tree.kind === "intersection" || tree.kind === "generic"
    ? tree.of.flatMap(bareReferences)
    : [];
}

function without(tree: Tree, isCut: (component: string) => boolean): Tree {
  if (tree.kind === "reference") return isCut(tree.component) ? unknownTree : tree;
  return tree.kind === "union" || tree.kind === "intersection" || tree.kind === "generic"
    ? { ...tree, of: tree.of.map((inner) => without(inner, isCut)) }
    : tree;
}
