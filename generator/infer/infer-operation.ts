import type { ServiceFact } from "../facts/service-fact.js";
import type { Bounds } from "../versions/versions.js";
import { withEmptyTexts } from "./bodies/empty-texts.js";
import type { Ask, InferredBodies } from "./bodies/infer-bodies.js";
import type { InferredOperation } from "./model.js";
import type { ActionKey } from "./operations/actions.js";
import { fieldsParameter } from "./operations/fields.js";
import { impliedStatuses } from "./operations/implied-statuses.js";
import { saysNoBody } from "./operations/no-body.js";
import { codeOfSample } from "./operations/sample-codes.js";
import { answersNothing } from "./operations/shown-answers.js";
import { isOfOtherVersions } from "./operations/statuses-by-version.js";
import { textBodies } from "./operations/text-bodies.js";
import { inferParameters } from "./parameters/infer-parameters.js";
import type { Chapter, Operation } from "./reference.js";
import type { SortedRows } from "./rows/rows.js";
import type { Rules } from "./rules.js";
import { isListing, pathWords } from "./words/names/collections.js";

/** What is known of one operation among all. */
export interface KnownOfOperation {
  readonly chapter: Chapter;
  readonly operationId: string;
  readonly older: string | undefined;
  readonly group: number | undefined;
  readonly bounds: Bounds;
  readonly rows: SortedRows;
  readonly body: InferredBodies | undefined;
  readonly action: ActionKey | undefined;
  readonly service: ServiceFact | undefined;
  readonly rules: Rules;
  readonly ask: Ask | undefined;
}

/** Every guess about one operation, from what is known of it among all. */
export function inferOperation(
  operation: Operation,
  { body, service, rules, ask, action, group, ...known }: KnownOfOperation,
): InferredOperation {
  const { rows } = known;
  const fields = fieldsParameter(operation, rows);
  const texts = textBodies(operation, rows);
  return {
    ...known,
    operation,
    request: texts.request?.ofRows === false ? undefined : body?.request,
    response:
      texts.response === undefined && body?.response !== undefined
        ? { ...body.response, node: withEmptyTexts(body.response.node, operation, service) }
        : undefined,
    texts,
    sampleCodes: new Map(
      operation.samples.flatMap((link) => {
        const code = codeOfSample(link, operation);
        return code === undefined ? [] : [[link, code] as const];
      }),
    ),
    action: action?.telling === true ? action.key : undefined,
    key: action?.key,
    group: group ?? -1,
    listing: isListing(operation),
    words: pathWords(operation.path),
    parameters: inferParameters(operation, rows, fields, rules, ask?.(operation, "request")),
    implied: impliedStatuses(operation, service),
    withoutBody: new Set(
      operation.statuses.filter((status) => isOfOtherVersions(operation, status)),
    ),
    answersNothing: answersNothing(operation),
    fields,
    asksNothing: saysNoBody(operation),
  };
}
