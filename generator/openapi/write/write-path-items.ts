import type { InferredOperation, Operation } from "../../infer/model.js";
import { groupBy } from "../../collections/groups.js";
import { KnownAnswers } from "../../collections/known-answers.js";
import {
  methods,
  type Method,
  type OpenApiDocument,
  type OperationObject,
  type PathItemObject,
  type SchemaObject,
  type ServerObject,
} from "../document.js";
import { mergeOperations } from "./merge-operations.js";
import type { Faults } from "./write-faults.js";
import { writeOperation, type BodySchemas } from "./write-operation.js";
import { templatePaths } from "./write-paths.js";

/** Bodies of operations as schemas. */
type Bodies = ReadonlyMap<Operation, { request?: SchemaObject; response?: SchemaObject }>;

/** What the docs have of operations: `paths`, `webhooks`, and `servers` where all name one host. */
export function writePaths(
  all: readonly InferredOperation[],
  bodies: Bodies,
  faults: Faults,
  known: KnownAnswers,
): Required<Pick<OpenApiDocument, "paths" | "webhooks">> & Pick<OpenApiDocument, "servers"> {
  const own = all.filter(({ operation }) => !operation.callback);
  const hosts = new Set(own.map(({ operation }) => operation.server));
  const [host] = hosts.size === 1 ? hosts : [];
  return {
    paths: writeItems(own, bodies, faults, host, known),
    webhooks: writeWebhooks(
      all.filter(({ operation }) => operation.callback),
      bodies,
      faults,
    ),
    ...(host !== undefined && { servers: [serverOf(host)] }),
  };
}

/** A webhook has no path to fill in, and the token of a client is not sent to it. */
function writeWebhooks(
  all: readonly InferredOperation[],
  bodies: Bodies,
  faults: Faults,
): NonNullable<OpenApiDocument["webhooks"]> {
  return Object.fromEntries(
    all.map((inferred) => {
      const { operation, operationId } = inferred;
      const { request, response } = bodies.get(operation) ?? {};
      const written = writeOperation(inferred, new Map(), { request, response }, faults);
      const webhook = { ...written, security: [] };
      return [operationId, itemOf(operation.method.value, webhook)];
    }),
  );
}

function itemOf(method: string, operation: OperationObject): PathItemObject {
  const known = methods.find((each) => each === method.toLowerCase());
  return known === undefined
    ? { "x-restanza-operations": { [method]: operation } }
    : { [known]: operation };
}

/** A server of OpenAPI, whose variables must have defaults: where a service stands on one's own host. */
function serverOf(template: string): ServerObject {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? "");
  const variables = names.map((name) => [name, { default: defaultOf(template, name) }]);
  return {
    url: template,
    ...(names.length > 0 && { variables: Object.fromEntries(variables) }),
  };
}

function defaultOf(template: string, name: string): string {
  const at = template.indexOf(`{${name}}`);
  if (template.startsWith("://", at + name.length + 2)) return "https";
  if (template.charAt(at - 1) === ":") return "443";
  return at === 0 ? "https://localhost" : "localhost";
}

function writeItems(
  all: readonly InferredOperation[],
  bodies: Bodies,
  faults: Faults,
  host: string | undefined,
  known: KnownAnswers,
): Readonly<Record<string, PathItemObject>> {
  const operations = all.map(({ operation }) => operation);
  const templates = templatePaths(operations);
  const used = new Set(all.map(({ operationId }) => operationId));
  const paths: Record<
    string,
    { methods: Partial<Record<Method, OperationObject>>; others: Record<string, OperationObject> }
  > = {};
  for (const group of groupBy(all, ({ group: number }) => number).values()) {
    const first = group[0]?.operation;
    const template = first && templates.get(first)?.template;
    if (first === undefined || template === undefined) continue;
    const members = group.map((own) => {
      const { operation } = own;
      const names = templates.get(operation)?.names.get(operation) ?? new Map();
      const { request, response } = bodies.get(operation) ?? {};
      const schemas: BodySchemas = { request, response };
      const given = [...causesOf(own), [...names].flat().join("\0"), request, response, faults];
      const written = known.ofData("operation", own.operationId, given, () =>
        writeOperation(own, names, schemas, faults),
      );
      return { inferred: own, written };
    });
    const method = first.method.value.toLowerCase();
    const item = (paths[template] ??= { methods: {}, others: {} });
    const id = uniqueId(method, template, used);
    const causes = members.flatMap(({ inferred, written: one }) => [...causesOf(inferred), one]);
    const written = known.ofData("operations", `${method} ${template}`, [id, ...causes], () =>
      mergeOperations(members, id),
    );
    const elsewhere = first.server === host ? undefined : first.server;
    const merged =
      elsewhere === undefined ? written : { ...written, servers: [serverOf(elsewhere)] };
    const named = methods.find((each) => each === method);
    if (named !== undefined) item.methods[named] = merged;
    else item.others[first.method.value] = merged;
  }
  return Object.fromEntries(
    Object.entries(paths).map(([path, { methods: own, others }]) => [
      path,
      { ...own, ...(Object.keys(others).length > 0 && { "x-restanza-operations": others }) },
    ]),
  );
}

/** All that an operation is written from, its bodies aside: what it has of its chapter, too. */
function causesOf({ chapter, bounds, ...own }: InferredOperation): readonly unknown[] {
  return [...Object.values(own), chapter.name, chapter.deprecated, bounds.min, bounds.max];
}

/** `post /servers/{server_id}/action` → `postServersServerIdAction`: only where operations share a path. */
function uniqueId(method: string, path: string, used: ReadonlySet<string>): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const name = method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  let id = name;
  for (let number = 2; used.has(id); number += 1) id = `${name}${number}`;
  return id;
}
