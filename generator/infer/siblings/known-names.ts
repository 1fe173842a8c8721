import { rememberingOf } from "../../collections/remembered.js";
import type { Operation, Side } from "../reference.js";
import { keysIn, sampleValues } from "../shape/sample-json.js";

const sides: readonly Side[] = ["request", "response"];

/** The names of members that docs both document and show, by where they do: nothing is misspelt there. */
export class KnownNames {
  readonly #operations: Iterable<Operation>;
  #where: ReadonlyMap<string, ReadonlySet<Operation>> | undefined;

  constructor(operations: Iterable<Operation>) {
    this.#operations = operations;
  }

  /** Whether an operation other than this one documents and shows a name. */
  hasElsewhere(name: string, operation: Operation): boolean {
    this.#where ??= placesOf(this.#operations);
    const where = this.#where.get(name);
    return where !== undefined && where.size > (where.has(operation) ? 1 : 0);
  }
}

function placesOf(operations: Iterable<Operation>): ReadonlyMap<string, ReadonlySet<Operation>> {
  const where = new Map<string, Set<Operation>>();
  for (const operation of operations)
    for (const name of namesIn(operation)) {
      const known = where.get(name);
      if (known === undefined) where.set(name, new Set([operation]));
      else known.add(operation);
    }
  return where;
}

/** The names of members that an operation both documents and shows on one side. */
const namesIn = rememberingOf((operation: Operation): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const side of sides) {
    const shown = keysIn(sampleValues(operation, side));
    for (const { name } of operation[side].flatMap(({ rows }) => rows))
      if (shown.has(name.value)) names.add(name.value);
  }
  return names;
});
