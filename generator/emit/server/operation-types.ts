import {
  rangeOf,
  type BodyModel,
  type OperationModel,
  type ResponseModel,
} from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, join, literal } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import { type Applied, typeAlias } from "../layout/types.js";
import type { OperationNames } from "./names.js";
import { bodyKindOf, bodyOf, classesOfDefault, isJson } from "../bodies.js";
import { headerText, parametersIn } from "./requests.js";
import type { ChapterScope } from "./scope.js";

/** What a handler is asked with: only the parts that the docs have for its operation. */
export function requestType(
  types: TypeCatalogue,
  operation: OperationModel,
  { request }: OperationNames,
  scope: ChapterScope,
): Text<"code"> {
  const members: Text<"code">[] = [];
  const path = parametersIn(operation, "path");
  if (path.length > 0) members.push(code`  path: {\n${scope.type(types.members(path, 4))}  };\n`);
  const query = types.query(operation);
  if (query !== undefined) members.push(code`  query: ${scope.type(query)};\n`);
  const headers = types.headers(operation);
  if (headers !== undefined) members.push(code`  headers: ${scope.type(headers)};\n`);
  const cookies = parametersIn(operation, "cookie");
  if (cookies.length > 0)
    members.push(code`  cookies: {\n${scope.type(types.members(cookies, 4))}  };\n`);
  const body = bodyOf(operation);
  if (body !== undefined) members.push(bodyMember(types, body, scope));
  if (members.length === 0) return code`export type ${request} = ${scope.runtime("NoRequest")};`;
  return code`export interface ${request} {\n${join(members, "")}}`;
}

function bodyMember(
  types: TypeCatalogue,
  { required, mediaType, schema }: BodyModel,
  scope: ChapterScope,
): Text<"code"> {
  const type = isJson(mediaType)
    ? scope.type(types.reference(schema))
    : code`${scope.runtime("RequestContent")}`;
  return required ? code`  body: ${type};\n` : code`  body?: ${type} | undefined;\n`;
}

/** The answers that the docs have for an operation. */
export function replyType(
  types: TypeCatalogue,
  operation: OperationModel,
  { reply, replies }: OperationNames,
  scope: ChapterScope,
  versionHeaders: readonly string[],
): Text<"code"> {
  const version = repliesVary(types, operation) ? "V" : undefined;
  const answers = answersOf(operation).map((response, _, all): Applied => {
    const status = statusType(response.status, all, scope);
    const body = replyBody(types, operation, response, scope, version);
    const answer: Applied = { name: scope.runtime("Reply"), args: [status, body] };
    const headers = handlersHeaders(response, versionHeaders);
    if (headers.length === 0) return answer;
    return { name: scope.runtime("WithHeaders"), args: [answer, { union: headers }] };
  });
  if (answers.length === 0) {
    answers.push({ name: scope.runtime("Reply"), args: [code`number`, code`undefined`] });
  }
  if (version === undefined) return typeAlias(reply, undefined, answers);
  const union = typeAlias(reply, code`V extends string = string`, answers);
  const byVersion = scope.runtime("ByVersion");
  const at = code`export interface ${replies} extends ${byVersion} {`;
  return code`${union}\n\n${at}\n  readonly replies: ${reply}<this["version"]>;\n}`;
}

/**
 * The answers that a handler can give. What the docs leave open is none, except where they name
 * nothing else: the general fault where they name no fault. `default` is for every status that has
 * no entry (OpenAPI 3.1, Responses Object): beside others it counts where it says what their body is.
 */
export function answersOf({ responses }: OperationModel): readonly ResponseModel[] {
  const faults = responses.filter(({ ok, status }) => !ok && status !== "default");
  const general = faults.every((fault) => fault.general === true);
  const others = classesOfDefault(responses.map(({ status }) => status));
  const named = responses.filter((response) => {
    if (response.status === "default")
      return response.body !== undefined && response.general !== true && others.length > 0;
    return general || response.general !== true;
  });
  return named.length > 0 ? named : responses;
}

/** A range is without the statuses that stand beside it. */
function statusType(
  status: ResponseModel["status"],
  all: readonly ResponseModel[],
  scope: ChapterScope,
): Text<"code"> | Applied {
  if (typeof status === "number") return code`${status}`;
  if (status === "default" && all.length === 1) return code`number`;
  const classes =
    status === "default" ? classesOfDefault(all.map((other) => other.status)) : [status];
  const words = join(classes.map(literal), " | ");
  const range = { name: scope.runtime("StatusIn"), args: [words] };
  const beside = all.flatMap(({ status: other }) => {
    const own = typeof other === "number" ? rangeOf(other) : undefined;
    return own !== undefined && classes.some((each) => each === own)
      ? [code`${other as number}`]
      : [];
  });
  return beside.length === 0 ? range : { name: code`Exclude`, args: [range, { union: beside }] };
}

/** Headers that Node or the emitted runtime sends, whatever a handler says. */
const ownHeaders = new Set([
  "connection",
  "content-length",
  "content-type",
  "date",
  "keep-alive",
  "server",
  "transfer-encoding",
  "vary",
  "x-openstack-request-id",
]);

/** The headers that a handler has to name, in lower case. */
function handlersHeaders(
  { headers }: ResponseModel,
  versionHeaders: readonly string[],
): readonly Text<"literal">[] {
  const names = headers.flatMap(({ name, required }) => (required ? headerText(name) : []));
  const folded = new Set(names.map((name) => name.toLowerCase()));
  return [...folded]
    .filter((name) => !ownHeaders.has(name) && !versionHeaders.includes(name))
    .sort()
    .map(literal);
}

function replyBody(
  types: TypeCatalogue,
  operation: OperationModel,
  response: ResponseModel,
  scope: ChapterScope,
  version: "V" | undefined,
): Text<"code"> {
  const { body } = response;
  const kind = bodyKindOf(operation, response);
  if (kind === "none") return code`undefined`;
  if (kind === "any") return code`${scope.runtime("JsonValue")} | undefined`;
  if (kind !== "json" || body === undefined) {
    const content = scope.runtime("Content");
    return body === undefined ? code`${content} | undefined` : code`${content}`;
  }
  const type = scope.type(types.reference(body.schema, version));
  // A body that some microversions of the operation lack.
  const bounds = body.schema["x-openstack"];
  const isBound = bounds?.["min-ver"] !== undefined || bounds?.["max-ver"] !== undefined;
  return isBound ? code`${type} | undefined` : type;
}

/** Whether the answers of an operation differ between microversions. */
export function repliesVary(types: TypeCatalogue, operation: OperationModel): boolean {
  return (
    types.versioned &&
    answersOf(operation).some(
      (response) =>
        bodyKindOf(operation, response) === "json" &&
        response.body !== undefined &&
        types.varies(response.body.schema),
    )
  );
}
