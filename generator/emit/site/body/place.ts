import type { SchemaObject } from "../../../openapi/document.js";
import { boundsOf } from "../../../openapi/model.js";
import { isRecord, schemaName } from "../../../openapi/references.js";
import { type Bounds, intersect } from "../../../openapi/versions.js";

export type Schemas = Readonly<Record<string, SchemaObject>>;

/** Where a schema stands while a body is unfolded. */
export interface Place {
  readonly schemas: Schemas;
  readonly path: string;
  /** The components that are being unfolded around it, each with the path that it stands at. */
  readonly around: ReadonlyMap<string, string>;
}

/** A body deeper than this goes on in the document alone. */
export const deepest = 24;

/** What stands where a schema should; true, false and slips of other people's documents say nothing. */
export function asSchema(value: unknown): SchemaObject {
  return isRecord(value) ? value : {};
}

/** The name of the component that a schema refers to. */
export function nameOf({ $ref: reference }: SchemaObject): string | undefined {
  return typeof reference === "string" ? schemaName(reference) : undefined;
}

/** The component that a schema refers to. */
export function referredTo(schema: SchemaObject, { schemas }: Place): SchemaObject | undefined {
  const name = nameOf(schema);
  const target = name === undefined ? undefined : schemas[name];
  return isRecord(target) ? target : undefined;
}

/** The bounds that a schema states on itself or on the component that it refers to. */
export function ownBounds(schema: SchemaObject, place: Place): Bounds {
  const bounds = boundsOf(schema["x-openstack"]);
  const target = referredTo(schema, place);
  return target === undefined ? bounds : intersect(bounds, boundsOf(target["x-openstack"]));
}

/** The schemas of a list such as `oneOf`. */
export function schemasIn(list: unknown): readonly SchemaObject[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
