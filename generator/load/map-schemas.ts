import { isRecord } from "../openapi/references.js";
import { grammar, type Kind, mapKinds, type Member } from "./grammar.js";

/** Who sends what a schema speaks of. */
export type Side = "request" | "response";

/** Makes another schema of one; `side` is undefined where the document does not say. */
export type MapSchema = (schema: unknown, side: Side | undefined) => unknown;

/** An object of a document with each schema in it mapped, the outermost of each place alone. */
export function mapSchemas(kind: Kind, value: unknown, map: MapSchema, side?: Side): unknown {
  if (kind === "schema") return map(value, side);
  // What the service sends to others is a request of its own.
  if (!isRecord(value) || kind === "callback") return value;
  return mapped(value, kind, (name, inner, each) =>
    kind === "document" && name === "webhooks"
      ? each
      : mapSchemas(inner, each, map, sideOf(inner) ?? side),
  );
}

/** A schema with each schema in it mapped. */
export function mapInner(
  schema: unknown,
  map: (inner: unknown, keyword: string) => unknown,
): unknown {
  if (!isRecord(schema)) return schema;
  return mapped(schema, "schema", (keyword, _kind, inner) => map(inner, keyword));
}

function sideOf(kind: Kind): Side | undefined {
  if (kind === "response") return "response";
  return kind === "requestBody" || kind === "parameter" ? "request" : undefined;
}

type Each = (name: string, kind: Kind, value: unknown) => unknown;

function mapped(
  value: Readonly<Record<string, unknown>>,
  kind: Kind,
  each: Each,
): Readonly<Record<string, unknown>> {
  const members = grammar[kind];
  const all = mapKinds[kind];
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const form = Object.hasOwn(members, name) ? members[name] : undefined;
      if (form !== undefined) return [name, mappedMember(name, form, member, each)];
      return [name, all === undefined || name.startsWith("x-") ? member : each(name, all, member)];
    }),
  );
}

function mappedMember(name: string, form: Member, value: unknown, each: Each): unknown {
  if ("one" in form) return each(name, form.one, value);
  if ("list" in form && Array.isArray(value))
    return value.map((item: unknown) => each(name, form.list, item));
  if ("map" in form && isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, each(name, form.map, item)]),
    );
  return value;
}

/** The names of the components that schemas refer to, directly or in what is in them. */
export function referencesOf(schema: unknown): readonly string[] {
  const found: string[] = [];
  const visit = (one: unknown): unknown => {
    if (isRecord(one) && typeof one["$ref"] === "string") found.push(one["$ref"]);
    return mapInner(one, visit);
  };
  visit(schema);
  return found;
}
