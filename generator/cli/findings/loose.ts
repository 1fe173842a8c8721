import { plural, printable } from "../../diagnostics/report/finding.js";
import { type LoosePlace, loosePlaces } from "../../openapi/write/loose.js";
import type { Arguments } from "../arguments.js";
import { exit, type ExitCode, UsageError } from "../shell/failure.js";
import { jobs } from "../jobs/jobs.js";
import { print, progress } from "../shell/terminal.js";

/** `lint --loose`: what of the documents has no type, one place a line, or as JSON. */
export async function listLoosePlaces(given: Arguments): Promise<ExitCode> {
  refuseOthers(given);
  const { inspect } = await import("../../pipeline/build.js");
  const places: LoosePlace[] = [];
  const chapters = given.texts("chapter").map((name) => name.toLowerCase());
  for (const job of await jobs(given.positionals, given)) {
    const waiting = progress();
    waiting.say(`Reading ${job.source.path}`);
    try {
      for (const each of loosePlaces(inspect(job.source, job.settings).document)) places.push(each);
    } finally {
      waiting.done();
    }
  }
  const wanted = places.filter(
    ({ source }) => chapters.length === 0 || isIn(source?.file, chapters),
  );
  if (given.text("format") === "json") print(`${JSON.stringify(wanted, undefined, 2)}\n`);
  else
    print([...wanted.map(lineOf), `${plural(wanted.length, "place")} without a type`].join("\n"));
  return exit.ok;
}

/** What chooses among findings says nothing of places. */
function refuseOthers(given: Arguments): void {
  const others = ["severity", "code", "group", "baseline", "update-baseline", "fix", "write"];
  for (const name of others)
    if (given.flag(name))
      throw new UsageError(`--loose lists no findings: --${name} does not go with it.`);
  const format = given.text("format") ?? "line";
  if (!["pretty", "line", "json"].includes(format))
    throw new UsageError(`--loose is printed as line or json, not as ${format}.`);
}

function isIn(file: string | undefined, chapters: readonly string[]): boolean {
  const name = file?.toLowerCase() ?? "";
  return chapters.includes(name) || chapters.includes(name.replace(/\.\w+$/, ""));
}

/** `images.inc: Show Image Details: response 200: image.metadata.*`. */
function lineOf({ operationId, source, part, path }: LoosePlace): string {
  const place = source === undefined ? operationId : `${source.file}: ${source.title}`;
  return printable(`${place}: ${part}${path === "" ? "" : `: ${path}`}`);
}
