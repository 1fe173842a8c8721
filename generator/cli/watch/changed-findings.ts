import { addTo } from "../../collections/groups.js";
import type { Finding } from "../../diagnostics/report/finding.js";
import type { FindingsChange } from "./events.js";

/**
 * What of `after` is not in `before`, and the other way round. A line that is added above a finding
 * moves it, and makes it no other: findings are the same by their file, code and words, and of those
 * that are alike first those on a line of the same text.
 */
export function changedFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): FindingsChange {
  const onSameLine = apart(before, after, (finding) => `${keyOf(finding)}\0${finding.at?.line}`);
  return apart(onSameLine.gone, onSameLine.appeared, keyOf);
}

function apart(
  before: readonly Finding[],
  after: readonly Finding[],
  key: (finding: Finding) => string,
): FindingsChange {
  const waiting = new Map<string, Finding[]>();
  for (const finding of before) addTo(waiting, key(finding), finding);
  const appeared = after.filter((finding) => waiting.get(key(finding))?.shift() === undefined);
  const left = new Set([...waiting.values()].flat());
  return { appeared, gone: before.filter((finding) => left.has(finding)) };
}

function keyOf({ diagnostic, at }: Finding): string {
  return [at?.file, diagnostic.severity, diagnostic.code, diagnostic.message].join("\0");
}
