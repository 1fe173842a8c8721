import type { OperationModel } from "../../../openapi/model.js";
import { bodyKindOf, bodyOf, isJson } from "../../bodies.js";
import type { Text } from "../../text.js";
import { code } from "../../text.js";
import type { Applied } from "../../layout/types.js";
import type { ModuleScope } from "../../module-scope.js";
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

/** A type of an operation at a `version`, if it has one, with the type parameters of its function. */
export function instance(
  name: Text<"code" | "identifier">,
  version: Applied | undefined,
  chooses: boolean,
): Text<"code"> | Applied {
  if (version !== undefined) return { name, args: [version, ...(chooses ? [code`Field`] : [])] };
  return chooses ? code`${name}<Field>` : code`${name}`;
}

/** The microversion of a call: its own, or that of its client. */
export function askedVersion(scope: ModuleScope): Applied {
  return { name: scope.use("../microversion.js", "Asked"), args: [code`V`, code`At`] };
}
