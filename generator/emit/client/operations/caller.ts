import type { ApiModel, OperationModel, ParameterModel } from "../../../openapi/model.js";
import { code, literal } from "../../text.js";
import type { Doc, Safe } from "../../layout/doc.js";
import type { ModuleScope } from "../../module-scope.js";
import { takesSession } from "../../session-credential.js";

/** The module beside the runtime that fills in the project of the caller, and what it exports. */
export const callerFile = "of-caller";
export const callerValue = "ofCaller";

/** The variable of the path that is the project of the caller, where a session can tell it. */
function callerOf(model: ApiModel, { ofCaller }: OperationModel): string | undefined {
  return takesSession(model) ? ofCaller : undefined;
}

/** Whether any operation has one: then the module is part of the output. */
export function hasCaller(model: ApiModel): boolean {
  return model.chapters.some(({ operations }) =>
    operations.some((operation) => callerOf(model, operation) !== undefined),
  );
}

/** The parameters of an operation as its function asks for them: a call need not say who asks. */
export function askedParameters(
  model: ApiModel,
  operation: OperationModel,
): readonly ParameterModel[] {
  const caller = callerOf(model, operation);
  return operation.parameters.map((parameter) =>
    parameter.in === "path" && parameter.name === caller
      ? { ...parameter, required: false }
      : parameter,
  );
}

/** The member of the runtime's `Media` that fills it in; none for all other operations. */
export function callerMember(
  model: ApiModel,
  operation: OperationModel,
  scope: ModuleScope,
): readonly Doc<Safe>[] {
  const caller = callerOf(model, operation);
  if (caller === undefined) return [];
  const fill = scope.use(`./${callerFile}.js`, callerValue, "value");
  return [code`fill: ${fill}(${literal(caller)})`];
}
