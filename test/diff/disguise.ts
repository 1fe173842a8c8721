import type { OpenApiDocument } from "../../generator/openapi/document.js";

/**
 * The same API in other clothes: components renamed, keys of objects turned round, so that a
 * comparison has to look at all of it.
 */
export function disguised(document: OpenApiDocument): OpenApiDocument {
  const text = JSON.stringify(document).replaceAll(
    /"#\/components\/schemas\/([^"/]+)"/g,
    '"#/components/schemas/Other$1"',
  );
  const copy = JSON.parse(text) as OpenApiDocument;
  const schemas = Object.entries(copy.components?.schemas ?? {}).map(
    ([name, schema]) => [`Other${name}`, schema] as const,
  );
  // The extension calls the bodies of faults by the names of their components.
  const extension = copy["x-restanza"];
  const faults = Object.entries(extension?.faults ?? {}).map(
    ([status, name]) => [status, `Other${name}`] as const,
  );
  const renamed = {
    ...copy,
    ...(extension && { "x-restanza": { ...extension, faults: Object.fromEntries(faults) } }),
    ...(copy.components && {
      components: { ...copy.components, schemas: Object.fromEntries(schemas) },
    }),
  };
  // Paths keep their order, since operations without an id are named after their place.
  return { ...(turned(renamed) as OpenApiDocument), paths: renamed.paths };
}

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, turned(inner)] as const);
  return Object.fromEntries(entries.toReversed());
}
