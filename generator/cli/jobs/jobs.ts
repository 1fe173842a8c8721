import { dirname, relative, resolve } from "node:path";
import { faultForms, type OutputName, outputs, type ServiceConfig } from "../../config/config.js";
import type { LoadedConfig, Loading } from "../../config/load.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { sharedRuntime } from "../../emit/package/package-files.js";
import { openApiVersions } from "../../openapi/to-version.js";
import { refuseMixedFolders } from "./apart.js";
import type { Arguments } from "../arguments.js";
import { ownCall } from "../shell/call.js";
import { flagsOf } from "./flags.js";
import { partialsIn } from "./partials.js";
import { UsageError } from "../shell/failure.js";
import type { Job, OutputJob } from "./job.js";

/**
 * What a command is to work on. With TREE on the command line no configuration file is read
 * unless `--config` names one; then its first service, or the only one, gives the settings that
 * the command line does not.
 */
export async function jobs(
  trees: readonly string[],
  given: Arguments,
  loading: Loading = {},
): Promise<readonly Job[]> {
  const config = given.text("config");
  const loaded =
    trees.length === 0 || config !== undefined ? await load(config, loading) : undefined;
  const out = given.text("out");
  const configFiles = [...(loaded?.files ?? []), ...(loaded?.absent ?? [])].map((path) =>
    relative(process.cwd(), path),
  );
  if (trees.length > 0) {
    if (given.text("name") !== undefined) {
      throw new UsageError("--name chooses among the services of a configuration: TREE is one.");
    }
    const base = loaded?.services[0];
    const folder = loaded?.folder ?? process.cwd();
    return trees.map((tree) => {
      const job = fromConfig({ out: "", ...base, source: resolve(tree) }, folder, given, tree, out);
      return {
        ...job,
        configFiles: [...configFiles, ...job.configFiles],
        flags: flagsOf(given),
      };
    });
  }
  if (loaded === undefined) {
    throw new UsageError(
      `There is no restanza.config.ts here. Name a tree (${ownCall()} generate TREE --out DIR), or write one.`,
    );
  }
  const packaged = packageIn(loaded);
  if (packaged !== undefined && out !== undefined) {
    throw new UsageError("The services go to the package that the configuration names: no --out.");
  }
  const all = loaded.services.map((service) => {
    const job = fromConfig(service, loaded.folder, given, undefined, out);
    const settings = { ...job.settings, ...(packaged && { runtime: sharedRuntime }) };
    return {
      ...job,
      settings,
      ...(packaged && { package: packaged }),
      configFiles: [...configFiles, ...job.configFiles],
      flags: [],
    };
  });
  const chosen = chosenBy(given.texts("name"), all);
  for (const name of ["out", "handlers", "service", "faults"]) {
    if (given.text(name) !== undefined && chosen.length > 1) {
      throw new UsageError(`--${name} goes with one service, and the configuration has several.`);
    }
  }
  return chosen;
}

/** The package of a configuration that makes one. */
function packageIn({ package: made, services, folder }: LoadedConfig): Job["package"] {
  if (made === undefined) return undefined;
  const { out, ...facts } = made;
  const entries = services.flatMap(({ service, emit = [] }) => {
    const beside = (["schemas", "fakes"] as const).filter((output) => emit.includes(output));
    return service === undefined ? [] : [{ service, beside }];
  });
  return { out: relative(process.cwd(), resolve(folder, out)) || ".", facts, entries };
}

/** The jobs of these names, in the order of the configuration; all where there are no names. */
function chosenBy(names: readonly string[], all: readonly Job[]): readonly Job[] {
  if (names.length === 0) return all;
  const known = all.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `The configuration has no service "${unknown}".${didYouMean(unknown, known)} Its services are ${known.join(", ")}.`,
    );
  }
  return all.filter(({ name }) => names.includes(name));
}

/** The folder that the paths of a configuration are relative to; with TREE alone the working folder. */
export function configFolder(given: Arguments): string {
  return dirname(resolve(given.text("config") ?? "restanza.config.ts"));
}

