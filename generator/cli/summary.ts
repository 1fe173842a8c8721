import { countWords, type Finding, plural } from "../diagnostics/report/finding.js";
import { type Paint, pretty } from "../diagnostics/report/pretty.js";
import type { Guess } from "../infer/model.js";
import { methods } from "../openapi/document.js";
import type { Written } from "../output/write.js";
import type { Built } from "../pipeline/build.js";

/** How many findings `generate` shows before it refers to `lint`. */
const shown = 20;

/** What a run says of what it made: plain data, which the next run may say again. */
export interface Told {
  readonly title: string;
  readonly operations: number;
  readonly schemas: number;
  /** What of the whole service was guessed, and the settings that settle it. */
  readonly guesses: readonly Guess[];
  /** How many findings there are, in words. */
  readonly findings: string;
  /** The findings that weigh most, of those that `lint` shows unasked. */
  readonly first: readonly Finding[];
  /** How many of those there are beside the first. */
  readonly more: number;
}

export function told(built: Built, findings: readonly Finding[]): Told {
  const { document } = built;
  const version = document["x-restanza"]?.projected;
  const order = { error: 0, warning: 1, info: 2 };
  const heavy = findings.filter(({ diagnostic }) => diagnostic.severity !== "info");
  const first = heavy
    .toSorted((a, b) => order[a.diagnostic.severity] - order[b.diagnostic.severity])
    .slice(0, shown);
  return {
    title: document.info.title + (version === undefined ? "" : ` at ${version}`),
    operations: operations(built),
    schemas: Object.keys(document.components?.schemas ?? {}).length,
    guesses: built.guesses,
    findings: countWords(findings),
    first,
    more: heavy.length - first.length,
  };
}

/** The findings that weigh most, and how many more there are. */
export function excerpt({ first, more }: Told, lint: string, paint: Paint): string {
  if (first.length === 0) return "";
  const rest = more > 0 ? `\n${more} more: ${lint}\n` : "";
  return `${pretty(first, paint)}${rest}\n`;
}

/** What was made, in four lines, and one for each guess. */
export function summary(
  { title, operations, schemas, guesses, findings }: Told,
  out: string,
  files: Written,
  milliseconds: number,
  paint: Paint,
): string {
  const parts = [
    `${files.written.length} written`,
    `${files.unchanged.length} unchanged`,
    ...(files.removed.length > 0 ? [`${files.removed.length} removed`] : []),
  ];
  const total = files.written.length + files.unchanged.length;
  return [
    `${paint("bold", title)} → ${out}`,
    `  ${plural(operations, "operation")}, ${plural(schemas, "schema")}`,
    `  ${plural(total, "file")}: ${parts.join(", ")}`,
    ...files.kept.map((path) => `  left in place, since it was edited: ${path}`),
    ...guesses.map(({ words, setting }) => `  a guess: ${words}; \`${setting}\` settles it`),
    `  ${findings}`,
    `  ${(milliseconds / 1000).toFixed(1)} s`,
    "",
  ].join("\n");
}

/** Documented operations: those that share a method and path are counted each. */
function operations({ document }: Built): number {
  let count = 0;
  for (const item of Object.values(document.paths)) {
    const all = [
      ...methods.map((method) => item[method]),
      ...Object.values(item["x-restanza-operations"] ?? {}),
    ];
    for (const operation of all) {
      if (operation !== undefined) count += operation["x-restanza"]?.operations?.length ?? 1;
    }
  }
  return count;
}
