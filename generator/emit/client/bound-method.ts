import type { ApiModel, OperationModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code } from "../text.js";
import { fieldOfResult, fieldsOf } from "./operations/fields.js";
import { methodMember } from "../layout/functions.js";
import { typeDoc } from "../layout/types.js";
import type { ModuleScope } from "../module-scope.js";
import type { OperationNames } from "./names.js";
import { needsRequest } from "./operations/input.js";
import { callType } from "./operations/operation.js";
import { askedVersion, instance } from "./operations/variance.js";

/** Which types of an operation depend on the microversion, and which microversions have it. */
interface Varies {
  readonly request: boolean;
  readonly result: boolean;
  readonly range: Text<"code"> | undefined;
}

interface MethodContext {
  readonly namespace: Text<"identifier"> | undefined;
  /** The type of what a call may ask for. */
  readonly callOptions: () => Text<"identifier">;
}

/**
 * The method of an operation whose request chooses members of its answer, or whose types depend on
 * the microversion of a call. No type can take the client from such a function and leave it its type
 * parameters, so it is written out.
 */
export function genericMethod(
  scope: ModuleScope,
  model: ApiModel,
  operation: OperationModel,
  names: OperationNames,
  { request: requestVaries, result: resultVaries, range }: Varies,
  { namespace, callOptions }: MethodContext,
): Text<"code"> | undefined {
  const fields = fieldsOf(operation);
  const varies = requestVaries || resultVaries;
  if (fields === undefined && !varies) return undefined;
  const from = (name: Text<"identifier">): Text<"code"> =>
    namespace === undefined ? code`${name}` : code`${namespace}.${name}`;
  const asked = varies ? askedVersion(scope) : undefined;
  const chooses = fields !== undefined;
  const request = instance(from(names.request), requestVaries ? asked : undefined, chooses);
  const result = instance(from(names.result), resultVaries ? asked : undefined, chooses);
  const returned = callType({ scope, model }, operation, result);
  const parameters = [
    [needsRequest(model, operation) ? code`request: ` : code`request?: `, typeDoc(request)],
    code`options?: ${callOptions()}${varies ? code`<At>` : code``}`,
  ];
  const typeParameters = [
    ...(varies ? [code`const At extends ${range ?? code`string`} = never`] : []),
    ...(fields === undefined ? [] : [fieldOfResult(scope, fields, from(names.result))]),
  ];
  return methodMember(names.function, typeParameters, parameters, returned);
}
