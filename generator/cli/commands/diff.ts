import { type ArgsDef, defineCommand } from "citty";
import type { Comparison } from "../../diff/diff.js";
import { nothingYet } from "../../diff/side.js";
import type { Before } from "../../pipeline/before.js";
import type { Alike, ReadSide } from "../../pipeline/parts.js";
import type { OpenedSide } from "../../pipeline/sides.js";
import type { Reported } from "../../diff/report/reported.js";
import { version } from "../../version.js";
import { Accepting } from "../findings/accepting.js";
import { cacheFolder } from "../cache/folder.js";
import { rememberedSide } from "../cache/sides.js";
import { type Arguments, readArguments, sourceArguments } from "../arguments.js";
import { exit, type ExitCode, UsageError } from "../shell/failure.js";
import type { Job } from "../jobs/job.js";
import { jobs } from "../jobs/jobs.js";
import { paintFor, print, progress } from "../shell/terminal.js";

const formats = ["text", "markdown", "json", "sarif", "changelog"] as const;
type Format = (typeof formats)[number];

const args = {
  old: {
    type: "positional",
    required: false,
    description:
      "OLD: a tree, an OpenAPI document, a folder of output, or REV:PATH for one of these at a revision of git",
  },
  new: { type: "positional", required: false, description: "NEW: the same, as it is now" },
  from: {
    type: "string",
    valueHint: "REV",
    description:
      "Instead of OLD and NEW: the trees of the configuration at REV, such as origin/main, and now",
  },
  format: {
    type: "enum",
    alias: "f",
    options: [...formats],
    valueHint: formats.join("|"),
    description: "text unless given",
  },
  "fail-on": {
    type: "enum",
    options: ["breaking", "unknown"],
    valueHint: "breaking|unknown",
    description: "Exit 1 where there is a breaking change; with unknown, also where one may be",
  },
  names: {
    type: "boolean",
    description: "Say, too, which functions of the generated client have another name",
  },
  accept: {
    type: "string",
    valueHint: "FILE",
    description: "Changes that are known and let pass, until the day that FILE gives each",
  },
  "write-accept": {
    type: "boolean",
    description: "Add what is breaking or unknown to FILE; needs --reason",
  },
  reason: { type: "string", valueHint: "WORDS", description: "Why, for --write-accept" },
  until: {
    type: "string",
    valueHint: "DAY",
    description: "Until when, such as 2027-01-31, for --write-accept; 90 days unless given",
  },
  "no-cache": {
    type: "boolean",
    description: "Read both sides anew, and keep nothing of them for the next run",
  },
  config: sourceArguments.config,
  name: sourceArguments.name,
  only: sourceArguments.only,
  microversion: sourceArguments.microversion,
} as const satisfies ArgsDef;

/** Says what has changed between two states of an API, and what that means for those who call it. */
export default defineCommand({
  meta: {
    name: "diff",
    description: "Say what has changed between two states of an API, and whom it breaks",
  },
  args,
  async run({ rawArgs }) {
    const given = readArguments(rawArgs, args);
    const accepting = new Accepting(given);
    const services: Reported[] = [];
    const waiting = progress();
    try {
      for (const asked of await wanted(given)) {
        const { comparison, notes } = await compared(asked, given, waiting.say);
        const service = asked.sides === undefined ? asked.job.name : undefined;
        const left = accepting.left(comparison, service);
        services.push({ name: asked.title, notes, ...left });
      }
    } finally {
      waiting.done();
    }
    print(await render(services, formatOf(given)));
    for (const note of accepting.close()) process.stderr.write(`${note}\n`);
    return await exitCode(services, given);
  },
});

/** What is compared, and what it is called. */
interface Wanted {
  readonly title: string;
  readonly job: Job;
  /** OLD and NEW as the command line has them; none: the tree of the job, at a revision and now. */
  readonly sides: readonly [string, string] | undefined;
}

async function wanted(given: Arguments): Promise<readonly Wanted[]> {
  const from = given.text("from");
  const [old, now] = given.positionals;
  if (from === undefined) {
    if (old === undefined || now === undefined)
      throw new UsageError("diff needs OLD and NEW, or --from REV and a configuration.");
    const [job] = await jobs([now], given);
    if (job === undefined) throw new UsageError("There is nothing to compare.");
    return [{ title: now, job, sides: [old, now] }];
  }
  if (old !== undefined)
    throw new UsageError("--from goes with a configuration, not with OLD and NEW.");
  return (await jobs([], given)).map((job) => ({ title: titleOf(job), job, sides: undefined }));
}

