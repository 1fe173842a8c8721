import type { ParameterEntry } from "../reference.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { typeContradictsDescription } from "../../diagnostics/rules/type-contradicts-description.js";
import type { InferredBodies } from "../bodies/infer-bodies.js";

/** Entries that contradict themselves, each told where it is met first; `told` are those before. */
export function entryFindings(
  bodies: InferredBodies,
  told: Set<ParameterEntry>,
): readonly Diagnostic[] {
  return bodies.findings.flatMap((finding) => {
    if (finding.kind !== "type-contradicts-description" || told.has(finding.entry)) return [];
    const { entry } = finding;
    told.add(entry);
    return [report(typeContradictsDescription, entry.span, { name: entry.name, type: entry.type })];
  });
}
