import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";

/** Findings with the severities that the configuration gives their codes; those that are off are gone. */
export function weigh(
  found: readonly Diagnostic[],
  severities: Readonly<Record<string, Severity | "off">> | undefined,
): readonly Diagnostic[] {
  if (severities === undefined) return found;
  return found.flatMap((diagnostic) => {
    const severity = Object.hasOwn(severities, diagnostic.code)
      ? severities[diagnostic.code]
      : undefined;
    if (severity === "off") return [];
    return severity === undefined ? [diagnostic] : [{ ...diagnostic, severity }];
  });
}
