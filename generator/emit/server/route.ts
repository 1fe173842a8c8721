import type {
  ApiModel,
  BodyModel,
  FieldsModel,
  OperationModel,
  StatusRange,
} from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, literal } from "../text.js";
import type { Checks } from "./request-checks.js";
import { type Entries, type Items, object } from "../layout/values.js";
import type { OperationNames } from "./names.js";
import { answersOf } from "./operation-types.js";
import { bodyKindOf, bodyOf, isJson } from "../bodies.js";
import { distinguishing, headerText, kindOf, parametersIn } from "./requests.js";
import { stylesOf } from "./styles.js";
import type { ChapterScope } from "./scope.js";

/** What rows of route tables are made from. */
export interface RouteContext {
  readonly model: ApiModel;
  readonly checks: Checks;
  /** The documented operations of a method and path, by both. */
  readonly siblings: ReadonlyMap<string, readonly OperationModel[]>;
}

/** One row of the route table. */
export function routeOf(
  context: RouteContext,
  operation: OperationModel,
  { handler }: OperationNames,
  scope: ChapterScope,
): Entries {
  const { method, path, action, bounds } = operation;
  const { checks, siblings } = context;
  const needs = distinguishing(operation, siblings.get(`${method} ${path}`) ?? []);
  const body = bodyOf(operation);
  const inputs = (place: "path" | "query" | "headers"): Entries | undefined =>
    unlessEmpty(
      object({
        read: unlessEmpty(readAs(context.model, operation, place)),
        check: scope.check(checks.of(operation, place)),
      }),
    );
  return object({
    method: literal(method),
    path: literal(path),
    handler: literal(handler),
    action: action === undefined ? undefined : literal(action),
    needs: needs.length > 0 ? { items: needs.map(literal) } : undefined,
    from: bounds.min === undefined ? undefined : literal(bounds.min),
    upTo: bounds.max === undefined ? undefined : literal(bounds.max),
    params: inputs("path"),
    query: inputs("query"),
    headers: inputs("headers"),
    cookies: unlessEmpty(object({ check: scope.check(checks.of(operation, "cookies")) })),
    styles: stylesOf(context.model, operation, scope),
    body: body && bodyInput(body, scope.check(checks.of(operation, "body"))),
    fields: operation.fields && fieldsOf(operation.fields),
    answers: answers(operation),
    gives: unlessEmpty({ members: mediaTypes(operation) }),
  });
}

/**
 * What is not read as a text; of headers everything, as only those are looked for, and of a query
 * where the service refuses others.
 */
function readAs(
  model: ApiModel,
  operation: OperationModel,
  place: "path" | "query" | "headers",
): Entries {
  const parameters = parametersIn(operation, place === "headers" ? "header" : place);
  const usual = parameters.filter(({ style }) => style === undefined);
  const kinds = usual.map(({ name, schema, joined }) => {
    const kind = kindOf(model, schema);
    return [name, joined ? kind.replace("[]", "[,]") : kind] as const;
  });
  const all = place === "headers" || (place === "query" && model.conventions.unknownQuery === 400);
  const told = all ? kinds : kinds.filter(([, kind]) => kind !== "string");
  return object(Object.fromEntries(told.map(([name, kind]) => [name, literal(kind)])));
}

function bodyInput({ mediaType, required }: BodyModel, check: Text<"identifier"> | undefined) {
  return object({
    mediaType: isJson(mediaType) ? undefined : literal(headerText(mediaType)),
    optional: required ? undefined : code`true`,
    check,
  });
}

function fieldsOf({ parameter, resource }: FieldsModel): Entries {
  return object({
    query: literal(parameter),
    of: resource === undefined ? undefined : literal(resource),
  });
}

/** The statuses that a handler can reply with; any where the docs name none. */
function answers(operation: OperationModel): Items | undefined {
  const named = answersOf(operation).flatMap(({ status }) =>
    status === "default" ? [] : [status],
  );
  return named.length < answersOf(operation).length || named.length === 0
    ? undefined
    : { items: named.map(memberKey) };
}

/** The types of what is no JSON; what the docs do not describe are bytes. */
function mediaTypes(operation: OperationModel): Entries["members"] {
  return operation.responses.flatMap((response) => {
    const { status, body } = response;
    const kind = bodyKindOf(operation, response);
    if (status === "default" || (kind !== "text" && kind !== "stream")) return [];
    return [[memberKey(status), literal(headerText(body?.mediaType ?? ""))] as const];
  });
}

function memberKey(status: number | StatusRange): Text<"code"> {
  return typeof status === "number" ? code`${status}` : code`${literal(status)}`;
}

function unlessEmpty(entries: Entries): Entries | undefined {
  return entries.members.length > 0 ? entries : undefined;
}
