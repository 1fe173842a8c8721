import type { Severity } from "../../diagnostics/diagnostic.js";
import { countWords, type Finding, plural } from "../../diagnostics/report/finding.js";
import { groupsOf } from "../../diagnostics/report/group.js";
import { type Paint, severityColours } from "../../diagnostics/report/pretty.js";
import type { Guess } from "../../infer/model.js";
import { operationsOf } from "../../openapi/select.js";
import type { Written } from "../../output/write.js";
import type { Built } from "../../pipeline/build.js";

/** What a run says of what it made: plain data, which the next run may say again. */
export interface Told {
  readonly title: string;
  readonly operations: number;
  readonly schemas: number;
  /** What of the whole service was guessed, and the settings that settle it. */
  readonly guesses: readonly Guess[];
  /** How many findings there are, in words. */
  readonly findings: string;
  /** How many there are of each code, the heaviest and then the most frequent first. */
  readonly codes: readonly CodeCount[];
}

interface CodeCount {
  readonly code: string;
  /** The heaviest that findings of the code have. */
  readonly severity: Severity;
  readonly count: number;
}

export function told(built: Built, findings: readonly Finding[]): Told {
  const { document } = built;
  const version = document["x-restanza"]?.projected;
  return {
    title: document.info.title + (version === undefined ? "" : ` at ${version}`),
    operations: operations(built),
    schemas: Object.keys(document.components?.schemas ?? {}).length,
    guesses: built.guesses,
    findings: countWords(findings),
    codes: codesOf(findings),
  };
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function codesOf(findings: readonly Finding[]): readonly CodeCount[] {
  return groupsOf(findings, "code")
    .map(({ name, findings: own }) => {
      const severities = own.map(({ diagnostic }) => diagnostic.severity);
      const [severity = "info"] = severities.toSorted((a, b) => weights[a] - weights[b]);
      return { code: name, severity, count: own.length };
    })
    .sort((a, b) => weights[a.severity] - weights[b.severity] || b.count - a.count);
}

/**
 * What was made, a line for each guess, and a table of what was found, by code. Findings are faults
 * of the docs: `lint`, the command that is named, shows each at its place.
 */
export function summary(
  { title, operations, schemas, guesses, findings, codes }: Told,
  out: string,
  files: Written,
  milliseconds: number,
  lint: string,
  paint: Paint,
): string {
  const parts = [
    `${files.written.length} written`,
    `${files.unchanged.length} unchanged`,
    ...(files.removed.length > 0 ? [`${files.removed.length} removed`] : []),
  ];
  const total = files.written.length + files.unchanged.length;
  // What is counted is what the command shows: without the flag it leaves out what is only information.
  const hasInfo = codes.some(({ severity }) => severity === "info");
  const where = `; to see them: ${lint}${hasInfo ? " --severity info" : ""}`;
  return [
    `${paint("bold", title)} → ${out}`,
    `  ${plural(operations, "operation")}, ${plural(schemas, "schema")}`,
    `  ${plural(total, "file")}: ${parts.join(", ")}`,
    ...files.kept.map((path) => `  left in place, since it was edited: ${path}`),
    ...files.strays.map((path) => `  left in place, of another run and in no manifest: ${path}`),
    ...guesses.map(({ words, setting }) => `  a guess: ${words}; \`${setting}\` settles it`),
    `  ${findings} in the docs${codes.length > 0 ? where : ""}`,
    ...table(codes, paint),
    `  ${(milliseconds / 1000).toFixed(1)} s`,
    "",
  ].join("\n");
}

function table(codes: readonly CodeCount[], paint: Paint): readonly string[] {
  const width = Math.max(0, ...codes.map(({ count }) => String(count).length));
  return codes.map(({ code, severity, count }) => {
    const weight = paint(severityColours[severity], severity.padEnd("warning".length));
    return `    ${String(count).padStart(width)} ${weight} ${code}`;
  });
}

/** Documented operations: those that share a method and path are counted each. */
function operations({ document }: Built): number {
  let count = 0;
  for (const item of Object.values({ ...document.paths, ...document.webhooks })) {
    for (const [, operation] of operationsOf(item))
      count += operation["x-restanza"]?.operations?.length ?? 1;
  }
  return count;
}
