import {
  rangeOf as rangeOfStatus,
  type ApiModel,
  type OperationModel,
  type ResponseModel,
} from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, join, literal } from "../text.js";
import type { TypeCatalogue, TypeExpression } from "../type-names.js";
import { rangeOf } from "./bounds.js";
import { operationDocs } from "./docs.js";
import { choosingQuery, chosenBody, fieldOfResult, fieldParameter, fieldsOf } from "./fields.js";
import {
  callExpression,
  flatType,
  functionHead,
  interfaceHead,
  optionalMember,
  typeAlias,
  type Applied,
} from "./layout.js";
import { bodyKindOf, bodyOf, isJson } from "../bodies.js";
import { answersOf, type AnswerModel, mediaOf } from "./media.js";
import type { ModuleScope } from "./module-scope.js";
import type { OperationNames, ServiceNames } from "./names.js";

/** What `templates/client/module.hbs` prints for an operation: exactly this, in this order. */
export interface OperationView {
  /** The declaration of the type of its request. */
  readonly request: Text<"code">;
  /** The declaration of the union of its documented answers. */
  readonly result: Text<"code">;
  readonly docs: Text<"comment">;
  /** From `export` to the type that it returns. */
  readonly signature: Text<"code">;
  /** What it returns. */
  readonly call: Text<"code">;
}

/** What the view of an operation is made with. */
export interface OperationContext {
  readonly model: ApiModel;
  readonly types: TypeCatalogue;
  readonly scope: ModuleScope;
  readonly service: ServiceNames;
}

const runtime = "./runtime.js";

export function operationView(
  context: OperationContext,
  operation: OperationModel,
  names: OperationNames,
  example: boolean,
): OperationView {
  return {
    request: requestDeclaration(context, operation, names),
    result: resultDeclaration(context, operation, names),
    docs: operationDocs(operation, names.function, context.model.schemas, example),
    signature: signature(context, operation, names),
    call: callOf(context, operation),
  };
}

/** Which of the types of an operation depend on the microversion of its client. */
export function variance(
  types: TypeCatalogue,
  operation: OperationModel,
): { readonly request: boolean; readonly result: boolean } {
  const body = bodyOf(operation);
  return {
    request:
      types.parametersVary(operation, "query") ||
      types.parametersVary(operation, "header") ||
      (body !== undefined && isJson(body.mediaType) && types.varies(body.schema)),
    result: answersOf(operation).some(
      ({ response }) =>
        response?.body !== undefined &&
        bodyKindOf(operation, response) === "json" &&
        types.varies(response.body.schema),
    ),
  };
}

function requestDeclaration(
  { types, scope }: OperationContext,
  operation: OperationModel,
  names: OperationNames,
): Text<"code"> {
  const version = variance(types, operation).request ? "V" : undefined;
  const members: Text<"code">[] = [];
  const path = operation.parameters.filter((parameter) => parameter.in === "path");
  if (path.length > 0) members.push(code`  path: {\n${scope.type(types.members(path, 4))}  };\n`);
  const member = (name: Text<"code">, required: boolean, type: Text<"code">): void => {
    members.push(required ? code`  ${name}: ${type};\n` : optionalMember(name, type));
  };
  const query = types.query(operation, version);
  const fields = fieldsOf(operation);
  if (query !== undefined) {
    const type = scope.type(query);
    const chosen = fields === undefined ? type : choosingQuery(scope, fields, type);
    member(code`query`, requires(operation, "query"), chosen);
  }
  const headers = types.headers(operation, version);
  if (headers !== undefined)
    member(code`headers`, requires(operation, "header"), scope.type(headers));
  const body = bodyOf(operation);
  if (body !== undefined) {
    const type = isJson(body.mediaType)
      ? scope.type(types.reference(body.schema, version))
      : code`${scope.use(runtime, "Upload")}`;
    member(code`body`, body.required, type);
  }
  if (members.length === 0)
    return code`${typeAlias(names.request, undefined, [{ name: scope.use(runtime, "EmptyRequest"), args: [] }])}\n`;
  const parameters = [
    ...(version === undefined ? [] : [code`V extends string = string`]),
    ...(fields === undefined ? [] : [fieldParameter]),
  ];
  return code`${interfaceHead(names.request, parameters, undefined)} {\n${join(members, "")}}\n`;
}

/** Whether the parameters of a place have one that must be sent. */
function requires(operation: OperationModel, place: "query" | "header"): boolean {
  return operation.parameters.some((parameter) => parameter.in === place && parameter.required);
}

export function needsRequest(operation: OperationModel): boolean {
  return (
    operation.parameters.some((parameter) => parameter.required) ||
    bodyOf(operation)?.required === true
  );
}

function resultDeclaration(
  context: OperationContext,
  operation: OperationModel,
  names: OperationNames,
): Text<"code"> {
  const varies = variance(context.types, operation).result;
  const members = answers(context, operation, varies ? "V" : undefined);
  const parameters = [
    ...(varies ? [code`V extends string = string`] : []),
    ...(fieldsOf(operation) === undefined ? [] : [fieldParameter]),
  ];
  return code`${typeAlias(names.result, parameters, members)}\n`;
}

/**
 * The union of all answers: those that are documented, and those of any other status. A range is
 * without the statuses that stand beside it, so that each status tells what its body is.
 */
