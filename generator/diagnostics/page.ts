import type { Example } from "./diagnostic.js";
import { type ExplainedRule, filesOf } from "./explain.js";

/** All rules as one Markdown page, in the order of the catalogue: `docs/diagnostics.md`. */
export function page(rules: readonly ExplainedRule[]): string {
  const rows = rules.map(
    ({ code, severity, fix }) =>
      `| [${code}](#${code}) | ${severity} | ${fix.replaceAll("|", "\\|")} |`,
  );
  return [
    "# What restanza finds",
    "",
    "Made from the rules by `npm run docs:pages`. `restanza explain CODE` prints one of these; `severity` in",
    "the configuration gives a code another weight, or turns it `off`.",
    "",
    "| code | severity | what to do |",
    "| --- | --- | --- |",
    ...rows,
    "",
    ...rules.flatMap(section),
  ].join("\n");
}

function section(rule: ExplainedRule): readonly string[] {
  return [
    `## ${rule.code}`,
    "",
    `${rule.why} ${rule.fix}`,
    "",
    "Wrong, the words between ⟦ and ⟧ being reported:",
    "",
    ...blocks(rule.bad),
    "Right:",
    "",
    ...blocks(rule.good),
  ];
}

function blocks(example: Example): readonly string[] {
  return Object.entries(filesOf(example)).flatMap(([name, text]) => {
    const words = text.replace(/^\n+|\s+$/g, "");
    const longest = Math.max(2, ...[...words.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = "`".repeat(longest + 1);
    return [`${fence}${language(name)}`, `${comment(name)}${words}`, fence, ""];
  });
}

function language(name: string): string {
  if (/\.(?:rst|inc)$/.test(name)) return "rst";
  return /\.ya?ml$/.test(name) ? "yaml" : "";
}

/** The name of the file, where it is not the usual one and the language has comments. */
function comment(name: string): string {
  if (name === "images.inc") return "";
  if (language(name) === "rst") return `.. ${name}\n\n`;
  return language(name) === "yaml" ? `# ${name}\n` : `${name}:\n`;
}
