import type { OpenApiDocument, SchemaObject } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { readBounds } from "../../openapi/read/read-range.js";
import { shapeOf } from "../schemas/shape-of.js";
import { View } from "../schemas/view.js";
import { note } from "../versions/boundaries.js";

/**
 * The microversions that the bounds of one place name, and of all that it stands in: where such a
 * bound is new, it is what made the place come or go there.
 */
export function boundsAlong(
  operation: OperationModel,
  keys: readonly string[],
  document: OpenApiDocument,
): ReadonlySet<string> {
  const found = new Set<string>();
  note(operation.bounds, found);
  const [part, name = "", ...rest] = keys;
  const view = new View(document, undefined);
  if (part === "request" || part === "response") {
    const schemas =
      part === "request"
        ? operation.body && [operation.body.schema]
        : operation.responses.flatMap(({ ok, body }) => (ok && body ? [body.schema] : []));
    if (part === "response")
      for (const { ok, bounds } of operation.responses) if (ok) note(bounds, found);
    walk(schemas ?? [], keys.slice(1), view, found);
  } else if (part === "status") {
    for (const { status, bounds } of operation.responses)
      if (String(status) === name) note(bounds, found);
  } else {
    for (const one of operation.parameters) {
      if (one.in !== part || one.name !== name) continue;
      note(one.bounds, found);
      walk([one.schema], rest, view, found);
    }
  }
  return found;
}

function walk(
  schemas: readonly SchemaObject[],
  [key, ...rest]: readonly string[],
  view: View,
  found: Set<string>,
): void {
  for (const schema of schemas) noteAll(schema, view, found);
  if (key === undefined || schemas.length === 0) return;
  const shape = shapeOf(schemas, view);
  const inner = shape.members.get(key)?.schemas ?? (key === "0" ? shape.items : shape.others);
  walk(inner, rest, view, found);
}

/** Its own, those of what it refers to, and those of its variants. */
function noteAll(schema: SchemaObject, view: View, found: Set<string>, depth = 0): void {
  note(readBounds(schema["x-openstack"]), found);
  if (depth > 4) return;
  const target = schema.$ref === undefined ? undefined : view.target(schema.$ref);
  for (const one of [
    target ?? [],
    schema.anyOf ?? [],
    schema.oneOf ?? [],
    schema.allOf ?? [],
  ].flat())
    noteAll(one, view, found, depth + 1);
}
