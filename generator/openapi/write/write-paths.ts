import { groupBy } from "../../collections/groups.js";
import type { Operation } from "../../infer/model.js";

/** A path of the document, and how each operation's own variable names map to its. */
export interface TemplatedPath {
  readonly template: string;
  /** Documented name → name in the template, per operation. */
  readonly names: ReadonlyMap<Operation, ReadonlyMap<string, string>>;
}

/** What OpenAPI (3.1, "Path Templating") calls equivalent: names of variables do not count. */
const anonymous = (path: string): string => path.replace(/\{[^{}]*\}/g, "{}");

/**
 * Gives every operation its path in the document. Paths that differ only in the names of their
 * variables are one path; the names of the first operation of the docs stand for all. Names that
 * a template cannot carry are made legal; a name that comes twice gets a number.
 */
export function templatePaths(
  operations: readonly Operation[],
): ReadonlyMap<Operation, TemplatedPath> {
  const groups = groupBy(operations, ({ path }) => anonymous(path));
  const out = new Map<Operation, TemplatedPath>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const legal = legalNames(variablesOf(first.path));
    let index = 0;
    const template = first.path.replace(/\{[^{}]*\}/g, () => `{${legal[index++] ?? "name"}}`);
    const names = new Map<Operation, ReadonlyMap<string, string>>();
    for (const operation of group) {
      const own = variablesOf(operation.path);
      names.set(operation, new Map(own.map((name, at) => [name, legal[at] ?? name])));
    }
    for (const operation of group) out.set(operation, { template, names });
  }
  return out;
}

/** The names in braces, in order. */
export function variablesOf(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");
}

function legalNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  return names.map((name) => {
    const legal = name.replace(/[^\w-]+/g, "_").replace(/^_+|_+$/g, "") || "name";
    let unique = legal;
    let number = numbers.get(legal) ?? 2;
    for (; used.has(unique); number += 1) unique = `${legal}_${number}`;
    numbers.set(legal, number);
    used.add(unique);
    return unique;
  });
}
