import { type ArgsDef, defineCommand } from "citty";
import { catalogue } from "../../diagnostics/catalogue.js";
import { severities } from "../../diagnostics/diagnostic.js";
import { countWords, type Finding, plural, printable } from "../../diagnostics/report/finding.js";
import { groupings, groupsOf } from "../../diagnostics/report/group.js";
import { plain } from "../../diagnostics/report/pretty.js";
import { version } from "../../version.js";
import { type Arguments, readArguments, sourceArguments } from "../arguments.js";
import { exit, UsageError } from "../shell/failure.js";
import { Baselines } from "../findings/baselines.js";
import { jobs } from "../jobs/jobs.js";
import { Mends } from "../findings/mend.js";
import { findingsOf } from "../findings/place.js";
import { paintFor, print, progress } from "../shell/terminal.js";
import { unknownCode } from "../shell/unknown-code.js";

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
  group: {
    type: "enum",
    alias: "g",
    options: [...groupings],
    valueHint: groupings.join("|"),
    description: "Findings of one code, chapter or severity together; with pretty and line",
  },
  loose: {
    type: "boolean",
    description: "List what of the document has no type, by operation and place, instead",
  },
  baseline: {
    type: "string",
    valueHint: "FILE",
    description:
      "Findings that are known and not shown again; that of the configuration unless given",
  },
  "update-baseline": {
    type: "boolean",
    description: "Write FILE if it is not there, else drop what is fixed; it never grows by itself",
  },
  fix: {
    type: "boolean",
    description: "Show as a diff what mends the findings that need no judgement; exit 1 if any",
  },
  write: {
    type: "boolean",
    description: "With --fix: make these changes, too",
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
      const { listLoosePlaces } = await import("../findings/loose.js");
      return listLoosePlaces(given);
    }
    for (const code of given.texts("code")) refuseUnknown(code);
    const { inspect } = await import("../../pipeline/build.js");
    const baselines = new Baselines(updates(given));
    const mends = new Mends();
    refuseMixed(given);
    const findings: Finding[] = [];
    const waiting = progress();
    for (const job of await jobs(given.positionals, given)) {
      waiting.say(`Reading ${job.source.path}`);
      try {
        const inspected = inspect(job.source, job.settings);
        const all = findingsOf(inspected);
        const shown = all.filter(wanted(given));
        const baseline = given.text("baseline") ?? job.baseline;
        const unknown = baselines.unknown(baseline, inspected, all, shown);
        if (given.flag("fix")) mends.add(inspected, unknown);
        else for (const each of unknown) findings.push(each);
      } finally {
        waiting.done();
      }
    }
    if (given.flag("fix")) return mends.finish(given.flag("write"));
    const notes = baselines.close();
    const shown = findings.slice(0, MOST);
    print(await renderGroups(shown, formatOf(given), given.text("group")));
    // Beside the findings, which may be on their way to a program.
    if (findings.length > MOST) process.stderr.write(`${notShown(findings.length - MOST)}\n`);
    for (const note of notes) process.stderr.write(`${note}\n`);
    return findings.length > 0 ? exit.findings : exit.ok;
  },
});

/** More findings than anybody reads; the text of many more is longer than a string may be. */
const MOST = 100_000;

function notShown(count: number): string {
  return `${plural(count, "more finding")} not shown: ask for some with --severity, --code or --chapter.`;
}

function formatOf(given: Arguments): Format {
  const format = formats.find((name) => name === given.text("format"));
  return format ?? (process.stdout.isTTY ? "pretty" : "line");
}

/** Operations that `--only` leaves out would look as if they had been mended. */
function updates(given: Arguments): boolean {
  if (given.flag("update-baseline") && given.text("only") !== undefined) {
    throw new UsageError("--update-baseline looks at all operations: --only does not go with it.");
  }
  return given.flag("update-baseline");
}

/** `--fix` prints a diff, and changes the docs: nothing else goes with it. */
function refuseMixed(given: Arguments): void {
  if (given.flag("write") && !given.flag("fix")) throw new UsageError("--write goes with --fix.");
  const format = formatOf(given);
  if (given.text("group") !== undefined && format !== "pretty" && format !== "line") {
    throw new UsageError(`--group goes with pretty and line; of ${format}, the reader groups.`);
  }
  if (!given.flag("fix")) return;
  for (const name of ["format", "group"])
    if (given.text(name) !== undefined)
      throw new UsageError(`--fix prints a diff: --${name} does not go with it.`);
  if (given.flag("update-baseline")) {
    throw new UsageError("--fix changes the docs, --update-baseline the baseline: one at a time.");
  }
}

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
  if (catalogue.every((rule) => rule.code !== code)) throw unknownCode(code);
}

/** The findings, each group below its name and how many it has. */
async function renderGroups(
  findings: readonly Finding[],
  format: Format,
  by: string | undefined,
): Promise<string> {
  const grouping = groupings.find((name) => name === by);
  if (grouping === undefined || findings.length === 0) return render(findings, format);
  const paint = format === "pretty" ? paintFor(process.stdout) : plain;
  const { pretty } = await import("../../diagnostics/report/pretty.js");
  const { line } = await import("../../diagnostics/report/line.js");
  const groups = groupsOf(findings, grouping).map(({ name, findings: own }) => {
    const head = paint("bold", `${printable(name)}: ${countWords(own)}`);
    return format === "pretty" ? `${head}\n\n${pretty(own, paint)}` : `${head}\n${line(own)}`;
  });
  return `${groups.join("\n")}${format === "pretty" ? `\n${countWords(findings)}\n` : ""}`;
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
