import type { ApiReference, Operation } from "../apiref/model.js";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import type { Conventions, ServiceFact } from "../facts/service-fact.js";
import { shareMethodAndPath } from "../infer/actions.js";
import { isListing, pathWords } from "../infer/bodies/body.js";
import type { InferredOperation, Inferences } from "../infer/model.js";
import { liftComponents, type Root } from "./components.js";
import { pascal } from "./component-names.js";
import {
  methods,
  type DocumentExtension,
  type Method,
  type OpenApiDocument,
  type OperationObject,
  type PathItemObject,
  type SchemaObject,
  type TagObject,
} from "./document.js";
import { mergeOperations } from "./merge-operations.js";
import { writeFaults, type Faults } from "./write-faults.js";
import { fileName, writeOperation, type BodySchemas } from "./write-operation.js";
import { templatePaths } from "./write-paths.js";
import { schemaOf } from "./write-schema.js";

/** What the user says about the document as a whole. */
export interface DocumentSettings {
  readonly info?: {
    readonly title?: string;
    readonly version?: string;
    readonly description?: string;
  };
  readonly servers?: OpenApiDocument["servers"];
}

/** Writes the OpenAPI 3.1 document: what the docs mean. */
export function toOpenApi(
  reference: ApiReference,
  inferences: Inferences,
  settings: DocumentSettings = {},
): Outcome<OpenApiDocument> {
  const diagnostics: Diagnostic[] = [];
  const all = [...inferences.operations.values()];
  const statuses = all.flatMap(({ operation }) =>
    operation.statuses.filter(({ code }) => code >= 400).map(({ code }) => code),
  );
  const faults = writeFaults(inferences.service.faults, statuses);
  const roots = rootsOf(all);
  const lifted = liftComponents(
    roots.map(({ root }) => root),
    new Set(Object.keys(faults.schemas)),
  );
  const bodies = new Map<Operation, { request?: SchemaObject; response?: SchemaObject }>();
  roots.forEach(({ operation, root }, index) => {
    const schema = lifted.roots[index];
    if (schema !== undefined)
      bodies.set(operation, { ...bodies.get(operation), [root.side]: schema });
  });
  const paths = writePaths(all, bodies, faults);
  const { service } = inferences;
  const description = settings.info?.description ?? reference.description;
  const conventions = conventionsOf(service.known);
  const extension: DocumentExtension = {
    service: service.service,
    ...(service.microversions !== undefined && { microversions: service.microversions }),
    ...(conventions !== undefined && { conventions }),
    faults: faults.byStatus,
  };
  const document: OpenApiDocument = {
    openapi: "3.1.0",
    info: {
      title: settings.info?.title ?? service.title,
      version: settings.info?.version ?? service.version ?? "1",
      ...(description !== "" && { description }),
    },
    servers: settings.servers ?? [{ url: "/" }],
    security: [{ "X-Auth-Token": [] }],
    tags: reference.chapters.filter(({ operations }) => operations.length > 0).map(tagOf),
    paths,
    components: {
      schemas: sortByName({ ...lifted.schemas, ...faults.schemas }),
      securitySchemes: {
        "X-Auth-Token": {
          type: "apiKey",
          in: "header",
          name: "X-Auth-Token",
          description: "A token of the Identity service.",
        },
      },
    },
    "x-restanza": extension,
  };
  return { value: document, diagnostics };
}

/** What is known of a service's answers, without where it is known from. */
function conventionsOf(known: ServiceFact | undefined): Conventions | undefined {
  if (known?.conventions === undefined) return undefined;
  const { from: _from, ...conventions } = known.conventions;
  return conventions;
}

