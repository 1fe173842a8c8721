import { unnamedChildren } from "./schema-children.js";
import type { SchemaObject } from "../document.js";
import { schemaName } from "../references.js";

type Schemas = Readonly<Record<string, SchemaObject>>;

/**
 * Says on each component which other one shows the same resource best: on what List, Create and
 * Update answer with, that it is what Show shows. What stands inside both under one key is seen
 * twice as well. `views` are pairs of names, the better one first.
 */
export function markResources(
  schemas: Schemas,
  views: readonly (readonly [best: string, other: string])[],
): Schemas {
  const resources = new Map<string, string>();
  const bestOf = (name: string): string => {
    const best = resources.get(name);
    return best === undefined ? name : bestOf(best);
  };
  const waiting = views.toReversed();
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const best = bestOf(pair[0]);
    const other = pair[1];
    if (best === bestOf(other) || resources.has(other)) continue;
    resources.set(other, best);
    waiting.push(...partsOf(schemas[best], schemas[other]).toReversed());
  }
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const resource = resources.get(name);
      if (resource === undefined) return [name, schema];
      return [name, { ...schema, "x-restanza": { ...schema["x-restanza"], resource } }];
    }),
  );
}

/** Components that stand under the same key of two others. */
function partsOf(
  best: SchemaObject | undefined,
  other: SchemaObject | undefined,
): readonly (readonly [string, string])[] {
  return Object.entries(other?.properties ?? {}).flatMap(([key, value]) => {
    const member = best?.properties?.[key];
    const [mine] = member === undefined ? [] : namesIn(member);
    const theirs = namesIn(value);
    return mine === undefined
      ? []
      : theirs.filter((name) => name !== mine).map((name) => [mine, name] as const);
  });
}

/** The components that a member holds, alone or in a list or choice. */
function namesIn(schema: SchemaObject): readonly string[] {
  const own = schema.$ref === undefined ? undefined : schemaName(schema.$ref);
  return own === undefined ? unnamedChildren(schema).flatMap(namesIn) : [own];
}
