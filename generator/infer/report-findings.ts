import type { Operation } from "../apiref/model.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { InferredBodies } from "./bodies/infer-bodies.js";
import { bodyFindings } from "./findings/body-findings.js";
import { titleFindings } from "./findings/title-findings.js";
import { statusFindings, urlFindings } from "./findings/url-findings.js";
import { versionFindings } from "./findings/version-findings.js";
import type { Inferences } from "./model.js";

/** What inference noticed on its way, beside what it found. */
export interface Noticed {
  readonly bodies: ReadonlyMap<Operation, InferredBodies>;
  readonly repeated: readonly { readonly operation: Operation; readonly first: Operation }[];
}

/** Everything that inference finds wrong or doubtful in the docs, operation by operation. */
export function reportFindings(
  operations: Inferences["operations"],
  { bodies, repeated }: Noticed,
): readonly Diagnostic[] {
  const firsts = new Map(repeated.map(({ operation, first }) => [operation, first]));
  return [...operations.values()].flatMap((inferred): readonly Diagnostic[] => {
    const { operation, chapter, operationId } = inferred;
    const found = bodies.get(operation);
    return [
      ...titleFindings(operation, firsts.get(operation), operationId),
      ...urlFindings(operation, inferred.rows),
      ...statusFindings(operation),
      ...(found === undefined ? [] : bodyFindings(operation, found)),
      ...versionFindings(inferred),
    ].map((finding) => ({
      ...finding,
      chapter: chapter.name,
      operation: operation.title.value,
    }));
  });
}
