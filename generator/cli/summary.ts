import { countWords, type Finding, plural } from "../diagnostics/report/finding.js";
import { type Paint, pretty } from "../diagnostics/report/pretty.js";
import { methods } from "../openapi/document.js";
import type { Written } from "../output/write.js";
import type { Built } from "../pipeline/build.js";

/** How many findings `generate` shows before it refers to `lint`. */
const shown = 20;

/** The findings that weigh most, and how many more there are: those that `lint` shows unasked. */
export function excerpt(findings: readonly Finding[], lint: string, paint: Paint): string {
  const order = { error: 0, warning: 1, info: 2 };
  const heavy = findings.filter(({ diagnostic }) => diagnostic.severity !== "info");
  const first = heavy
    .toSorted((a, b) => order[a.diagnostic.severity] - order[b.diagnostic.severity])
    .slice(0, shown);
  if (first.length === 0) return "";
  const more = heavy.length - first.length;
  const rest = more > 0 ? `\n${more} more: ${lint}\n` : "";
  return `${pretty(first, paint)}${rest}\n`;
}

/** What was made, in four lines. */
export function summary(
  built: Built,
  findings: readonly Finding[],
  out: string,
  files: Written,
  milliseconds: number,
  paint: Paint,
): string {
  const { document } = built;
  const version = document["x-restanza"]?.projected;
  const title = document.info.title + (version === undefined ? "" : ` at ${version}`);
  const schemas = Object.keys(document.components?.schemas ?? {}).length;
  const parts = [
    `${files.written.length} written`,
    `${files.unchanged.length} unchanged`,
    ...(files.removed.length > 0 ? [`${files.removed.length} removed`] : []),
  ];
  const total = files.written.length + files.unchanged.length;
  return [
    `${paint("bold", title)} → ${out}`,
    `  ${plural(operations(built), "operation")}, ${plural(schemas, "schema")}`,
    `  ${plural(total, "file")}: ${parts.join(", ")}`,
    ...files.restored.map((path) => `  written again, though it was edited: ${path}`),
    ...files.kept.map((path) => `  left in place, since it was edited: ${path}`),
    `  ${countWords(findings)}`,
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
