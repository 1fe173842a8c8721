import type { ApiModel, OperationModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code } from "../text.js";
import { fieldOfResult, fieldsOf } from "./fields.js";
import { bracketed, flatType, list, width } from "./layout.js";
import type { ModuleScope } from "./module-scope.js";
import type { OperationNames } from "./names.js";
import { needsRequest } from "./input.js";
import { instance } from "./variance.js";

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
  const brackets = bracketed(fieldOfResult(scope, fields, from(names.result)), 2);
  const request = instance(from(names.request), varies.request, true);
  const call = {
    name: scope.use("./runtime.js", "Call"),
    args: [instance(from(names.result), varies.result, true)],
  };
  const parameters = [
    needsRequest(model, operation) ? code`request: ${request}` : code`request?: ${request}`,
    code`options?: ${scope.use("./runtime.js", "CallOptions")}`,
  ];
  const close = code`): ${flatType(call)}`;
  const open = code`  ${names.function}${brackets.flat}(`;
  if (open.length <= width) return code`${list(open, parameters, close, { after: 1, indent: 2 })};`;
  // The bracket that closes stands before the parameters of the method.
  const opened = code`  ${names.function}${brackets.broken.slice(0, -1) as Text<"code">}`;
  return code`${opened}${list(code`>(`, parameters, close, { before: 2, after: 1, indent: 2 })};`;
}
