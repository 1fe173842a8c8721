import { countBySeverity, type Finding } from "./finding.js";

/** For programs; `docs/findings.schema.json` describes it. Members are only ever added. */
export function json(findings: readonly Finding[]): string {
  const value = {
    version: 1,
    count: countBySeverity(findings),
    findings: findings.map(findingJson),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** One finding, for programs. */
export function findingJson({ diagnostic, at, edits }: Finding): object {
  const { code, severity, message, advice, chapter, operation } = diagnostic;
  return {
    code,
    severity,
    message,
    advice,
    ...(at && { file: at.file, start: at.start, end: at.end }),
    ...(chapter !== undefined && { chapter }),
    ...(operation !== undefined && { operation }),
    ...(edits && { edits }),
  };
}
