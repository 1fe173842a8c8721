import { join, relative, resolve } from "node:path";
import { type ArgsDef, defineCommand } from "citty";
import { OutputFailure } from "../../output/failure.js";
import { replaceFile } from "../../output/replace.js";
import { writeOnce } from "../../output/write.js";
import { openTree } from "../../source/disk-tree.js";
import { version } from "../../version.js";
import { refuseMixedFolders } from "../jobs/apart.js";
import { readArguments } from "../arguments.js";
import { ownCall } from "../shell/call.js";
import { exit, UnfitError, UsageError } from "../shell/failure.js";
import { findReferences, nameOf, type Reference } from "../init/find-references.js";
import { type Change, type NewConfiguration, planFor, scriptFor } from "../init/plan.js";
import {
  addWords,
  localWords,
  moduleWords,
  type Project,
  readProject,
  runWords,
} from "../init/project.js";
import { print } from "../shell/terminal.js";
import { textOf } from "../jobs/text-file.js";

const args = {
  trees: {
    type: "positional",
    required: false,
    description: "The docs: repository roots, api-ref/source folders or files; found unless given",
  },
  yes: {
    type: "boolean",
    alias: "y",
    description: "Ask nothing: take everything that is found",
  },
} as const satisfies ArgsDef;

/** Sets up a project: configuration, scripts, what to ignore. Nothing that is there is overwritten. */
export default defineCommand({
  meta: {
    name: "init",
    description: "Set up this project: configuration, scripts, what to ignore",
  },
  args,
  async run({ rawArgs }) {
    const given = readArguments(rawArgs, args);
    const folder = process.cwd();
    const project = await readProject(folder);
    const { loadConfig } = await import("../../config/load.js");
    const loaded = await loadConfig(folder);
    if (loaded !== undefined && given.positionals.length > 0) {
      throw new UsageError(
        `${relative(folder, loaded.file)} is there already: add "${given.positionals[0]}" to it yourself.`,
      );
    }
    const configuration =
      loaded === undefined
        ? newConfiguration(
            await documenting(await sourcesOf(given.positionals, given.flag("yes"))),
            project,
          )
        : undefined;
    const outs = (loaded?.services ?? configuration?.services ?? []).map(({ out }) =>
      shown(folder, join(loaded?.folder ?? folder, out)),
    );
    const plan = planFor(
      project,
      configuration,
      outs.filter((out) => out !== "." && !out.startsWith("../")),
    );
    write(folder, plan.changes);
    const docs = configuration?.services.map(({ source }) => source).join(", ");
    const about = [
      docs,
      loaded && relative(folder, loaded.file),
      project.manager.replace(/@.*/, ""),
      project.framework?.name,
    ];
    print(`Found   ${about.filter((word) => word !== undefined).join(", ")}`);
    for (const { path, said } of plan.changes) print(`Written ${path}: ${said}`);
    for (const words of plan.left) print(`Left    ${words}`);
    if (plan.changes.length === 0) print("Nothing to do: everything is there.");
    const next = nextSteps(project, plan.changes);
    for (const [index, words] of next.entries())
      print(`${index === 0 ? "Next" : ""}`.padEnd(8) + words);
    if (!project.isModule && project.framework?.isServer !== false) {
      print(
        'Note    The output is ES modules, and package.json does not say "type": "module": ' +
          `${moduleWords(project.manager)}, unless a bundler takes it`,
      );
    }
    return exit.ok;
  },
});

/** The docs to work on: those that are named, found or, on a terminal, asked for. */
async function sourcesOf(
  trees: readonly string[],
  isSilent: boolean,
): Promise<readonly Reference[]> {
  if (trees.length > 0) return trees.map(namedReference);
  const { references, isWhole } = findReferences(process.cwd());
  const asks = !isSilent && process.stdin.isTTY && process.stdout.isTTY;
  if (references.length === 1) return references;
  if (references.length === 0) {
    if (!asks) {
      const where = isWhole ? "below this folder" : "among the first files below this folder";
      throw new UsageError(
        `No API reference was found ${where}: a folder api-ref, or documents with rest_method in them. ` +
          `Name yours: ${ownCall()} init path/to/nova`,
      );
    }
    const { askForSource } = await import("../init/questions.js");
    return [namedReference(await askForSource(problemOf))];
  }
  if (isSilent) return references;
  if (asks) {
    const { askWhich } = await import("../init/questions.js");
    const chosen = await askWhich(references.map(({ path }) => path));
    return references.filter(({ path }) => chosen.includes(path));
  }
  const first = references.slice(0, 10).map(({ path }) => `\n  ${path}`);
  const more = references.length > 10 ? `\n  and ${references.length - 10} more` : "";
  throw new UsageError(
    `Several API references were found: name those that you want, as in ${ownCall()} init ${references[0]?.path}, ` +
      `or take all with --yes.${first.join("")}${more}`,
  );
}

