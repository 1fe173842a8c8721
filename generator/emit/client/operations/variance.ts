import type { OperationModel } from "../../../openapi/model.js";
import { bodyKindOf, bodyOf, isJson } from "../../bodies.js";
import type { Text } from "../../text.js";
import { code, join } from "../../text.js";
import { bodyArgument } from "./argument.js";
import type { OperationContext } from "../context.js";
import { answersOf } from "./media.js";

/** Which of the types of an operation depend on the microversion of its client. */
export function variance(
  { types, model }: Pick<OperationContext, "types" | "model">,
  operation: OperationModel,
): { readonly request: boolean; readonly result: boolean } {
  const body = bodyArgument(operation, model.schemas);
  return {
    request:
      types.parametersVary(operation, "query") ||
      types.parametersVary(operation, "header") ||
      (body !== undefined &&
        body.kind !== "fixed" &&
        isJson(bodyOf(operation)?.mediaType ?? "") &&
        types.varies(body.schema)),
    result: answersOf(operation).some(
      ({ response }) =>
        response?.body !== undefined &&
        bodyKindOf(operation, response) === "json" &&
        types.varies(response.body.schema),
    ),
  };
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
