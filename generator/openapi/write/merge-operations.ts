import { addTo, groupBy } from "../../collections/groups.js";
import type { InferredOperation } from "../../infer/model.js";
import type {
  DocumentedOperation,
  MediaTypeObject,
  OperationObject,
  ParameterObject,
  Reference,
  RequestBodyObject,
  ResponseObject,
  SchemaObject,
} from "../document.js";
import { fileName, joinExamples } from "./examples.js";
import { anySuccess, isBodiless, parameterKey } from "./write-operation.js";

/** A documented operation and what it would be alone. */
export interface Member {
  readonly inferred: InferredOperation;
  readonly written: OperationObject;
}

/**
 * One operation for several documented ones of the same method and path: the request body is one
 * of theirs, each branch with its own title, limits and action; parameters and responses are the
 * union; each documented operation stands whole under `x-restanza`.
 */
export function mergeOperations(members: readonly Member[], operationId: string): OperationObject {
  const [first] = members;
  if (first === undefined) throw new RangeError("nothing to merge");
  if (members.length === 1) return first.written;
  const tags = [...new Set(members.flatMap(({ written }) => written.tags ?? []))];
  const parameters = unionParameters(members);
  const requestBody = unionBodies(members);
  return {
    operationId,
    summary: members.map(({ written }) => written.summary).join(" / "),
    tags,
    ...(members.every(({ written }) => written.deprecated === true) && { deprecated: true }),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody !== undefined && { requestBody }),
    responses: unionResponses(members),
    "x-restanza": { operations: members.map(documented) },
  };
}

function documented({ inferred, written }: Member): DocumentedOperation {
  const openstack = {
    ...written["x-openstack"],
    ...(inferred.action !== undefined && { "action-name": inferred.action }),
  };
  return {
    operationId: written.operationId,
    summary: written.summary ?? "",
    ...(written.description !== undefined && { description: written.description }),
    tag: inferred.chapter.name,
    ...(written.deprecated !== undefined && { deprecated: written.deprecated }),
    source: { file: fileName(inferred.operation.source), title: inferred.operation.title.value },
    ...(inferred.fields !== undefined && { fields: inferred.fields }),
    ...(written["x-restanza"]?.asked !== undefined && { asked: written["x-restanza"].asked }),
    ...(Object.keys(openstack).length > 0 && { "x-openstack": openstack }),
    parameters: (written.parameters ?? []).flatMap((parameter) =>
      "$ref" in parameter ? [] : [parameterKey(parameter)],
    ),
    ...(written.requestBody !== undefined && { requestBody: written.requestBody }),
    responses: written.responses,
  };
}

/** All parameters; one that not every operation requires is optional here. */
function unionParameters(members: readonly Member[]): readonly ParameterObject[] {
  const all = new Map<string, ParameterObject[]>();
  for (const { written } of members)
    for (const parameter of written.parameters ?? []) {
      if ("$ref" in parameter) continue;
      const key = parameterKey(parameter);
      const same = all.get(key);
      if (same === undefined) all.set(key, [parameter]);
      else same.push(parameter);
    }
  return [...all.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    if (first.in === "path") return [first];
    const { required, ...rest } = first;
    const always = same.length === members.length && same.every((each) => each.required === true);
    void required;
    return [{ ...rest, ...(always && { required: true }) }];
  });
}

function unionBodies(members: readonly Member[]): RequestBodyObject | undefined {
  const bodies = members.filter(({ written }) => written.requestBody !== undefined);
  if (bodies.length === 0) return undefined;
  const types = new Map<string, { member: Member; media: MediaTypeObject }[]>();
  for (const member of bodies)
    for (const [type, media] of Object.entries(member.written.requestBody?.content ?? {})) {
      addTo(types, type, { member, media });
    }
  const keys = bodies.map(({ inferred: { request, action } }) =>
    request === undefined || request.node.members.some(({ name }) => name === action)
      ? action
      : undefined,
  );
  const apart = keys.every((key) => key !== undefined) && new Set(keys).size === keys.length;
  const content: Record<string, MediaTypeObject> = {};
  for (const [type, list] of types) {
    const branches = branchesOf(list);
    const [only] = branches;
    content[type] = {
      schema:
        branches.length === 1 && only !== undefined
          ? only
          : { [apart ? "oneOf" : "anyOf"]: branches },
      ...joinExamples(list.map(({ media }) => media)),
    };
  }
  // What creates or changes something has a body: where none is documented, it was forgotten, unless
  // the docs say so.
  const changes = ["POST", "PUT", "PATCH"].includes(
    members[0]?.inferred.operation.method.value ?? "",
  );
  const required = members.every(({ inferred, written: { requestBody: body } }) =>
    body === undefined ? changes && !inferred.asksNothing : body.required === true,
  );
  return { ...(required && { required }), content };
}

