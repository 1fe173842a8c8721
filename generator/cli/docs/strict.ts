import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { severities } from "../../diagnostics/diagnostic.js";
import { countWords, type Finding } from "../../diagnostics/report/finding.js";
import type { Built } from "../../pipeline/build.js";
import { findingsOf } from "../findings/place.js";

/** What makes `docs` exit with 1. */
export interface Strictness {
  /** What makes `sphinx-build -W` fail. */
  readonly sphinx: boolean;
  /** Findings that weigh this much or more. */
  readonly least: Severity | undefined;
}

/** The findings that a run fails for, in the order of the docs. */
export function failing(built: readonly Built[], strictness: Strictness): readonly Finding[] {
  return built.flatMap((one) => {
    const warnings = new Set<Diagnostic>(strictness.sphinx ? one.published?.warnings : []);
    const heavy = severities.slice(0, 1 + severities.indexOf(strictness.least ?? "error"));
    const counts = (finding: Diagnostic): boolean =>
      warnings.has(finding) || (strictness.least !== undefined && heavy.includes(finding.severity));
    return findingsOf({ ...one, diagnostics: one.diagnostics.filter(counts) });
  });
}

/** What is said of them: a line each, and how many they are. */
export async function failureText(findings: readonly Finding[]): Promise<string> {
  const { line } = await import("../../diagnostics/report/line.js");
  return `${line(findings).trimEnd()}\n${countWords(findings)}\n`;
}
