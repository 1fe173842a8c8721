import { groupBy } from "../../collections/groups.js";
import { severities } from "../diagnostic.js";
import type { Finding } from "./finding.js";

/** What findings may be grouped by. */
export const groupings = ["code", "chapter", "severity"] as const;
export type Grouping = (typeof groupings)[number];

export interface Group {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/**
 * Findings in groups: codes and chapters by name, severities from the heaviest, what is in no
 * chapter under the name of its file. Within a group they stay in their order.
 */
export function groupsOf(findings: readonly Finding[], by: Grouping): readonly Group[] {
  const groups = groupBy(findings, (finding) => nameOf(finding, by));
  const order = (name: string): number => severities.findIndex((severity) => severity === name);
  return [...groups]
    .map(([name, own]) => ({ name, findings: own }))
    .sort((a, b) => order(a.name) - order(b.name) || (a.name < b.name ? -1 : 1));
}

function nameOf({ diagnostic, at }: Finding, by: Grouping): string {
  if (by === "chapter") return diagnostic.chapter ?? at?.file ?? "the whole";
  return diagnostic[by];
}