/** A branch for each form of the body. Operations that share one share the branch, and its title names all. */
function branchesOf(
  list: readonly { readonly member: Member; readonly media: MediaTypeObject }[],
): readonly SchemaObject[] {
  const forms = groupBy(list, ({ media }) => JSON.stringify(media.schema ?? {}));
  return [...forms.values()].map((same) => {
    const [first, ...others] = same.map(({ member, media }) =>
      branchOf(member, media.schema ?? {}),
    );
    if (first === undefined || others.length === 0) return first ?? {};
    const titles = same.map(({ member }) => member.inferred.operation.title.value);
    const alike = others.every(
      (other) => JSON.stringify(other["x-openstack"]) === JSON.stringify(first["x-openstack"]),
    );
    const { "x-openstack": extension, ...rest } = first;
    return {
      ...rest,
      title: titles.join(" / "),
      ...(alike && extension !== undefined && { "x-openstack": extension }),
    };
  });
}

function branchOf({ inferred, written }: Member, schema: SchemaObject): SchemaObject {
  const extension = {
    ...(inferred.action !== undefined && { "action-name": inferred.action }),
    ...written["x-openstack"],
  };
  return {
    ...schema,
    title: inferred.operation.title.value,
    ...(Object.keys(extension).length > 0 && { "x-openstack": extension }),
  };
}

/**
 * The answers of all, by status. Where some name a code for success and others none, the answers
 * of those stand under the codes that are named: a range beside them would be of nobody's docs.
 * Only a body for which no named code has room keeps its range.
 */
function unionResponses(members: readonly Member[]): Readonly<Record<string, ResponseObject>> {
  const all = new Map<string, ResponseObject[]>();
  for (const { written } of members)
    for (const [status, response] of Object.entries(written.responses)) {
      if (isReference(response)) continue;
      const same = all.get(status);
      if (same === undefined) all.set(status, [response]);
      else same.push(response);
    }
  const unnamed = all.get(anySuccess) ?? [];
  const named = [...all].filter(([status]) => /^2\d\d$/.test(status));
  const roomy = named.filter(([status]) => !isBodiless(Number(status)));
  for (const [, same] of roomy) same.push(...unnamed);
  const stays = unnamed.some(({ content }) => content !== undefined) && roomy.length === 0;
  if (named.length > 0 && !stays) all.delete(anySuccess);
  // Objects have whole numbers first, ascending; ranges keep the order in which they come.
  return Object.fromEntries(
    [...all]
      .toSorted(([a], [b]) => Number(a > b) - Number(a < b))
      .map(([status, same]) => [status, unionResponse(same, members.length)]),
  );
}

/** One answer for those of several operations to one status; `count` is that of the operations. */
export function unionResponse(same: readonly ResponseObject[], count: number): ResponseObject {
  const [first] = same;
  if (first === undefined) return { description: "" };
  const headers = Object.assign({}, ...same.map((response) => optionalHeaders(response, count)));
  const content: Record<string, MediaTypeObject> = {};
  const types = new Set(same.flatMap((response) => Object.keys(response.content ?? {})));
  for (const type of types) {
    const media = same.flatMap((response) => response.content?.[type] ?? []);
    const schemas = new Map(
      media.map(({ schema }) => [JSON.stringify(schema ?? {}), schema ?? {}]),
    );
    const [only = {}] = schemas.values();
    content[type] = {
      schema: schemas.size === 1 ? only : { anyOf: [...schemas.values()] },
      ...joinExamples(media),
    };
  }
  return {
    description: first.description,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(types.size > 0 && { content }),
    ...(same.length === 1 &&
      first["x-openstack"] !== undefined && { "x-openstack": first["x-openstack"] }),
  };
}

/** Headers of one of several operations are not always there. */
function optionalHeaders(
  response: ResponseObject,
  count: number,
): NonNullable<ResponseObject["headers"]> {
  return Object.fromEntries(
    Object.entries(response.headers ?? {}).map(([name, header]) => {
      const { required, ...rest } = header;
      return [name, count > 1 ? rest : { ...rest, ...(required !== undefined && { required }) }];
    }),
  );
}

function isReference(value: ResponseObject | Reference): value is Reference {
  return "$ref" in value;
}
