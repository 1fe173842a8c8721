import type { Finding } from "./finding.js";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** Workflow commands, which GitHub Actions shows beside the lines of a pull request. */
export function github(findings: readonly Finding[]): string {
  return findings
    .map(({ diagnostic, at }) => {
      const { code, severity, message, advice } = diagnostic;
      const place =
        at === undefined
          ? ""
          : `file=${property(at.file)},line=${at.start.line},col=${at.start.column},` +
            `endLine=${at.end.line},endColumn=${at.end.column},`;
      return `::${commands[severity]} ${place}title=${property(code)}::${data(`${message}\n${advice}`)}\n`;
    })
    .join("");
}

/** As the toolkit of GitHub Actions escapes the words of a command. */
function data(words: string): string {
  return words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(words: string): string {
  return data(words).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
