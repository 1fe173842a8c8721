import type { OpenApiDocument, PathItemObject } from "../document.js";
import { methods } from "../document.js";
import { isRecord, schemaReference, stepsOf } from "../references.js";

/** Components that are only there to be referred to (OpenAPI 3.1, Components Object). */
const prunable = ["schemas", "parameters", "responses", "requestBodies", "headers", "pathItems"];

/** The document without components that nothing refers to any more, and tags that nothing has. */
export function prune(document: OpenApiDocument): OpenApiDocument {
  const { components, tags } = document;
  const used = usedComponents(document);
  const left =
    components &&
    Object.fromEntries(
      Object.entries(components)
        .map(([section, map]: [string, unknown]) => {
          if (!prunable.includes(section) || !isRecord(map)) return [section, map] as const;
          const kept = Object.entries(map).filter(([name]) => used.has(`${section}/${name}`));
          return [section, Object.fromEntries(kept)] as const;
        })
        .filter(([, map]) => !isRecord(map) || Object.keys(map).length > 0),
    );
  const named = usedTags(document);
  return {
    ...document,
    ...(tags && { tags: tags.filter((tag) => named.has(tag.name)) }),
    ...(left && { components: left }),
  };
}

/** `schemas/Image` of everything that paths, or what they use, refer to. */
function usedComponents(document: OpenApiDocument): ReadonlySet<string> {
  const used = new Set<string>();
  const { components, ...rest } = document;
  const sections: Readonly<Record<string, unknown>> = { ...components };
  const faults = Object.values(document["x-restanza"]?.faults ?? {});
  const waiting: unknown[] = [rest, faults.map((name) => ({ $ref: schemaReference(name) }))];
  while (waiting.length > 0) {
    for (const reference of referencesIn(waiting.pop())) {
      const [, section = "", name = ""] = stepsOf(reference);
      const key = `${section}/${name}`;
      const map = sections[section];
      if (used.has(key) || !isRecord(map) || !Object.hasOwn(map, name)) continue;
      used.add(key);
      waiting.push(map[name]);
    }
  }
  return used;
}

/** Every reference to a component of this document, also from the mapping of a discriminator. */
function referencesIn(value: unknown, found: string[] = []): readonly string[] {
  if (Array.isArray(value)) for (const inner of value) referencesIn(inner, found);
  else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === "string") {
        if (inner.startsWith("#/components/")) found.push(inner);
      } else if (key !== "example" && key !== "examples") referencesIn(inner, found);
    }
  }
  return found;
}

function usedTags(document: OpenApiDocument): ReadonlySet<string> {
  const named = new Set<string>();
  for (const item of Object.values<PathItemObject>({ ...document.paths, ...document.webhooks })) {
    const operations = [
      ...methods.map((method) => item[method]),
      ...Object.values(item["x-restanza-operations"] ?? {}),
    ];
    for (const operation of operations) {
      for (const tag of operation?.tags ?? []) named.add(tag);
      for (const one of operation?.["x-restanza"]?.operations ?? []) named.add(one.tag);
    }
  }
  return named;
}
