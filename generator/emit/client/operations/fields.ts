import type {
  ApiModel,
  FieldsModel,
  OperationModel,
  ResponseModel,
} from "../../../openapi/model.js";
import type { Text } from "../../text.js";
import { code, literal } from "../../text.js";
import type { Applied, Constrained } from "../../layout/types.js";
import { bodyKindOf } from "../../bodies.js";
import type { ModuleScope } from "../../module-scope.js";

/** The module beside the runtime, and what `templates/client/runtime/fields.ts` exports. */
export const fieldsFile = "fields";
export const fieldsTypes = ["Choosing", "FieldOf", "Only"];

const module = `./${fieldsFile}.js`;

/** How the request of an operation chooses members of its answer: then its types have a `Field`. */
export function fieldsOf(operation: OperationModel): FieldsModel | undefined {
  const { fields, responses } = operation;
  const typed = responses.some(
    (response) => response.ok && bodyKindOf(operation, response) === "json",
  );
  return typed ? fields : undefined;
}

/** Whether any operation does so: then the types for it are part of the output. */
export function chooses({ chapters }: ApiModel): boolean {
  return chapters.some(({ operations }) => operations.some((one) => fieldsOf(one) !== undefined));
}

/** The parameter of the types of a request and of a result. */
export const fieldParameter = code`Field extends string = never`;

/** The parameter of the function: any name, of which an editor offers those of the resource. */
export function fieldOfResult(
  scope: ModuleScope,
  { resource }: FieldsModel,
  result: Text<"code" | "identifier">,
): Constrained {
  const args = resource === undefined ? [result] : [result, literal(resource)];
  const base = { name: scope.use(module, "FieldOf"), args };
  return { name: code`Field`, base, otherwise: code`never` };
}

/** The type of a query that names members. */
export function choosingQuery(
  scope: ModuleScope,
  { parameter }: FieldsModel,
  query: Text<"code">,
): Text<"code"> {
  return code`${scope.use(module, "Choosing")}<Field, ${query}, ${literal(parameter)}>`;
}

/** The body of an answer, of which the request may have chosen members. */
export function chosenBody(
  scope: ModuleScope,
  operation: OperationModel,
  response: ResponseModel | undefined,
  body: Text<"code">,
): Text<"code"> | Applied {
  const fields = fieldsOf(operation);
  const isTyped = response?.ok === true && bodyKindOf(operation, response) === "json";
  if (fields === undefined || !isTyped) return body;
  const holder = fields.resource === undefined ? [] : [literal(fields.resource)];
  return { name: scope.use(module, "Only"), args: [code`Field`, body, ...holder] };
}
