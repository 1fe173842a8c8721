import { methods, type OpenApiDocument, type OperationObject } from "./document.js";
import { isRecord, schemaName, schemaReference } from "./references.js";

/** What a name of a document stands for. */
export type Named =
  | {
      readonly kind: "operation";
      /** As in the docs: upper case, and the path with its braces. */
      readonly method: string;
      readonly path: string;
      readonly title: string | undefined;
    }
  | { readonly kind: "schema" };

/** Another name for what `named` is; `undefined` leaves it. */
export type Rename = (name: string, named: Named) => string | undefined;

/** New names by old ones. */
export interface NewNames {
  readonly operations: ReadonlyMap<string, string>;
  readonly schemas: ReadonlyMap<string, string>;
}

/** Asks for a new name of each documented operation and each component schema, in their order. */
export function newNames(document: OpenApiDocument, rename: Rename): NewNames {
  const operations = new Map<string, string>();
  for (const { operation, method, path } of operationsOf(document)) {
    for (const { operationId, summary } of operation["x-restanza"]?.operations ?? [operation]) {
      const named = { kind: "operation", method, path, title: summary } as const;
      keep(operations, operationId, rename(operationId, named));
    }
  }
  const schemas = new Map<string, string>();
  for (const name of Object.keys(document.components?.schemas ?? {}))
    keep(schemas, name, rename(name, { kind: "schema" }));
  return { operations, schemas };
}

/** All names of a kind as they are after renaming: what stands there twice is a collision. */
export function namesAfter(
  document: OpenApiDocument,
  { operations, schemas }: NewNames,
): { readonly operations: readonly string[]; readonly schemas: readonly string[] } {
  const ids = operationsOf(document).flatMap(({ operation }) =>
    (operation["x-restanza"]?.operations ?? [operation]).map(({ operationId }) => operationId),
  );
  return {
    operations: ids.map((id) => operations.get(id) ?? id),
    schemas: Object.keys(document.components?.schemas ?? {}).map(
      (name) => schemas.get(name) ?? name,
    ),
  };
}

/** The document with these names, at their places and in every reference to them. */
export function renamed(document: OpenApiDocument, names: NewNames): OpenApiDocument {
  if (names.operations.size === 0 && names.schemas.size === 0) return document;
  const walk = (value: unknown, of: string, isMap: boolean): unknown => {
    if (Array.isArray(value)) return value.map((each) => walk(each, of, false));
    if (!isRecord(value)) return value;
    const isSchemas = isMap && of === "schemas";
    const entries = Object.entries(value).map(([key, member]) => [
      isSchemas ? (names.schemas.get(key) ?? key) : key,
      isMap ? walk(member, key, false) : memberOf(key, member, of),
    ]);
    return Object.fromEntries(entries);
  };
  const memberOf = (key: string, member: unknown, of: string): unknown => {
    if (typeof member === "string") {
      if (key === "operationId") return names.operations.get(member) ?? member;
      if (key === "$ref") return renamedReference(member, names.schemas);
      if (key === "resource" && of === "x-restanza") return names.schemas.get(member) ?? member;
      return member;
    }
    if (dataMembers.has(key)) return member;
    if ((key === "mapping" || key === "faults") && isRecord(member)) {
      return Object.fromEntries(
        Object.entries(member).map(([each, name]) => [each, renamedTarget(name, names.schemas)]),
      );
    }
    return walk(member, key, mapMembers.has(key));
  };
  // The walk keeps the kinds of all members: it changes texts and the keys of one map.
  return walk(document, "", false) as OpenApiDocument;
}

/** Members whose values are data: what looks like a reference in them is none. */
const dataMembers = new Set(["example", "examples", "default", "enum", "const"]);
/** Members whose keys are names of the docs, and so no words of OpenAPI. */
const mapMembers = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "dependentSchemas",
  "schemas",
  "parameters",
  "responses",
  "headers",
  "content",
  "paths",
  "webhooks",
  "callbacks",
  "links",
]);

function renamedTarget(name: unknown, schemas: ReadonlyMap<string, string>): unknown {
  if (typeof name !== "string") return name;
  return schemas.get(name) ?? renamedReference(name, schemas);
}

function renamedReference(reference: string, schemas: ReadonlyMap<string, string>): string {
  const name = reference.startsWith("#") ? schemaName(reference) : undefined;
  const other = name === undefined ? undefined : schemas.get(name);
  return other === undefined ? reference : schemaReference(other);
}

function keep(names: Map<string, string>, name: string, other: string | undefined): void {
  if (other !== undefined && other !== name) names.set(name, other);
}

interface Placed {
  readonly operation: OperationObject;
  readonly method: string;
  readonly path: string;
}

function operationsOf({ paths, webhooks }: OpenApiDocument): readonly Placed[] {
  return Object.entries({ ...paths, ...webhooks }).flatMap(([path, item]) => [
    ...[...methods, "query" as const].flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ operation, method: method.toUpperCase(), path }];
    }),
    ...Object.entries({ ...item.additionalOperations, ...item["x-restanza-operations"] }).map(
      ([method, operation]) => ({ operation, method: method.toUpperCase(), path }),
    ),
  ]);
}
