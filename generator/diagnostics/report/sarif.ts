import type { Place } from "../span.js";
import { type Finding, type PlacedEdit, wellFormed } from "./finding.js";

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
        results: findings.map(({ diagnostic, at, edits }) => ({
          ruleId: diagnostic.code,
          ...(index.has(diagnostic.code) && { ruleIndex: index.get(diagnostic.code) }),
          level: levels[diagnostic.severity],
          message: { text: diagnostic.message },
          ...(at && {
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: uriOf(at.file) },
                  region: regionOf(at),
                },
              },
            ],
          }),
          ...(edits && {
            fixes: [
              {
                description: { text: diagnostic.advice },
                artifactChanges: changesByFile(edits),
              },
            ],
          }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Changes of one file stand together (SARIF 3.56). */
function changesByFile(edits: readonly PlacedEdit[]): readonly object[] {
  return [...new Set(edits.map(({ file }) => file))].map((file) => ({
    artifactLocation: { uri: uriOf(file) },
    replacements: edits
      .filter((edit) => edit.file === file)
      .map((edit) => ({
        deletedRegion: regionOf(edit),
        insertedContent: { text: wellFormed(edit.text) },
      })),
  }));
}

function uriOf(file: string): string {
  return wellFormed(file).split("/").map(encodeURIComponent).join("/");
}

function regionOf({ start, end }: { readonly start: Place; readonly end: Place }): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
