import {
  methods,
  type OpenApiDocument,
  type OperationObject,
  type PathItemObject,
  type Reference,
  type RequestBodyObject,
  type ResponseObject,
  type SchemaObject,
  type SourceName,
} from "../document.js";
import { resolved, schemaName } from "../references.js";

/** A place of the document of which nothing is known but that something may stand there. */
export interface LoosePlace {
  readonly operationId: string;
  readonly source: SourceName | undefined;
  /** `request`, `response 200`, `query limit`, `response 201 header Location`. */
  readonly part: string;
  /** Below that part, such as `server.metadata.*`; empty for all of it. */
  readonly path: string;
}

/**
 * Every place without a type: schemas that admit anything, lists and objects of which the inside
 * is not told. What operations share is listed at the first that has it; bodies of faults are not
 * listed, since their form is that of the service.
 */
export function loosePlaces(document: OpenApiDocument): readonly LoosePlace[] {
  const places = new Map<string, LoosePlace>();
  const known = new Set(Object.values(document["x-restanza"]?.faults ?? {}));
  const look = ({ operationId, source }: Part, part: string, schema: SchemaObject): void => {
    visit(document, known, schema, "", (path) =>
      places.set(`${operationId}\n${part}\n${path}`, { operationId, source, part, path }),
    );
  };
  for (const operation of Object.values({ ...document.paths, ...document.webhooks }).flatMap(
    operationsOf,
  )) {
    const parts = documentedParts(operation);
    const [first] = parts;
    for (const given of operation.parameters ?? []) {
      const parameter = resolved(document, given);
      if (first && parameter) look(first, `${parameter.in} ${parameter.name}`, parameter.schema);
    }
    for (const part of parts) {
      for (const schema of jsonSchemas(part.requestBody)) look(part, "request", schema);
      for (const [status, given] of Object.entries(part.responses)) {
        const response = resolved(document, given);
        for (const schema of jsonSchemas(response)) look(part, `response ${status}`, schema);
        for (const [name, header] of Object.entries(response?.headers ?? {}))
          look(part, `response ${status} header ${name}`, header.schema);
      }
    }
  }
  return [...places.values()];
}

function operationsOf(item: PathItemObject): readonly OperationObject[] {
  return [
    ...methods.flatMap((method) => item[method] ?? []),
    ...Object.values(item["x-restanza-operations"] ?? {}),
  ];
}

interface Part {
  readonly operationId: string;
  readonly source: SourceName | undefined;
  readonly requestBody?: RequestBodyObject;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
}

/** The documented operations behind one of the document, else itself. */
function documentedParts(operation: OperationObject): readonly Part[] {
  const source = operation["x-restanza"]?.source;
  return operation["x-restanza"]?.operations ?? [{ ...operation, source }];
}

function jsonSchemas(
  body: Pick<RequestBodyObject, "content"> | ResponseObject | undefined,
): readonly SchemaObject[] {
  return Object.entries(body?.content ?? {}).flatMap(
    ([type, media]) => media.schema ?? (/[/+]json$/.test(type) ? {} : []),
  );
}

/** Words of JSON Schema of which one is enough to say something. */
const telling = [
  "type",
  "enum",
  "const",
  "anyOf",
  "oneOf",
  "allOf",
  "properties",
  "items",
] as const;

/** Tells of each loose place of a schema; each component is looked at once. */
function visit(
  document: OpenApiDocument,
  known: Set<string>,
  schema: SchemaObject | undefined,
  path: string,
  found: (path: string) => void,
): void {
  if (schema === undefined) return;
  const go = (inner: SchemaObject | undefined, at: string): void =>
    visit(document, known, inner, at, found);
  if (schema.$ref !== undefined) {
    const name = schemaName(schema.$ref);
    if (name === undefined || known.has(name)) return;
    known.add(name);
    go(document.components?.schemas?.[name], path);
    return;
  }
  const { properties = {}, additionalProperties: rest, patternProperties = {}, items } = schema;
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const types = [schema.type ?? []].flat();
  const values = [...(typeof rest === "object" ? [rest] : []), ...Object.values(patternProperties)];
  if (!telling.some((word) => schema[word] !== undefined) && values.length === 0) found(path);
  const inside = branches.length > 0 || schema.enum !== undefined || schema.const !== undefined;
  if (types.includes("array") && items === undefined && !schema.prefixItems && !inside)
    found(`${path}[]`);
  const closed =
    typeof rest === "boolean" || Object.keys(properties).length > 0 || values.length > 0;
  if (types.includes("object") && !closed && !inside) found(join(path, "*"));
  for (const [name, inner] of Object.entries(properties)) go(inner, join(path, name));
  for (const inner of values) go(inner, join(path, "*"));
  for (const inner of schema.prefixItems ?? []) go(inner, `${path}[]`);
  go(items, `${path}[]`);
  for (const branch of branches) go(branch, path);
}

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
