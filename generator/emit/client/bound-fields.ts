import type { ApiModel, OperationModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code } from "../text.js";
import { fieldOfResult, fieldsOf } from "./operations/fields.js";
import { methodMember } from "../layout/functions.js";
import type { ModuleScope } from "../module-scope.js";
import type { OperationNames } from "./names.js";
import { needsRequest } from "./operations/input.js";
import { callType } from "./operations/operation.js";
import { instance } from "./operations/variance.js";

/**
 * The method of an operation whose request chooses members of its answer. No type can take the
 * client from such a function and leave it its type parameter, so it is written out.
 */
export function choosingMethod(
  scope: ModuleScope,
  model: ApiModel,
  operation: OperationModel,
  names: OperationNames,
  varies: { readonly request: boolean; readonly result: boolean },
  namespace: Text<"identifier"> | undefined,
): Text<"code"> | undefined {
  const fields = fieldsOf(operation);
  if (fields === undefined) return undefined;
  const from = (name: Text<"identifier">): Text<"code"> =>
    namespace === undefined ? code`${name}` : code`${namespace}.${name}`;
  const request = instance(from(names.request), varies.request, true);
  const result = instance(from(names.result), varies.result, true);
  const returned = callType({ scope, model }, operation, result);
  const parameters = [
    needsRequest(model, operation) ? code`request: ${request}` : code`request?: ${request}`,
    code`options?: ${scope.use("./runtime.js", "CallOptions")}`,
  ];
  const field = fieldOfResult(scope, fields, from(names.result));
  return methodMember(names.function, field, parameters, returned);
}