function answers(
  context: OperationContext,
  operation: OperationModel,
  version: "V" | undefined,
): readonly Applied[] {
  const { scope } = context;
  const all = answersOf(operation);
  const documented = all.map(({ key, ok, response }) => ({
    name: scope.use(runtime, ok ? "Success" : "Failure"),
    args: [
      statusType(key, all, scope),
      chosenBody(scope, operation, response, bodyType(context, operation, response, version)),
    ],
  }));
  // With `default` there is nothing that the documentation lacks.
  if (all.some(({ key }) => key === "default")) return documented;
  const statuses = all.map(({ key }) =>
    typeof key === "number" ? code`${key}` : flatType(inRange(literal(key), scope)),
  );
  return [...documented, { name: scope.use(runtime, "OtherThan"), args: [{ union: statuses }] }];
}

function statusType(
  key: AnswerModel["key"],
  all: readonly AnswerModel[],
  scope: ModuleScope,
): Text<"code"> | Applied {
  if (typeof key === "number") return code`${key}`;
  if (key === "default") return inRange(code`"3XX" | "4XX" | "5XX"`, scope);
  const range = inRange(literal(key), scope);
  const beside = all.flatMap((other) =>
    typeof other.key === "number" && rangeOfStatus(other.key) === key ? [code`${other.key}`] : [],
  );
  return beside.length === 0 ? range : { name: code`Exclude`, args: [range, { union: beside }] };
}

function inRange(range: Text<"code"> | Text<"literal">, scope: ModuleScope): Applied {
  return { name: scope.use(runtime, "StatusIn"), args: [range] };
}

/** A component where it is used, over all microversions. */
export function component(types: TypeCatalogue, name: string): TypeExpression {
  return types.reference({ $ref: `#/components/schemas/${name}` });
}

function bodyType(
  { scope, types }: OperationContext,
  operation: OperationModel,
  response: ResponseModel | undefined,
  version: "V" | undefined,
): Text<"code"> {
  const kind = bodyKindOf(operation, response);
  if (kind === "none") return code`undefined`;
  if (kind === "text") return code`string`;
  if (kind === "stream") return code`${scope.use(runtime, "Download")}`;
  if (response?.body !== undefined)
    return scope.type(types.reference(response.body.schema, version));
  return code`unknown`;
}

function signature(
  context: OperationContext,
  operation: OperationModel,
  names: OperationNames,
): Text<"code"> {
  const { scope, service, types } = context;
  const varies = variance(types, operation);
  const generic = varies.request || varies.result;
  const range = types.versioned
    ? rangeOf(operation.bounds, context.model.microversions)
    : undefined;
  for (const name of range?.imports ?? []) scope.use("../microversion.js", name);
  const fields = fieldsOf(operation);
  const typeParameters = [
    ...(generic ? [code`V extends ${range?.text ?? code`string`}`] : []),
    ...(fields === undefined ? [] : [fieldOfResult(scope, fields, names.result)]),
  ];
  const pinned = generic ? code`<V>` : range === undefined ? code`` : code`<${range.text}>`;
  const client = scope.use(`./${service.file}.js`, service.client);
  const request = instance(names.request, varies.request, fields !== undefined);
  const result = instance(names.result, varies.result, fields !== undefined);
  const returned = { name: scope.use(runtime, "Call"), args: [result] };
  const parameters = [
    code`client: ${client}${pinned}`,
    needsRequest(operation) ? code`request: ${request}` : code`request?: ${request}`,
    code`options?: ${scope.use(runtime, "CallOptions")}`,
  ];
  return functionHead(names.function, typeParameters, parameters, returned);
}

/** A type of an operation with the type parameters of its function. */
export function instance(
  name: Text<"code" | "identifier">,
  varies: boolean,
  chooses: boolean,
): Text<"code"> {
  const args = [...(varies ? [code`V`] : []), ...(chooses ? [code`Field`] : [])];
  return args.length === 0 ? code`${name}` : code`${name}<${join(args, ", ")}>`;
}

function callOf({ scope, model }: OperationContext, operation: OperationModel): Text<"code"> {
  const keys = answersOf(operation).map(({ key }) =>
    typeof key === "number" ? code`${key}` : literal(key),
  );
  const media = mediaOf(operation, model.schemas);
  return callExpression(
    scope.use(runtime, "call", "value"),
    [
      code`client`,
      literal(`${operation.method} ${operation.path}`),
      code`[${join(keys, ", ")}]`,
      code`request`,
      code`options`,
    ],
    media.length === 0 ? undefined : media,
    "  return ".length,
    2,
  );
}

/** Every name that the types of an operation bring from `types.ts`, whatever of it is used. */
export function importedTypes(types: TypeCatalogue, operation: OperationModel): readonly string[] {
  const path = operation.parameters.filter((parameter) => parameter.in === "path");
  const schemas = [bodyOf(operation), ...operation.responses.map(({ body }) => body)].flatMap(
    (body) => (body === undefined ? [] : [body.schema]),
  );
  const expressions = [undefined, "V" as const].flatMap((version) => [
    types.query(operation, version),
    types.headers(operation, version),
    ...schemas.map((schema) => types.reference(schema, version)),
  ]);
  return [...expressions, types.members(path, 0)].flatMap(
    (expression) => expression?.imports ?? [],
  );
}