function sortByName<Value>(
  record: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function tagOf(chapter: ApiReference["chapters"][number]): TagObject {
  return {
    name: chapter.name,
    ...(chapter.description.markdown !== "" && { description: chapter.description.markdown }),
    "x-restanza": {
      title: chapter.title,
      source: fileName(chapter.source),
      ...(chapter.deprecated && { deprecated: true }),
    },
  };
}

/** Every body with what it may be called, in the order of the docs. */
function rootsOf(
  all: readonly InferredOperation[],
): readonly { readonly operation: Operation; readonly root: Root }[] {
  return all.flatMap(({ operation, operationId, older, request, response, action }) => {
    const name = operationId.charAt(0).toUpperCase() + operationId.slice(1);
    const word = pathWords(operation.path).at(-1);
    const listing = isListing(operation);
    const method = operation.method.value;
    const item = !listing && /\}\/?$/.test(operation.path) && method === "GET";
    const common = { operation: name, older };
    const out: { operation: Operation; root: Root }[] = [];
    if (request !== undefined)
      out.push({
        operation,
        root: {
          ...common,
          name: `${name}Request`,
          resource: undefined,
          side: "request",
          rank: 4,
          schema: requiring(schemaOf(request.node), action),
        },
      });
    if (response !== undefined) {
      const rank = item
        ? 0
        : listing
          ? /\/detail\/?$/.test(operation.path)
            ? 1
            : 2
          : method === "GET"
            ? 1
            : 3;
      const bare =
        item && word !== undefined && !hasWrapper(response.node)
          ? `${pascal(word)}${older ?? ""}`
          : undefined;
      out.push({
        operation,
        root: {
          ...common,
          name: `${name}Response`,
          resource: bare,
          side: "response",
          rank,
          schema: schemaOf(response.node),
        },
      });
    }
    return out;
  });
}

function hasWrapper(node: NonNullable<InferredOperation["response"]>["node"]): boolean {
  return node.members.length === 1;
}

function writePaths(
  all: readonly InferredOperation[],
  bodies: ReadonlyMap<Operation, { request?: SchemaObject; response?: SchemaObject }>,
  faults: Faults,
): Readonly<Record<string, PathItemObject>> {
  const operations = all.map(({ operation }) => operation);
  const inferred = new Map(all.map((each) => [each.operation, each]));
  const templates = templatePaths(operations);
  const used = new Set(all.map(({ operationId }) => operationId));
  const paths: Record<
    string,
    { methods: Partial<Record<Method, OperationObject>>; others: Record<string, OperationObject> }
  > = {};
  for (const group of shareMethodAndPath(operations)) {
    const [first] = group;
    const template = first && templates.get(first)?.template;
    if (first === undefined || template === undefined) continue;
    const members = group.flatMap((operation) => {
      const own = inferred.get(operation);
      const names = templates.get(operation)?.names.get(operation) ?? new Map();
      if (own === undefined) return [];
      const { request, response } = bodies.get(operation) ?? {};
      const schemas: BodySchemas = { request, response };
      return [{ inferred: own, written: writeOperation(own, names, schemas, faults) }];
    });
    const method = first.method.value.toLowerCase();
    const item = (paths[template] ??= { methods: {}, others: {} });
    const merged = mergeOperations(members, uniqueId(method, template, used));
    const known = methods.find((each) => each === method);
    if (known !== undefined) item.methods[known] = merged;
    else item.others[first.method.value] = merged;
  }
  return Object.fromEntries(
    Object.entries(paths).map(([path, { methods: own, others }]) => [
      path,
      { ...own, ...(Object.keys(others).length > 0 && { "x-restanza-operations": others }) },
    ]),
  );
}

/** `post /servers/{server_id}/action` → `postServersServerIdAction`: only where operations share a path. */
function uniqueId(method: string, path: string, used: ReadonlySet<string>): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const name = method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  let id = name;
  for (let number = 2; used.has(id); number += 1) id = `${name}${number}`;
  return id;
}

/** What tells an operation from others of its path must be there, whatever its row says. */
function requiring(schema: SchemaObject, member: string | undefined): SchemaObject {
  if (member === undefined || schema.properties?.[member] === undefined) return schema;
  const required = schema.required ?? [];
  return required.includes(member) ? schema : { ...schema, required: [member, ...required] };
}
