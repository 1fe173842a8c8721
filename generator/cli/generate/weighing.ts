import { severities, type Severity } from "../../diagnostics/diagnostic.js";
import { type Finding, plural } from "../../diagnostics/report/finding.js";
import type { Findings } from "../../pipeline/build.js";
import { Baselines } from "../findings/baselines.js";
import type { Told } from "../findings/summary.js";

/** How many findings there are of each severity that no baseline knows. */
export type Weights = Readonly<Record<Severity, number>>;

/** Of the findings of a run, those that the baseline of its service does not know. */
export function weightsOf(
  found: readonly Finding[],
  built: Findings,
  baseline: string | undefined,
): Weights {
  const unknown = new Baselines(false).unknown(baseline, built, found, found);
  const count = (severity: Severity): number =>
    unknown.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}

/** The same of what an earlier run said, where there is no baseline. */
export function weightsTold({ codes }: Told): Weights {
  const weights = { error: 0, warning: 0, info: 0 };
  for (const { severity, count } of codes) weights[severity] += count;
  return weights;
}

/** What is wrong with findings of these weights, in words for people; `undefined` where nothing is. */
export function weighsTooMuch(weights: Weights, failOn: string | undefined): string | undefined {
  const least = severities.findIndex((severity) => severity === failOn);
  const count = severities
    .slice(0, least + 1)
    .reduce((sum, severity) => sum + weights[severity], 0);
  if (count === 0) return undefined;
  const weighs = failOn === "error" ? "weigh error" : `weigh ${failOn} or more`;
  return `${plural(count, "finding")} in the docs ${count === 1 ? weighs.replace("weigh", "weighs") : weighs}`;
}
