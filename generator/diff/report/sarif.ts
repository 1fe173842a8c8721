import { wellFormed } from "../../diagnostics/report/finding.js";
import type { Change, Verdict } from "../change.js";
import type { ChangeRecord } from "../record.js";
import { lostWords, type Reported } from "./reported.js";

const levels: Readonly<Record<Verdict, string>> = {
  breaking: "error",
  unknown: "warning",
  addition: "note",
  correction: "none",
};

/**
 * SARIF 2.1.0 (OASIS). A change has no line: it is at an operation and a place in it, a logical
 * location (section 3.33), and is known again by its fingerprint (section 3.27.17).
 */
export function sarif(
  services: readonly Reported[],
  records: readonly ChangeRecord[],
  version: string,
): string {
  const changes = services.flatMap(({ comparison }) => comparison.changes);
  const used = records.filter(({ id }) => changes.some((change) => change.id === id));
  const index = new Map(used.map(({ id }, position) => [id, position]));
  const isWhole = services.every(
    ({ comparison: { sides } }) => sides.old.lost.length + sides.new.lost.length === 0,
  );
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "restanza diff",
            ...(version !== "" && { version, semanticVersion: version }),
            rules: used.map(({ id, why, verdict }) => ({
              id,
              shortDescription: { text: why },
              defaultConfiguration: { level: levels[verdict] },
            })),
          },
        },
        invocations: [
          {
            executionSuccessful: isWhole,
            toolExecutionNotifications: services.flatMap(unread),
          },
        ],
        results: changes.map((change) => resultOf(change, index)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function unread(service: Reported): readonly object[] {
  const { notes = [] } = service;
  return [
    ...lostWords(service).map(({ side, at, message }) => ({
      level: "error",
      message: { text: wellFormed(`${side} ${at}: ${message}`) },
    })),
    ...notes.map((note) => ({ level: "note", message: { text: wellFormed(note) } })),
  ];
}

function resultOf(change: Change, index: ReadonlyMap<string, number>): object {
  const { id, verdict, operation, pointer, message, fingerprint, versions } = change;
  const name = operation === null ? "service" : `${operation.method} ${operation.path}`;
  return {
    ruleId: id,
    ...(index.has(id) && { ruleIndex: index.get(id) }),
    kind: verdict === "breaking" || verdict === "unknown" ? "fail" : "informational",
    level: verdict === "addition" || verdict === "correction" ? "none" : levels[verdict],
    message: { text: wellFormed(message) },
    locations: [
      {
        logicalLocations: [
          { fullyQualifiedName: wellFormed(`${name}${pointer}`), name: operation?.id ?? name },
        ],
      },
    ],
    partialFingerprints: { "restanza/v1": fingerprint },
    properties: { verdict, versions },
  };
}
