import { type Finding, wellFormed } from "./finding.js";

/** What a SARIF file says of a code: the words of its rule, without its types. */
export interface RuleWords {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly why: string;
  readonly fix: string;
}

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0 (OASIS): columns count UTF-16 units and begin at 1, ends are exclusive, as ours. */
export function sarif(
  findings: readonly Finding[],
  rules: readonly RuleWords[],
  version: string,
): string {
  const used = rules.filter(({ code }) =>
    findings.some(({ diagnostic }) => diagnostic.code === code),
  );
  const index = new Map(used.map(({ code }, position) => [code, position]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "restanza",
            ...(version !== "" && { version, semanticVersion: version }),
            rules: used.map(({ code, severity, why, fix }) => ({
              id: code,
              shortDescription: { text: why },
              help: { text: fix },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map(({ diagnostic, at }) => ({
          ruleId: diagnostic.code,
          ...(index.has(diagnostic.code) && { ruleIndex: index.get(diagnostic.code) }),
          level: levels[diagnostic.severity],
          message: { text: diagnostic.message },
          ...(at && {
            locations: [
              {
                physicalLocation: {
                  artifactLocation: {
                    uri: wellFormed(at.file).split("/").map(encodeURIComponent).join("/"),
                  },
                  region: {
                    startLine: at.start.line,
                    startColumn: at.start.column,
                    endLine: at.end.line,
                    endColumn: at.end.column,
                  },
                },
              },
            ],
          }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