/** The name that the configuration gives; the folder of its output is no name of what is compared. */
function titleOf({ name, out, source }: Job): string {
  return name === out ? source.path : name;
}

/** What came of a comparison, and what is to be said of its sides. */
interface Compared {
  readonly comparison: Comparison;
  readonly notes: readonly string[];
}

async function compared(
  { job, sides }: Wanted,
  given: Arguments,
  say: (words: string) => void,
): Promise<Compared> {
  const [
    { openSide, readSide },
    { openBefore, overlaysBefore },
    inputs,
    { readAlike },
    { compare },
    { echoNote },
  ] = await Promise.all([
    import("../../pipeline/sides.js"),
    import("../../pipeline/before.js"),
    import("../../pipeline/inputs.js"),
    import("../../pipeline/parts.js"),
    import("../../diff/diff.js"),
    import("../../diff/report/echoes.js"),
  ]);
  const from = given.text("from") ?? "";
  const folderOfCache = cacheFolder(given.flag("no-cache") ? ["--no-cache"] : []);
  const { settings, source } = job;
  const folder = process.cwd();
  const paths = source.overlays ?? [];
  const overlays = paths.length === 0 ? [] : inputs.overlaysOf(source, inputs.rootOf(source));
  const now = openSide(sides?.[1] ?? source.path, folder);
  const before: Before =
    sides === undefined
      ? openBefore(source.path, from, now)
      : { kind: "there", side: openSide(sides[0], folder) };
  const reading =
    (side: OpenedSide, called: string): ReadSide =>
    (own) => {
      say(`Reading ${called}`);
      return rememberedSide(folderOfCache, side, own, () => readSide(side, own));
    };
  const options = { names: given.flag("names") };
  const after = withOverlays(settings, overlays);
  const readNow = reading(now, sides?.[1] ?? source.path);
  if (before.kind === "new")
    return { comparison: compare(nothingYet, readNow(after), options), notes: [before.note] };
  const earlier = sides === undefined ? overlaysBefore(paths, from) : overlays;
  const readOld = reading(before.side, sides?.[0] ?? `${from}:${source.path}`);
  const alike = readAlike(readOld, readNow, [withOverlays(settings, earlier), after]);
  const comparison = compare(alike.old, alike.new, options);
  const notes = [before.note, alike.note, unlike(alike), echoNote(comparison)];
  return { comparison, notes: notes.filter((one) => one !== undefined) };
}

/** What a tree says of its rows has nothing to be held against in a document. */
function unlike({ old, new: now }: Alike): string | undefined {
  const [before, after] = [old, now].map(({ evidence }) => evidence === undefined);
  if (before === after) return undefined;
  return (
    `${before ? "OLD" : "NEW"} is a document and the other docs: a member that samples leave out may be asked ` +
    "for now without a word here, and of slips of the docs those alone are told that hide what the document has. " +
    "Docs of two revisions tell (REV:PATH)."
  );
}

function withOverlays(settings: Job["settings"], overlays: Job["settings"]["overlays"] = []) {
  return overlays.length === 0 ? settings : { ...settings, overlays };
}

/** What could not be read wins: what was found in the rest is not all that there is. */
async function exitCode(services: readonly Reported[], given: Arguments): Promise<ExitCode> {
  const isWhole = services.every(
    ({ comparison: { sides } }) => sides.old.lost.length + sides.new.lost.length === 0,
  );
  if (!isWhole) return exit.unusable;
  const limit = given.text("fail-on");
  if (limit !== "breaking" && limit !== "unknown") return exit.ok;
  const { failsOn } = await import("../../diff/report/reported.js");
  const fails = services.some(({ comparison }) =>
    comparison.changes.some((change) => failsOn(limit, change)),
  );
  return fails ? exit.findings : exit.ok;
}

function formatOf(given: Arguments): Format {
  return formats.find((name) => name === given.text("format")) ?? "text";
}

async function render(services: readonly Reported[], format: Format): Promise<string> {
  switch (format) {
    case "text":
      return (await import("../../diff/report/text.js")).text(services, paintFor(process.stdout));
    case "markdown":
      return (await import("../../diff/report/markdown.js")).markdown(services);
    case "json":
      return (await import("../../diff/report/json.js")).json(services);
    case "changelog":
      return (await import("../../diff/report/changelog.js")).changelog(services);
    case "sarif": {
      const [{ sarif }, { changeRecords }] = await Promise.all([
        import("../../diff/report/sarif.js"),
        import("../../diff/rules/all.js"),
      ]);
      return sarif(services, changeRecords, version());
    }
  }
}
