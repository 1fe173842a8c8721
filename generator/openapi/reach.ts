import type { OpenApiDocument } from "./document.js";
import { isRecord, stepsOf } from "./references.js";

/** The names of component schemas that an object refers to; `anywhere` for what is no such schema. */
const direct = new WeakMap<object, ReadonlySet<string>>();

/** Stands for all that is no component schema: none can be called so. */
export const anywhere = "\0*";

/** The component schemas that stand in an object by their names, each once; of an object it is found once. */
export function referencesIn(value: object): ReadonlySet<string> {
  const known = direct.get(value);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const here = waiting.pop();
    if (Array.isArray(here)) for (const inner of here) waiting.push(inner);
    else if (isRecord(here)) {
      const { $ref } = here;
      if (typeof $ref === "string") found.add(componentIn($ref));
      for (const inner of Object.values(here))
        if (typeof inner === "object" && inner !== null) waiting.push(inner);
    }
  }
  direct.set(value, found);
  return found;
}

function componentIn(reference: string): string {
  const [components, schemas, name] = stepsOf(reference);
  return components === "components" && schemas === "schemas" && name !== undefined
    ? name
    : anywhere;
}

/**
 * All components of a document that an object leads to, by their names, itself not among them. What
 * leads to anything else leads to the whole document.
 */
export function reachedFrom(
  value: object,
  document: Pick<OpenApiDocument, "components">,
): ReadonlyMap<string, unknown> {
  const schemas: unknown = document.components?.schemas;
  const reached = new Map<string, unknown>();
  const waiting = [value];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop())
    for (const name of referencesIn(here)) {
      if (reached.has(name)) continue;
      const known = isRecord(schemas) && Object.hasOwn(schemas, name);
      const target = name === anywhere ? document : known ? schemas[name] : undefined;
      reached.set(name, target);
      if (name !== anywhere && isRecord(target)) waiting.push(target);
    }
  return reached;
}
