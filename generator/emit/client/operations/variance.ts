import { rememberingOf } from "../../../collections/remembered.js";
import type { OperationModel } from "../../../openapi/model.js";
import { bodyKindOf, bodyOf, isJson } from "../../bodies.js";
import type { Text } from "../../text.js";
import { code } from "../../text.js";
import type { Applied } from "../../layout/types.js";
import type { ModuleScope } from "../../module-scope.js";
import { bodyArgument } from "./argument.js";
import type { OperationContext } from "../context.js";
import { answersOf } from "./media.js";

interface Variance {
  readonly request: boolean;
  readonly result: boolean;
}

/** Which of the types of an operation depend on the microversion of its client. */
export function variance(
  { types, model }: Pick<OperationContext, "types" | "model">,
  operation: OperationModel,
): Variance {
  const known = variancesOf(types);
  const found = known.get(operation) ?? findVariance({ types, model }, operation);
  known.set(operation, found);
  return found;
}

/** What was found with the types of a model. */
const variancesOf = rememberingOf(
  (_types: OperationContext["types"]) => new WeakMap<OperationModel, Variance>(),
);

function findVariance(
  { types, model }: Pick<OperationContext, "types" | "model">,
  operation: OperationModel,
): Variance {
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
