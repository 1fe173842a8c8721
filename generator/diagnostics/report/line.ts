import { type Finding, printable } from "./finding.js";

/** One line each, as compilers print them: `file:line:column: severity code: message`. */
export function line(findings: readonly Finding[]): string {
  return findings
    .map(({ diagnostic, at }) => {
      const place = at === undefined ? "" : `${at.file}:${at.start.line}:${at.start.column}: `;
      const { severity, code, message } = diagnostic;
      return `${printable(`${place}${severity} ${code}: ${message}`)}\n`;
    })
    .join("");
}
