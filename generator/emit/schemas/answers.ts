import type { ApiModel, OperationModel, ResponseModel } from "../../openapi/model.js";
import { bodyKindOf } from "../bodies.js";
import type { WantedCheck } from "../checks/validators.js";
import { camelCase, Names } from "../naming.js";
import type { Text } from "../text.js";
import { identifier } from "../text.js";

/** An answer in JSON, and the check of its body. */
export interface CheckedAnswer {
  readonly response: ResponseModel;
  readonly check: Text<"identifier">;
}

/** The checks of all answers in JSON that the docs speak of, and under which names. */
export interface AnswerChecks {
  readonly wanted: readonly WantedCheck[];
  of(operation: OperationModel): readonly CheckedAnswer[];
}

/** A check for each body: `showImage200`. Those of equal schemas are one function. */
export function checkNames(model: ApiModel): AnswerChecks {
  const names = new Names(["equal", "formats", "isUnique", "ucs2length"]);
  const wanted: WantedCheck[] = [];
  const found = new Map<OperationModel, readonly CheckedAnswer[]>();
  for (const operation of model.chapters.flatMap((chapter) => chapter.operations)) {
    const answers = operation.responses.flatMap((response): CheckedAnswer[] => {
      const { body, status, general } = response;
      // What is said of every operation alike is told by the client's own types of faults.
      if (body === undefined || general === true) return [];
      if (bodyKindOf(operation, response) !== "json") return [];
      const words = camelCase(`${operation.operationId} ${status}`);
      const check = identifier(names.take(words, "_"));
      wanted.push({ name: check, schema: body.schema });
      return [{ response, check }];
    });
    found.set(operation, answers);
  }
  return { wanted, of: (operation) => found.get(operation) ?? [] };
}
