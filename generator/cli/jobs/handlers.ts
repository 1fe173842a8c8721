import { dirname, join, relative, resolve } from "node:path";
import { placeOf } from "../../config/places.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { plural } from "../../diagnostics/report/finding.js";
import { replaceFile } from "../../output/replace.js";
import { InputFailure } from "../../pipeline/input-failure.js";
import type { Built } from "../../pipeline/build.js";
import type { ChapterStubs } from "../../scaffold/stubs.js";
import { UnfitError } from "../shell/failure.js";
import { type Job, wantedHandlers } from "./job.js";
import { textOf } from "./text-file.js";

/** What becomes of the user's handlers file. */
export interface HandlersChange {
  readonly file: string;
  /** `undefined` where there is none yet. */
  readonly before: string | undefined;
  readonly after: string;
  /** What a person is told, a sentence each. */
  readonly said: readonly string[];
  /** Why the file is left as it is. */
  readonly problem?: string;
}

/**
 * What a handlers file is to have; nothing where the job wants none. Throws where the file would be
 * one of the output, which the next run replaces, or none of TypeScript.
 */
export async function wantedStubs(job: Job, built: Built): Promise<readonly ChapterStubs[]> {
  const wanted = wantedHandlers(job);
  if (wanted === undefined) return [];
  const { file } = wanted;
  if (!/\.[cm]?tsx?$/.test(file))
    throw new UnfitError(
      `The handlers are a module of TypeScript, and ${file} is called like none: end its name with .ts.`,
    );
  const place = comparable(file);
  const { out } = job;
  if (out !== undefined && built.files.some(({ path }) => comparable(join(out, path)) === place))
    throw new UnfitError(
      `${file} is a file of the output, and the handlers are yours: choose a name that the output does not have.`,
    );
  const { stubsOf } = await import("../../pipeline/build.js");
  return stubsOf(built);
}

/**
 * What a run does to the handlers file that it is asked for; `undefined` where nothing changes. To
 * be asked before the output is written: what is there names the chapters of the last run. A file that
 * is there is left alone by a run of a part of the docs. Throws where the file cannot be read, or a chapter is asked for that there is not.
 */
export async function handlersChange(
  job: Job & { readonly out: string },
  stubs: readonly ChapterStubs[],
): Promise<HandlersChange | undefined> {
  const wanted = wantedHandlers(job);
  if (wanted === undefined) return undefined;
  const { file } = wanted;
  const chapters = chosen(stubs, wanted.chapters);
  const path = relative(dirname(file), join(job.out, "server")).replaceAll("\\", "/");
  const server = path.startsWith(".") ? path : `./${path}`;
  const before = textOf(file);
  if (before === undefined) {
    const { firstHandlers } = await import("../../scaffold/handlers.js");
    const said = [`yours to write, from here on: ${file}`];
    return { file, before, after: firstHandlers(chapters, server), said };
  }
  if (job.ofPart) return undefined;
  const { mergeHandlers } = await import("../../scaffold/merge.js");
  const index = textOf(join(job.out, "server", "index.ts"));
  const isNew = ({ type }: ChapterStubs) =>
    index !== undefined && !new RegExp(`\\b${type.replaceAll("$", "\\$")}\\b`).test(index);
  const merged = mergeHandlers(before, chapters, { server, isNew });
  if ("line" in merged) {
    const problem =
      `${file}:${merged.line}: ${merged.message} Handlers cannot be added to a file with mistakes ` +
      "of syntax: mend it and run again.";
    return { file, before, after: before, said: [], problem };
  }
  if (merged.text === before) return undefined;
  const { added, deprecated, restored, unserved } = merged;
  const said = [
    ...counted(added, "new handler", "to write"),
    ...counted(
      deprecated,
      "handler",
      "marked @deprecated, for you to take out: the docs no longer have the operation",
    ),
    ...counted(restored, "handler", "no longer marked: the docs have the operation again"),
  ].map((words) => `${file}: ${words}`);
  const lost =
    unserved.length === 0
      ? []
      : [`${file}: give ${unserved.join(", ")} to plugin(), beside the other chapters`];
  return { file, before, after: merged.text, said: [...said, ...lost] };
}

/**
 * Writes a change: the file is at any moment wholly old or wholly new. Throws an `InputFailure` where
 * there is a problem; by then all else is written.
 */
export async function applyChange(change: HandlersChange | undefined): Promise<void> {
  if (change === undefined) return;
  const { file, before, after, problem } = change;
  if (problem !== undefined) throw new InputFailure(`${problem} All other files were written.`);
  if (before !== undefined) return replaceFile(file, after);
  const { writeOnce } = await import("../../output/write.js");
  writeOnce(file, after);
}

/** Where capitals do not count (the default of macOS and Windows) two spellings are one place. */
function comparable(path: string): string {
  return placeOf(resolve(path)).toLowerCase();
}

function counted(names: readonly string[], what: string, then: string): readonly string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, 3).join(", ");
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  return [`${plural(names.length, what)} ${then} (${shown}${more})`];
}

function chosen(
  stubs: readonly ChapterStubs[],
  names: readonly string[] | undefined,
): readonly ChapterStubs[] {
  if (names === undefined) return stubs;
  const known = stubs.map(({ file }) => file);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UnfitError(
      `handlers.chapters: there is no chapter "${unknown}".${didYouMean(unknown, known)} ` +
        "The names are those of the modules in server/, without their ending.",
    );
  }
  return stubs.filter(({ file }) => names.includes(file));
}