/** The chosen docs. Throws an `UnfitError` where some have no operation: nothing could be made of them. */
async function documenting(chosen: readonly Reference[]): Promise<readonly Reference[]> {
  const { hasOperations } = await import("../init/has-operations.js");
  const first = chosen.find(({ path }) => !hasOperations(path));
  if (first === undefined) return chosen;
  throw new UnfitError(
    `${first.path}: no operation was found there: no rest_method is in its documents. ` +
      `Nothing was written. Name the docs that have some: ${ownCall()} init path/to/nova`,
  );
}

function namedReference(tree: string): Reference {
  const problem = problemOf(tree);
  if (problem !== undefined) throw new UsageError(problem);
  const path = shown(process.cwd(), resolve(tree));
  return { path, name: nameOf(path) };
}

/** Why `tree` is none that can be read; `undefined` where it is one. */
function problemOf(tree: string): string | undefined {
  const opening = openTree(tree);
  return opening.kind === "refused" ? `${opening.reason}.` : undefined;
}

/** A server is made where there is its framework; a client is what anybody can use. */
function newConfiguration(references: readonly Reference[], project: Project): NewConfiguration {
  const base = project.hasSourceFolder ? "src/generated" : "generated";
  const names = references.map(({ name }) => name);
  const services = references.map(({ path, name }) => {
    const isAlone = names.filter((other) => other === name).length === 1;
    const word = name !== undefined && isAlone ? name : path.replaceAll(/[^\w-]+/g, "-");
    return { source: path, out: references.length === 1 ? base : `${base}/${word}` };
  });
  refuseMixedFolders(
    services.map(({ source, out }) => ({ source: { path: source }, out })),
    "Nothing was written. Run init in a folder that has the docs in a folder of their own.",
  );
  return { services, emit: project.framework?.isServer === true ? undefined : ["types", "client"] };
}

/** Writes what is to be written; a file that somebody changed meanwhile is left, and said. */
function write(folder: string, changes: readonly Change[]): void {
  const done: string[] = [];
  try {
    for (const { path, before, after } of changes) {
      const place = join(folder, path);
      if (textOf(place) !== before) throw new OutputFailure(`${path} was changed meanwhile.`);
      if (before === undefined) writeOnce(place, after);
      else replaceFile(place, after);
      done.push(path);
    }
  } catch (error) {
    if (!(error instanceof OutputFailure)) throw error;
    const state =
      done.length === 0 ? "Nothing was written." : `Written before: ${done.join(", ")}.`;
    throw new OutputFailure(`${error.message} ${state} Mend it and run init again.`, {
      cause: error,
    });
  }
}

/** What to type next, in the words of the package manager. */
function nextSteps(project: Project, changes: readonly Change[]): readonly string[] {
  const { manager, packages } = project;
  const added = changes.some(({ path }) => path === "package.json");
  const script = scriptFor(project, "restanza generate");
  const name =
    script ?? (added && project.scripts["generate:api"] === undefined ? "generate:api" : undefined);
  return [
    ...(packages.has("restanza")
      ? []
      : [
          `${addWords(manager, [`path/to/restanza-${version()}.tgz`])}   (restanza is on no registry yet)`,
        ]),
    name === undefined ? localWords(manager, ["restanza", "generate"]) : runWords(manager, name),
  ];
}

/** A path as a configuration in `folder` has it. */
function shown(folder: string, path: string): string {
  return relative(folder, path).replaceAll("\\", "/") || ".";
}
