import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { unnamedMediaType } from "../../diagnostics/rules/unnamed-media-type.js";
import type { InferredOperation } from "../model.js";
import { saidType, unnamedBodies } from "../operations/text-bodies.js";

/** Bodies that are shown in another notation than JSON, and whose media type neither a row nor words name. */
export function mediaTypeFindings({
  operation,
  texts,
}: Pick<InferredOperation, "operation" | "texts">): readonly Diagnostic[] {
  const named = new Set(
    (["request", "response"] as const).filter((side) =>
      operation[side].some(({ rows }) =>
        rows.some(
          ({ name, entry }) => entry?.in === "header" && /^content-type$/i.test(name.value),
        ),
      ),
    ),
  );
  return unnamedBodies(operation, texts)
    .filter(({ side, mediaType }) => !named.has(side) && saidType(operation, side) !== mediaType)
    .map(({ span, ...about }) => report(unnamedMediaType, span, about));
}
