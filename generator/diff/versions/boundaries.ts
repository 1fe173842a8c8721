import type { OpenApiDocument } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { readBounds } from "../../openapi/read/read-range.js";
import { isRecord, pointedAt } from "../../openapi/references.js";
import { type Bounds, nextVersion } from "../../versions/versions.js";

/** The microversions at which something of an operation begins, or is no more: those of its bounds. */
export function boundariesOf(
  operation: OperationModel,
  document: OpenApiDocument,
): ReadonlySet<string> {
  const found = new Set<string>();
  note(operation.bounds, found);
  const seen = new Set<string>();
  for (const { bounds, schema } of operation.parameters) {
    note(bounds, found);
    collect(schema, document, found, seen);
  }
  const inBody = (body: OperationModel["responses"][number]["body"]): void => {
    for (const { schema } of body === undefined ? [] : [body, ...(body.others ?? [])])
      collect(schema, document, found, seen);
  };
  inBody(operation.body);
  for (const { bounds, body, headers } of operation.responses) {
    note(bounds, found);
    inBody(body);
    for (const { schema } of headers) collect(schema, document, found, seen);
  }
  return found;
}

/** The same of a schema, and of what it refers to. */
export function collect(
  value: unknown,
  document: OpenApiDocument,
  found: Set<string>,
  seen: Set<string>,
): void {
  if (Array.isArray(value)) {
    for (const inner of value) collect(inner, document, found, seen);
    return;
  }
  if (!isRecord(value)) return;
  note(readBounds(value["x-openstack"]), found);
  const { $ref: reference } = value;
  if (typeof reference === "string" && !seen.has(reference)) {
    seen.add(reference);
    collect(pointedAt(document, reference), document, found, seen);
  }
  for (const [name, inner] of Object.entries(value)) {
    if (name === "properties" && isRecord(inner))
      for (const member of Object.values(inner)) collect(member, document, found, seen);
    else if (name === "examples" && isRecord(inner)) noteSamples(inner, found);
    else if (name !== "example" && name !== "examples" && name !== "x-openstack")
      collect(inner, document, found, seen);
  }
}

/** Samples have bounds of their own; what they show is data. */
function noteSamples(samples: Readonly<Record<string, unknown>>, found: Set<string>): void {
  for (const one of Object.values(samples))
    if (isRecord(one)) note(readBounds(one["x-openstack"]), found);
}

/** What a bound begins, and what begins behind it. */
export function note({ min, max }: Bounds, found: Set<string>): void {
  if (min !== undefined) found.add(min);
  const next = max === undefined ? undefined : nextVersion(max);
  if (next !== undefined) found.add(next);
}
