import {
  rangeOf as rangeOfStatus,
  type OperationModel,
  type ResponseModel,
} from "../../../openapi/model.js";
import type { Text } from "../../text.js";
import { code, join, literal } from "../../text.js";
import type { TypeCatalogue, TypeExpression } from "../../type-names.js";
import { rangeOf } from "./bounds.js";
import { operationDocs } from "./docs.js";
import { chosenBody, fieldOfResult, fieldParameter, fieldsOf } from "./fields.js";
import { codeOf } from "../../layout/doc.js";
import { callExpression, filledList, functionHead } from "../../layout/functions.js";
import { type Applied, flatType, typeAlias, typeDoc } from "../../layout/types.js";
import { bodyKindOf, bodyOf, classesOfDefault, withoutBody } from "../../bodies.js";
import { bodyArgument } from "./argument.js";
import type { OperationContext } from "../context.js";
import { calledWith } from "../credentials.js";
import { inputDeclaration, needsRequest, sentRequest } from "./input.js";
import { listMembers, listOf } from "./list.js";
import { answersOf, type AnswerModel, mediaOf } from "./media.js";
import type { ModuleScope } from "../../module-scope.js";
import type { OperationNames } from "../names.js";
import { aboveMember } from "./above-version.js";
import { askedParameters, callerMember } from "./caller.js";
import { cookiesOf, isStyled, stylesMember } from "./styles.js";
import { askedVersion, instance, variance } from "./variance.js";

/** What `templates/client/module.hbs` prints for an operation: exactly this, in this order. */
export interface OperationView {
  /** The declaration of the type of what it takes. */
  readonly request: Text<"code">;
  /** The declaration of the union of its documented answers. */
  readonly result: Text<"code">;
  readonly docs: Text<"comment">;
  /** From `export` to the brace. */
  readonly signature: Text<"code">;
  /** The statement that it consists of. */
  readonly call: Text<"code">;
}

const runtime = "./runtime.js";
const versions = "../microversion.js";

export function operationView(
  context: OperationContext,
  operation: OperationModel,
  names: OperationNames,
  example: boolean,
): OperationView {
  const asked = { ...operation, parameters: askedParameters(context.model, operation) };
  return {
    request: inputDeclaration(context, operation, names),
    result: resultDeclaration(context, operation, names),
    docs: operationDocs(asked, names.function, context.model.schemas, example),
    signature: signature(context, operation, names),
    call: callOf(context, operation),
  };
}

function resultDeclaration(
  context: OperationContext,
  operation: OperationModel,
  names: OperationNames,
): Text<"code"> {
  const varies = variance(context, operation).result;
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
  // With `default` the documentation lacks no failure, and with 2XX beside it nothing.
  const failed = all.some(({ key }) => key === "default");
  if (failed && all.some(({ key }) => key === "2XX")) return documented;
  const statuses = all
    .filter(({ ok }) => ok || !failed)
    .map(({ key }) =>
      typeof key === "number" ? code`${key}` : flatType(inRange(literal(key), scope)),
    );
  const others = scope.use(runtime, failed ? "OtherSuccess" : "OtherThan");
  return [...documented, { name: others, args: [{ union: statuses }] }];
}

