import { remembering } from "../collections/remembering.js";
import type { OpenApiDocument, Reference } from "./document.js";

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a JSON pointer of this document (RFC 6901, as a URI fragment) points at. */
export function pointedAt(document: unknown, reference: string): unknown {
  if (!reference.startsWith("#")) return undefined;
  let here: unknown = document;
  for (const step of stepsOf(reference)) {
    if (Array.isArray(here)) here = /^\d+$/.test(step) ? here[Number(step)] : undefined;
    else if (isRecord(here) && Object.hasOwn(here, step)) here = here[step];
    else return undefined;
  }
  return here;
}

/** `#/components/schemas/A~1B` → components, schemas, A/B. */
export function stepsOf(reference: string): readonly string[] {
  return reference
    .slice(1)
    .split("/")
    .slice(1)
    .map((step) => decoded(step).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** The name of the component schema that a reference names directly. */
export const schemaName = remembering((reference): string | undefined => {
  const [components, schemas, name, ...more] = stepsOf(reference);
  return components === "components" && schemas === "schemas" && more.length === 0
    ? name
    : undefined;
});

/** The reference to a component schema. */
export function schemaReference(name: string): string {
  return `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/**
 * A value, or what its reference leads to in this document; undefined where it leads nowhere or in
 * a circle. What stands there is taken for what is wanted: a document that says otherwise is not
 * valid OpenAPI, and readers take only the members that they know.
 */
export function resolved<Value extends object>(
  document: OpenApiDocument,
  value: Value | Reference | undefined,
): Value | undefined {
  const seen = new Set<unknown>();
  let here: unknown = value;
  while (isRecord(here) && typeof here["$ref"] === "string" && !seen.has(here)) {
    seen.add(here);
    here = pointedAt(document, here["$ref"]);
  }
  return isRecord(here) && here["$ref"] === undefined ? (here as Value) : undefined;
}
