import { join } from "node:path";
import { type ArgsDef, defineCommand } from "citty";
import { printable } from "../../diagnostics/report/finding.js";
import { type Arguments, readArguments, sourceArguments } from "../arguments.js";
import { exit, UsageError } from "../shell/failure.js";
import { jobs } from "../jobs/jobs.js";
import { pathFrom } from "../findings/place.js";
import { print, progress } from "../shell/terminal.js";
import type { Explanation } from "../../pipeline/why.js";

const args = {
  tree: {
    type: "positional",
    required: false,
    description: "A tree; without it, that of the configuration",
  },
  operation: {
    type: "string",
    valueHint: "ID",
    description: "The operationId, or the title in the docs",
  },
  at: {
    type: "string",
    valueHint: "POINTER",
    description:
      "The place: /request or /response and the keys on the way (0 for the items of a list), or /path, /query or /header and a name",
  },
  json: { type: "boolean", description: "As JSON, for programs" },
  config: sourceArguments.config,
  name: sourceArguments.name,
} as const satisfies ArgsDef;

/** Says what decided the place, the type, required and null of a member or a parameter. */
export default defineCommand({
  meta: { name: "why", description: "Say why a member or a parameter is what it is" },
  args,
  async run({ rawArgs }) {
    const given = readArguments(rawArgs, args);
    const [operation, at] = [wanted(given, "operation"), wanted(given, "at")];
    const { explainPlace } = await import("../../pipeline/why.js");
    const [job, ...others] = await jobs(given.positionals, given);
    if (job === undefined) throw new UsageError("There is nothing to look at.");
    if (others.length > 0)
      throw new UsageError(
        "An operation is of one service: choose it with --name or name one TREE.",
      );
    const waiting = progress();
    waiting.say(`Reading ${job.source.path}`);
    try {
      const found = explainPlace(job.source, job.settings, operation, at);
      const explanation = { ...found, docs: found.docs.map((place) => shown(place, found.root)) };
      const { root: _root, ...rest } = explanation;
      waiting.done();
      print(
        given.flag("json")
          ? `${JSON.stringify({ version: 1, ...rest }, undefined, 2)}\n`
          : textOf(explanation),
      );
    } finally {
      waiting.done();
    }
    return exit.ok;
  },
});

function wanted(given: Arguments, name: "operation" | "at"): string {
  const value = given.text(name);
  if (value === undefined)
    throw new UsageError(`why needs --${name} ${name === "at" ? "POINTER" : "ID"}.`);
  return value;
}

/** A place with its file as seen from the working folder. */
function shown(place: Explanation["docs"][number], root: string): Explanation["docs"][number] {
  const base = pathFrom(process.cwd(), root);
  return { ...place, file: join(base, place.file).replaceAll("\\", "/") };
}

function textOf({ operation, at, is, decisions, docs }: Explanation): string {
  const lines = decisions.flatMap(({ question, asks, answer, rules }) => [
    "",
    `${asks} ${answer}`,
    ...(rules.length === 0 && question !== "sibling" ? ["  no rule says anything else"] : []),
    ...rules.map(({ rule, why, weight }) => {
      const counted = weight === undefined ? "" : ` ${weight}`;
      return `  ${rule}${counted}${why === undefined ? "" : `: ${why}`}`;
    }),
  ]);
  const places = docs.map(
    ({ kind, file, line, column, words }) => `  ${file}:${line}:${column} ${kind}: ${words}`,
  );
  const none = ["  nothing: no row and no sample of its own has it"];
  return [
    `${operation} ${at}: ${is}`,
    ...lines,
    "",
    "In the docs:",
    ...(places.length > 0 ? places : none),
  ]
    .map((line) => printable(line))
    .join("\n");
}
