import type { ApiReference, Inferences, InferredOperation, Operation } from "../../infer/model.js";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.js";
import { KnownAnswers } from "../../collections/known-answers.js";
import type { Conventions, ServiceFact } from "../../facts/service-fact.js";
import { liftComponents, type Root } from "../components/components.js";
import { singular } from "../../english/number.js";
import { bare } from "../components/schema-children.js";
import { canonicalJson } from "../canonical.js";
import { pascal } from "../components/component-names.js";
import type { DocumentExtension, OpenApiDocument, SchemaObject, TagObject } from "../document.js";
import { writeFaults } from "./write-faults.js";
import { fileName } from "./examples.js";
import { writePaths } from "./write-path-items.js";
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

/**
 * Writes the OpenAPI 3.1 document: what the docs mean. With what was `known` of the last one, all of
 * it that is equal is the same object again.
 */
export function toOpenApi(
  inferences: Inferences,
  settings: DocumentSettings = {},
  known: KnownAnswers = new KnownAnswers(),
): Outcome<OpenApiDocument> {
  const { reference } = inferences;
  const diagnostics: Diagnostic[] = [];
  const all = [...inferences.operations.values()];
  const statuses = all.flatMap(({ operation }) =>
    operation.statuses.filter(({ code }) => code >= 400).map(({ code }) => code),
  );
  const faults = known.asBefore("faults", "", writeFaults(inferences.service.faults, statuses));
  const roots = rootsOf(all, known);
  const ofRoots = roots.map(({ root }) => root);
  const lifted = known.ofData("components", "", [faults, ...ofRoots], () =>
    liftComponents(ofRoots, new Set(Object.keys(faults.schemas))),
  );
  const bodies = new Map<Operation, { request?: SchemaObject; response?: SchemaObject }>();
  roots.forEach(({ operation, root }, index) => {
    const schema = lifted.roots[index];
    if (schema !== undefined)
      bodies.set(operation, { ...bodies.get(operation), [root.side]: schema });
  });
  const { paths, webhooks, servers } = writePaths(all, bodies, faults, known);
  const { service } = inferences;
  const description = settings.info?.description ?? reference.description;
  const conventions = conventionsOf(service.known);
  const extension: DocumentExtension = {
    service: service.service,
    ...(service.known?.aliases !== undefined && { aliases: service.known.aliases }),
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
    servers: settings.servers ?? servers ?? [{ url: "/" }],
    security: [{ "X-Auth-Token": [] }],
    tags: reference.chapters.filter(({ operations }) => operations.length > 0).map(tagOf),
    paths,
    ...(Object.keys(webhooks).length > 0 && { webhooks }),
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
  return { value: known.asBefore("document", "", document), diagnostics };
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

/** A body of an operation with what it may be called. */
interface OwnRoot {
  readonly operation: Operation;
  readonly root: Root;
}

/** Every body with what it may be called, in the order of the docs. */
function rootsOf(all: readonly InferredOperation[], known: KnownAnswers): readonly OwnRoot[] {
  const shapeOf = ({ operationId, response }: InferredOperation): string =>
    known.of("form", operationId, [response?.node], () =>
      response === undefined ? "" : formOf(response.node),
    );
  const shown = shownByPath(all, shapeOf);
  return all.flatMap((inferred): readonly OwnRoot[] => {
    const { operation, operationId, older, listing, request, response, key } = inferred;
    const { method, path } = operation;
    // What a POST to one of them answers with is something else, what was done with it, unless it is
    // the very thing that is shown there.
    const one = method.value === "POST" ? shown.get(path) : undefined;
    const isShown = one !== undefined && response !== undefined && one === shapeOf(inferred);
    const given = [request?.node, response?.node, method.value, path, older, listing, key, isShown];
    const roots = known.ofData("roots", operationId, given, () => rootsIn(inferred, isShown));
    return roots.map((root) => ({ operation, root }));
  });
}

function rootsIn(
  {
    operation,
    operationId,
    older,
    listing,
    request,
    response,
    key,
    ...inferred
  }: InferredOperation,
  isShown: boolean,
): readonly Root[] {
  const name = operationId.charAt(0).toUpperCase() + operationId.slice(1);
  const words = inferred.words.map(pathWord);
  const method = operation.method.value;
  const item = !listing && /\}\/?$/.test(operation.path) && method === "GET";
  const isOne =
    method === "POST" ? isPlural(operation.path) || isShown : /\}\/?$/.test(operation.path);
  const common = {
    operation: name,
    older,
    resource: isOne ? words.at(-1) : undefined,
    qualified: words.toReversed(),
  };
  const out: Root[] = [];
  if (request !== undefined)
    out.push({
      ...common,
      name: `${name}Request`,
      side: "request",
      rank: 4,
      schema: requiring(schemaOf(request.node), key),
    });
  if (response !== undefined) {
    const schema = schemaOf(response.node);
    // A collection that answers a list without a wrapper answers its members themselves.
    const isBare = method === "GET" && schema.type === "array" && isPlural(operation.path);
    const rank = item
      ? 0
      : listing
        ? /\/detail\/?$/.test(operation.path)
          ? 1
          : 2
        : method === "GET"
          ? 1
          : 3;
    out.push({
      ...common,
      ...(isBare && { resource: words.at(-1) }),
      name: `${name}Response`,
      side: "response",
      rank,
      schema,
    });
  }
  return out;
}

/** By path, the shape of what a GET of one answers, where something is posted to it as well. */
function shownByPath(
  all: readonly InferredOperation[],
  shapeOf: (inferred: InferredOperation) => string,
): ReadonlyMap<string, string> {
  const posted = new Set(
    all.flatMap(({ operation: { method, path } }) => (method.value === "POST" ? [path] : [])),
  );
  return new Map(
    all.flatMap((inferred) => {
      const { operation, listing, response } = inferred;
      const { method, path } = operation;
      const isOne = method.value === "GET" && !listing && /\}\/?$/.test(path);
      return isOne && posted.has(path) && response !== undefined
        ? [[path, shapeOf(inferred)] as const]
        : [];
    }),
  );
}

const formOf = (node: Parameters<typeof schemaOf>[0]): string =>
  canonicalJson(bare(schemaOf(node)));

/** A word of a path as part of a name: `os-baremetal-nodes` → `BaremetalNode`, `OS-REVOKE` → `Revoke`. */
function pathWord(word: string): string {
  const bare = word.replace(/^os-/i, "");
  return pascal(bare === bare.toUpperCase() ? bare.toLowerCase() : bare);
}

/** Whether a path ends with the name of a collection. */
function isPlural(path: string): boolean {
  const last = path.split("/").findLast((word) => word !== "") ?? "";
  return !/[{}]/.test(last) && singular(last) !== last;
}

/** The one member of a body must be there, whatever its row says, among operations of one path. */
function requiring(schema: SchemaObject, member: string | undefined): SchemaObject {
  if (member === undefined || schema.properties?.[member] === undefined) return schema;
  const required = schema.required ?? [];
  return required.includes(member) ? schema : { ...schema, required: [member, ...required] };
}
