import type { ApiModel, OperationModel, ParameterModel } from "../../../openapi/model.js";
import { bodyOf, isJson } from "../../bodies.js";
import type { Text } from "../../text.js";
import { code, join, memberName } from "../../text.js";
import { bodyArgument, type ActionValue } from "./argument.js";
import { askedParameters } from "./caller.js";
import { bodyDocs } from "./docs.js";
import type { OperationContext } from "../context.js";
import { choosingQuery, fieldParameter, fieldsOf } from "./fields.js";
import type { Doc, Safe } from "../../layout/doc.js";
import { list } from "../../layout/lists.js";
import { interfaceHead, optionalMember, typeAlias } from "../../layout/types.js";
import type { OperationNames } from "../names.js";
import { cookiesOf } from "./styles.js";
import { variance } from "./variance.js";

const runtime = "./runtime.js";

/** The declaration of the type of what a function takes. */
export function inputDeclaration(
  context: OperationContext,
  operation: OperationModel,
  names: OperationNames,
): Text<"code"> {
  const { types, scope, model } = context;
  const version = variance(context, operation).request ? "V" : undefined;
  const members: Text<"code">[] = [];
  const path = askedParameters(model, operation).filter((parameter) => parameter.in === "path");
  if (path.length > 0) members.push(placeMember(context, code`path`, path));
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
  const cookies = cookiesOf(operation);
  if (cookies.length > 0) members.push(placeMember(context, code`cookies`, cookies));
  const body = bodyArgument(operation, model.schemas);
  if (body !== undefined && body.kind !== "fixed") {
    const type = isJson(bodyOf(operation)?.mediaType ?? "")
      ? scope.type(types.reference(body.schema, version))
      : code`${scope.use(runtime, "Upload")}`;
    members.push(code`${bodyDocs(body) ?? code``}`);
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

/** The member for the parameters of a place, whose types are written out there. */
function placeMember(
  { types, scope }: OperationContext,
  name: Text<"code">,
  parameters: readonly ParameterModel[],
): Text<"code"> {
  if (parameters.some((parameter) => parameter.required))
    return code`  ${name}: {\n${scope.type(types.members(parameters, 4))}  };\n`;
  const members = scope.type(types.members(parameters, 8));
  return code`  ${name}?:\n    | {\n${members}      }\n    | undefined;\n`;
}

/** Whether the parameters of a place have one that must be sent. */
function requires(operation: OperationModel, place: "query" | "header"): boolean {
  return operation.parameters.some((parameter) => parameter.in === place && parameter.required);
}

export function needsRequest(model: ApiModel, operation: OperationModel): boolean {
  const body = bodyArgument(operation, model.schemas);
  return (
    askedParameters(model, operation).some((parameter) => parameter.required) ||
    (body !== undefined && body.kind !== "fixed" && body.required)
  );
}

/** The request as it is sent: of an action the function adds what its docs fix. */
export function sentRequest({ model }: OperationContext, operation: OperationModel): Doc<Safe> {
  const body = bodyArgument(operation, model.schemas);
  if (body === undefined || body.kind === "whole") return code`request`;
  const key = code`${memberName(body.action)}`;
  if (body.kind === "fixed") return withBody(key, valueOf(body.value));
  const given = needsRequest(model, operation) ? code`request.body` : code`request?.body`;
  const value = body.otherwise === undefined ? given : code`${given} ?? ${valueOf(body.otherwise)}`;
  return withBody(key, value);
}

function withBody(key: Text<"code">, value: Text<"code">): Doc<Safe> {
  return list(code`{`, [code`...request`, code`body: { ${key}: ${value} }`], code`}`, true);
}

function valueOf(value: ActionValue): Text<"code"> {
  return value === null ? code`null` : code`{}`;
}
