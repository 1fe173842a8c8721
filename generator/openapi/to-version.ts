import type {
  OpenApiDocument,
  OperationObject,
  PathItemObject,
  ResponseObject,
  TagObject,
} from "./document.js";
import { methods } from "./document.js";
import { isRecord } from "./references.js";
import { statusPhrase } from "./write/status-phrases.js";

/** The versions of OpenAPI that a document is written in. */
export const openApiVersions = ["3.1", "3.2"] as const;
export type OpenApiVersion = (typeof openApiVersions)[number];

/**
 * A document of restanza in OpenAPI 3.2: what 3.1 has only extensions for gets the members that 3.2
 * has. Operations of any method stand under `additionalOperations`, QUERY under `query`; tags have
 * summaries, parents and kinds; responses have summaries.
 */
export function inThreeTwo(document: OpenApiDocument): OpenApiDocument {
  const { tags } = document;
  return {
    ...document,
    openapi: "3.2.0",
    ...(tags && { tags: tags.map(tagInThreeTwo) }),
    paths: mapValues(document.paths, (item) => itemInThreeTwo(item)),
    ...(document.webhooks && { webhooks: mapValues(document.webhooks, itemInThreeTwo) }),
  };
}

function tagInThreeTwo(tag: TagObject): TagObject {
  const { title, parent, kind } = tag["x-restanza"] ?? {};
  return {
    ...tag,
    ...(title !== undefined && title !== tag.name && { summary: title }),
    ...(parent !== undefined && { parent }),
    ...(kind !== undefined && { kind }),
  };
}

function itemInThreeTwo(item: PathItemObject): PathItemObject {
  const { "x-restanza-operations": others = {}, ...rest } = item;
  const { QUERY: query, ...additional } = others;
  const named = mapMembers(rest, (operation) => operationInThreeTwo(operation));
  return {
    ...named,
    ...(query && { query: operationInThreeTwo(query) }),
    ...(Object.keys(additional).length > 0 && {
      additionalOperations: mapValues(additional, operationInThreeTwo),
    }),
  };
}

function operationInThreeTwo(operation: OperationObject): OperationObject {
  return withResponses(operation, (response, status) =>
    "description" in response ? withSummary(response as ResponseObject, status) : response,
  );
}

/** The words of a status, where the description says more than these. */
function withSummary(response: ResponseObject, status: string): ResponseObject {
  const said = response["x-restanza"]?.summary;
  const phrase = /^\d{3}$/.test(status) ? statusPhrase(Number(status)) : undefined;
  const summary = said ?? (phrase === response.description ? undefined : phrase);
  return summary === undefined ? response : { summary, ...response };
}

/**
 * A document of OpenAPI 3.2 as restanza keeps it: in 3.1, and what only 3.2 has under `x-restanza`,
 * from where `inThreeTwo` takes it again.
 */
export function inThreeOne(document: OpenApiDocument): OpenApiDocument {
  const { tags } = document;
  return {
    ...document,
    openapi: "3.1.1",
    ...(tags && { tags: tags.map(tagInThreeOne) }),
    paths: mapValues(document.paths, itemInThreeOne),
    ...(document.webhooks && { webhooks: mapValues(document.webhooks, itemInThreeOne) }),
  };
}

function tagInThreeOne({ summary, parent, kind, ...tag }: TagObject): TagObject {
  const own = {
    ...(summary !== undefined && { title: summary }),
    ...(parent !== undefined && { parent }),
    ...(kind !== undefined && { kind }),
  };
  if (Object.keys(own).length === 0) return tag;
  return { ...tag, "x-restanza": { ...tag["x-restanza"], ...own } };
}

function itemInThreeOne({ query, additionalOperations, ...item }: PathItemObject): PathItemObject {
  const named = mapMembers(item, operationInThreeOne);
  const others = { ...(query && { QUERY: query }), ...additionalOperations };
  return Object.keys(others).length === 0
    ? named
    : {
        ...named,
        "x-restanza-operations": {
          ...item["x-restanza-operations"],
          ...mapValues(others, operationInThreeOne),
        },
      };
}

function operationInThreeOne(operation: OperationObject): OperationObject {
  return withResponses(operation, (response) =>
    response.$ref === undefined ? described(response) : response,
  );
}

/** 3.2 has responses without a description. */
function described({ summary, ...response }: Partial<ResponseObject>): ResponseObject {
  return {
    ...response,
    description: response.description ?? summary ?? "",
    ...(summary !== undefined && { "x-restanza": { summary } }),
  };
}

/** A response, perhaps without all that it has to have, or a reference to one. */
type Said = Partial<ResponseObject> & { readonly $ref?: unknown };

/** An operation with its responses mapped, those that are objects. */
function withResponses(
  operation: OperationObject,
  map: (response: Said, status: string) => unknown,
): OperationObject {
  const { responses } = operation;
  if (!isRecord(responses)) return operation;
  const mapped = Object.entries(responses).map(([status, response]) => [
    status,
    isRecord(response) ? map(response as Said, status) : response,
  ]);
  return { ...operation, responses: Object.fromEntries(mapped) };
}

/** A path item with its operations mapped. */
function mapMembers(
  item: PathItemObject,
  map: (operation: OperationObject) => OperationObject,
): PathItemObject {
  const names = new Set<string>(methods);
  return Object.fromEntries(
    Object.entries(item).map(([name, member]) => [
      name,
      names.has(name) && isRecord(member) ? map(member as unknown as OperationObject) : member,
    ]),
  );
}

function mapValues<Value, Mapped>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Mapped,
): Readonly<Record<string, Mapped>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