function statusType(
  key: AnswerModel["key"],
  all: readonly AnswerModel[],
  scope: ModuleScope,
): Text<"code"> | Applied {
  if (typeof key === "number") return code`${key}`;
  const classes = key === "default" ? classesOfDefault(all.map((other) => other.key)) : [key];
  const range = inRange(join(classes.map(literal), " | "), scope);
  const beside = all.flatMap(({ key: other }) => {
    const own = typeof other === "number" ? rangeOfStatus(other) : undefined;
    return own !== undefined && classes.some((each) => each === own)
      ? [code`${other as number}`]
      : [];
  });
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
  const varies = variance(context, operation);
  const generic = varies.request || varies.result;
  const range = types.versioned
    ? rangeOf(operation.bounds, context.model.microversions)
    : undefined;
  for (const name of range?.imports ?? []) scope.use(versions, name);
  const fields = fieldsOf(operation);
  const typeParameters = [
    ...(generic ? [code`V extends string`] : []),
    ...(generic || range ? [code`const At extends ${range?.text ?? code`string`} = never`] : []),
    ...(fields === undefined ? [] : [fieldOfResult(scope, fields, names.result)]),
  ];
  const own = generic ? code`V` : code`string`;
  const caller = range && code`<${scope.use(versions, "Caller")}<${own}, At, ${range.text}>>`;
  const pinned = caller ?? (generic ? code`<V>` : code``);
  const client = scope.use(`./${service.file}.js`, service.client);
  const asked = generic ? askedVersion(scope) : undefined;
  const request = instance(names.request, varies.request ? asked : undefined, fields !== undefined);
  const result = instance(names.result, varies.result ? asked : undefined, fields !== undefined);
  const returned = callType(context, operation, result);
  const options = types.versioned
    ? code`${scope.use(`./${service.file}.js`, service.callOptions)}`
    : code`${scope.use(runtime, "CallOptions")}`;
  const parameters = [
    code`client: ${client}${pinned}`,
    [needsRequest(context.model, operation) ? code`request: ` : code`request?: `, typeDoc(request)],
    code`options?: ${options}${asked || range ? code`<At>` : code``}`,
  ];
  return functionHead(names.function, typeParameters, parameters, returned);
}

/** The type of a call; of one that lists something it also says where its answer has the list. */
export function callType(
  { scope, model }: Pick<OperationContext, "scope" | "model">,
  operation: OperationModel,
  result: Text<"code"> | Applied,
): Applied {
  const list = listOf(operation, model.schemas);
  const items = list === undefined ? [] : [literal(list.items)];
  return { name: scope.use(runtime, "Call"), args: [result, ...items] };
}

function callOf(context: OperationContext, operation: OperationModel): Text<"code"> {
  const { scope, model } = context;
  const keys = answersOf(operation).map(({ key }) =>
    typeof key === "number" ? code`${key}` : literal(key),
  );
  const own = mediaOf(operation, model.schemas);
  const media = [
    ...own,
    ...listMembers(operation, model.schemas),
    ...stylesMember(operation, scope),
    ...aboveMember(model, operation, scope),
    ...callerMember(model, operation, scope),
  ];
  const returned = code`return `;
  const called = callExpression(
    scope.use(
      runtime,
      isAsking(operation) && own.length === 0 && !isStyled(operation) ? "ask" : "call",
      "value",
    ),
    [
      calledWith(operation, scope),
      literal(`${operation.method} ${operation.path}`),
      filledList(keys),
      sentRequest(context, operation),
      code`options`,
    ],
    media.length === 0 ? undefined : media,
    2 + returned.length,
  );
  return codeOf([returned, called, code`;`], 2);
}

/** Whether it is a GET of JSON objects: then nothing of its bundle is for other operations. */
function isAsking(operation: OperationModel): boolean {
  return (
    operation.method === "GET" &&
    bodyOf(operation) === undefined &&
    answersOf(operation).every(({ key }) => typeof key === "number" && !withoutBody.has(key))
  );
}

/** Every name that the types of an operation bring from `types.ts`, whatever of it is used. */
export function importedTypes(
  { types, model }: Pick<OperationContext, "types" | "model">,
  operation: OperationModel,
): readonly string[] {
  const path = operation.parameters.filter((parameter) => parameter.in === "path");
  const body = bodyArgument(operation, model.schemas);
  const schemas = [
    ...(body === undefined || body.kind === "fixed" ? [] : [body.schema]),
    ...operation.responses.flatMap((response) => response.body?.schema ?? []),
  ];
  const expressions = [undefined, "V" as const].flatMap((version) => [
    types.query(operation, version),
    types.headers(operation, version),
    ...schemas.map((schema) => types.reference(schema, version)),
  ]);
  const inline = [...path, ...cookiesOf(operation)];
  return [...expressions, types.members(inline, 0)].flatMap(
    (expression) => expression?.imports ?? [],
  );
}
