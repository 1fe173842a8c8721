import { type ArgsDef, defineCommand } from "citty";
import { catalogue } from "../../diagnostics/catalogue.js";
import { severities } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { countWords, type Finding } from "../../diagnostics/report/finding.js";
import { version } from "../../version.js";
import { type Arguments, readArguments, sourceArguments } from "../arguments.js";
import { exit, UsageError } from "../failure.js";
import { jobs } from "../jobs.js";
import { findingsOf } from "../place.js";
import { paintFor, print, progress } from "../terminal.js";

const formats = ["pretty", "line", "json", "github", "sarif", "junit"] as const;
type Format = (typeof formats)[number];

const args = {
  trees: {
    type: "positional",
    required: false,
    description: "Trees to look at; without any, those of the configuration",
  },
  severity: {
    type: "enum",
    options: [...severities],
    valueHint: "error|warning|info",
    description:
      "Show what weighs this much or more, and exit 1 if anything does; warning unless given",
  },
  format: {
    type: "enum",
    alias: "f",
    options: [...formats],
    valueHint: formats.join("|"),
    description: "pretty on a terminal, else line",
  },
  code: {
    type: "string",
    valueHint: "CODE",
    description: "Only findings of this code; may be repeated",
  },
  chapter: {
    type: "string",
    valueHint: "NAME",
    description: "Only findings in this chapter or file; may be repeated",
  },
  loose: {
    type: "boolean",
    description: "List what of the document has no type, by operation and place, instead",
  },
  ...sourceArguments,
} as const satisfies ArgsDef;

/** Says what is wrong in the docs. */
export default defineCommand({
  meta: { name: "lint", description: "Say what is wrong in the docs" },
  args,
  async run({ rawArgs }) {
    const given = readArguments(rawArgs, args);
    if (given.flag("loose")) {
      const { listLoosePlaces } = await import("../loose.js");
      return listLoosePlaces(given);
    }
    for (const code of given.texts("code")) refuseUnknown(code);
    const { inspect } = await import("../../pipeline/build.js");
    const findings: Finding[] = [];
    for (const job of await jobs(given.positionals, given)) {
      const done = progress(`Reading ${job.source.path}`);
      try {
        findings.push(...findingsOf(inspect(job.source, job.settings)).filter(wanted(given)));
      } finally {
        done();
      }
    }
    const format = formats.find((name) => name === given.text("format"));
    print(await render(findings, format ?? (process.stdout.isTTY ? "pretty" : "line")));
    return findings.length > 0 ? exit.findings : exit.ok;
  },
});

function wanted(given: Arguments): (finding: Finding) => boolean {
  const least = severities.indexOf(
    severities.find((name) => name === given.text("severity")) ?? "warning",
  );
  const codes = given.texts("code");
  const chapters = given.texts("chapter").map((name) => name.toLowerCase());
  return ({ diagnostic, at }) =>
    severities.indexOf(diagnostic.severity) <= least &&
    (codes.length === 0 || codes.includes(diagnostic.code)) &&
    (chapters.length === 0 ||
      [diagnostic.chapter, at?.file, ...fileNames(at?.file)].some(
        (name) => name !== undefined && chapters.includes(name.toLowerCase()),
      ));
}

/** `images.inc` and `images` of `source/images.inc`. */
function fileNames(file: string | undefined): readonly string[] {
  const name = file?.split("/").at(-1);
  return name === undefined ? [] : [name, name.replace(/\.\w+$/, "")];
}

function refuseUnknown(code: string): void {
  const known = catalogue.map((rule) => rule.code);
  if (known.includes(code)) return;
  throw new UsageError(`"${code}" is no diagnostic code.${didYouMean(code, known)}`);
}

async function render(findings: readonly Finding[], format: Format): Promise<string> {
  switch (format) {
    case "pretty": {
      const { pretty } = await import("../../diagnostics/report/pretty.js");
      const shown = pretty(findings, paintFor(process.stdout));
      return `${shown}${findings.length > 0 ? "\n" : ""}${countWords(findings)}\n`;
    }
    case "line":
      return (await import("../../diagnostics/report/line.js")).line(findings);
    case "json":
      return (await import("../../diagnostics/report/json.js")).json(findings);
    case "github":
      return (await import("../../diagnostics/report/github.js")).github(findings);
    case "sarif":
      return (await import("../../diagnostics/report/sarif.js")).sarif(
        findings,
        catalogue,
        version(),
      );
    case "junit":
      return (await import("../../diagnostics/report/junit.js")).junit(findings);
  }
}