async function load(config: string | undefined, loading: Loading) {
  const { loadConfig } = await import("../../config/load.js");
  return loadConfig(process.cwd(), config, loading);
}

function fromConfig(
  service: ServiceConfig,
  folder: string,
  given: Arguments,
  tree: string | undefined,
  out: string | undefined,
): Omit<Job, "flags"> {
  const shown = (path: string) => relative(process.cwd(), resolve(folder, path)) || ".";
  const target = out ?? (service.out === "" ? undefined : shown(service.out));
  // A file that the configuration names imports the server in the folder that it names, too.
  const configured = out === undefined ? service.handlers : undefined;
  const handlers = handlersOf(given.text("handlers"), configured, shown);
  const only = given.texts("only");
  const microversion = given.text("microversion") ?? service.microversion;
  if (microversion !== undefined && !/^\d{1,6}\.\d{1,6}$/.test(microversion)) {
    throw new UsageError(`--microversion must be a version such as 2.53, not "${microversion}".`);
  }
  const emit = outputsOf(given);
  const faults = faultForms.find((form) => form === given.text("faults"));
  const word = given.text("service");
  const openapi = openApiVersions.find((version) => version === given.text("openapi"));
  const {
    name,
    source,
    out: _out,
    handlers: _handlers,
    baseline,
    overlays,
    docs,
    ...settings
  } = service;
  const partials = docs?.partials === undefined ? undefined : partialsIn(shown(docs.partials));
  return {
    configFiles: partials?.looked ?? [],
    name: name ?? tree ?? target ?? source,
    source: {
      path: tree ?? shown(source),
      ...(overlays && { overlays: overlays.map(shown) }),
    },
    out: target,
    handlers,
    ofPart: only.length > 0 || given.text("microversion") !== undefined,
    baseline: baseline === undefined ? undefined : shown(baseline),
    settings: {
      ...settings,
      ...(only.length > 0 && { include: only }),
      ...(microversion !== undefined && { microversion }),
      ...(emit !== undefined && { emit }),
      ...(faults !== undefined && { faults }),
      ...(openapi !== undefined && { openapi }),
      ...(partials !== undefined && { site: { partials: partials.texts } }),
      ...(word !== undefined && { service: word }),
    },
  };
}

/** The document is written in any case; it may be named where nothing else is wanted. */
const documentName = "openapi";

/** The outputs that `--emit types,client --emit server` names; `undefined` where it is not given. */
function outputsOf(given: Arguments): readonly OutputName[] | undefined {
  const said = given.texts("emit");
  if (said.length === 0) return undefined;
  const names = said.flatMap((words) => words.split(",")).map((name) => name.trim());
  return names.flatMap((name) => {
    const known = outputs.find((output) => output === name);
    if (known === undefined && name !== documentName) {
      const choices = [documentName, ...outputs];
      throw new UsageError(
        `--emit takes ${choices.join(", ")}, with commas between them, not "${name}".` +
          didYouMean(name, choices),
      );
    }
    return known ?? [];
  });
}

/** The jobs of a command that needs an output folder; throws an `UnfitError` where one is among docs. */
export async function outputJobs(
  given: Arguments,
  loading: Loading = {},
): Promise<readonly OutputJob[]> {
  const found = (await jobs(given.positionals, given, loading)).map((job) => {
    const { out } = job;
    if (out === undefined) throw new UsageError("TREE needs --out DIR: the folder for the output.");
    return { ...job, out };
  });
  refuseMixedFolders([
    ...found,
    ...found.flatMap((job) => (job.package ? [{ source: job.source, out: job.package.out }] : [])),
  ]);
  return found;
}

/** The handlers file that the command line or the configuration wants. */
function handlersOf(
  given: string | undefined,
  configured: ServiceConfig["handlers"],
  shown: (path: string) => string,
): Job["handlers"] {
  if (given !== undefined) return { file: given };
  if (configured === undefined || configured === false) return undefined;
  if (typeof configured === "string") return { file: shown(configured) };
  return { file: shown(configured.file), chapters: configured.chapters };
}
