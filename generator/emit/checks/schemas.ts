import type { ApiModel } from "../../openapi/model.js";
import type { SchemaObject } from "../../openapi/document.js";

const prefix = "#/components/schemas/";

/** The name of the component that a reference is to; undefined where it leads elsewhere. */
export function componentOf(reference: string): string | undefined {
  if (!reference.startsWith(prefix)) return undefined;
  const pointer = reference.slice(prefix.length);
  return pointer.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The schema behind references; `{}` where they lead nowhere or in a circle. */
export function resolve(model: ApiModel, schema: SchemaObject): SchemaObject {
  const seen = new Set<string>();
  let current = schema;
  while (current.$ref !== undefined) {
    const name = componentOf(current.$ref);
    if (name === undefined || seen.has(name) || !Object.hasOwn(model.schemas, name)) return {};
    seen.add(name);
    current = model.schemas[name] ?? {};
  }
  return current;
}
