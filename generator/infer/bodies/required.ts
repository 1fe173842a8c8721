import type { Row } from "../reference.js";
import type { BodyContext } from "./body-context.js";
import { exceptionFor } from "./rules/required-rules.js";

/** Whether a member always is there: its row says so, and no rule speaks against it. */
export function isRequired(
  row: Row,
  path: string,
  shown: { readonly absent: boolean; readonly null: boolean },
  context: BodyContext,
): boolean {
  const name = row.name.value;
  const said = row.entry?.required === true;
  const exception = said
    ? exceptionFor(context.knowledge.rules.required, {
        side: context.side,
        prose: row.entry?.description.markdown ?? "",
        entry: row.reference.value,
        absent: shown.absent,
        creates: context.creates,
        givenNull: shown.null,
        wraps: path === context.wrapper,
        partial: context.partial,
        ofResource: context.ofResource(row),
        later: context.later.has(name),
        ofExtension: context.ofExtensions.has(name),
        alternative: context.alternatives.has(name),
      })
    : undefined;
  const required = said && exception === undefined;
  context.noted?.({
    question: "required",
    path,
    answer: required ? "is required" : "may be left out",
    reasons: exception === undefined ? [] : [{ rule: exception }],
    rows: [row],
  });
  return required;
}
