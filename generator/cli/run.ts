import { existsSync } from "node:fs";
import type { ArgsDef } from "citty";
import { didYouMean } from "../diagnostics/nearest.js";
import { version } from "../version.js";
import { ownCall } from "./shell/call.js";
import { complain, exit, type ExitCode, UsageError } from "./shell/failure.js";
import { paintFor, print } from "./shell/terminal.js";

/** Loaded only when they are asked for: `--help` reads none of them. */
const commands: Readonly<
  Record<string, { readonly load: () => Promise<Command>; readonly about: string }>
> = {
  init: {
    load: () => import("./commands/init.js").then(hideTypes),
    about: "Set up this project: configuration, scripts, what to ignore",
  },
  generate: {
    load: () => import("./commands/generate.js").then(hideTypes),
    about: "Write the OpenAPI document, types, client and server (the default)",
  },
  watch: {
    load: () => import("./commands/watch.js").then(hideTypes),
    about: "Generate, and again whenever the docs or the configuration change",
  },
  check: {
    load: () => import("./commands/check.js").then(hideTypes),
    about: "Say what of the output is stale; exit 1 if anything is",
  },
  lint: {
    load: () => import("./commands/lint.js").then(hideTypes),
    about: "Say what is wrong in the docs; exit 1 if anything weighs enough",
  },
  docs: {
    load: () => import("./commands/docs.js").then(hideTypes),
    about: "Write the API reference as a site, or show it while writing",
  },
  diff: {
    load: () => import("./commands/diff.js").then(hideTypes),
    about: "Say what has changed between two states of an API, and whom it breaks",
  },
  inputs: {
    load: () => import("./commands/inputs.js").then(hideTypes),
    about: "Say which files generate reads, looks for and writes, for build engines",
  },
  why: {
    load: () => import("./commands/why.js").then(hideTypes),
    about: "Say why a member or a parameter is what it is: the rules, and the docs",
  },
  explain: {
    load: () => import("./commands/explain.js").then(hideTypes),
    about: "Say why a diagnostic code matters and how to mend it",
  },
};

/** Its settings, for `--help`, and what it does with the words behind its name. */
interface Command {
  readonly definition: { readonly meta: { readonly description: string }; readonly args: ArgsDef };
  readonly run: (context: { readonly rawArgs: readonly string[] }) => unknown;
}

/** The types of the settings differ from command to command; each reads its own words, strictly. */
function hideTypes(module: { readonly default: unknown }): Command {
  const definition = module.default as Command["definition"] & Pick<Command, "run">;
  return { definition, run: (context) => definition.run(context) };
}

const help = (
  call: string,
): string => `restanza: from API references in reStructuredText to OpenAPI, types, client and server

Usage
  ${call} [COMMAND] [OPTIONS]
  ${call} generate TREE --out DIR [--microversion V]

Commands
${Object.entries(commands)
  .map(([name, { about }]) => `  ${name.padEnd(10)}${about}`)
  .join("\n")}

Options
  --help      This text; behind a command, its own
  --version   The version of restanza

Without TREE, restanza.config.ts says what to work on.
Exit codes: 0 done, 1 stale or found, 2 wrong use or configuration, 3 input or output unusable.
`;

/** Runs a command line and gives its exit code; what goes wrong is said on standard error. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  const name = commandOf(words);
  try {
    return await dispatch(words, name);
  } catch (error) {
    return complain(error, name);
  }
}

/** The command that the first word names, `generate` where it is a tree or a setting; `undefined` for a misspelt one. */
function commandOf([first = ""]: readonly string[]): string | undefined {
  if (Object.hasOwn(commands, first)) return first;
  return isMisspelt(first) ? undefined : "generate";
}

async function dispatch(words: readonly string[], name: string | undefined): Promise<ExitCode> {
  const [first = "", ...rest] = words;
  if (["--help", "-h", "help"].includes(first)) {
    print(help(ownCall()));
    return exit.ok;
  }
  if (["--version", "-v", "version"].includes(first)) {
    print(version());
    return exit.ok;
  }
  const command = name === undefined ? undefined : await commands[name]?.load();
  if (command === undefined) {
    throw new UsageError(
      `"${first}" is neither a command nor a tree.${didYouMean(first, Object.keys(commands))}`,
    );
  }
  const raw = name === first ? rest : words;
  if (raw.some((word) => word === "--help" || word === "-h")) {
    const { usageOf } = await import("./shell/usage.js");
    const { meta, args } = command.definition;
    const width = process.stdout.columns || 80;
    print(usageOf(`${ownCall()} ${name}`, meta.description, args, width, paintFor(process.stdout)));
    return exit.ok;
  }
  const result = await command.run({ rawArgs: raw });
  return isExitCode(result) ? result : exit.ok;
}

function isExitCode(value: unknown): value is ExitCode {
  return Object.values<unknown>(exit).includes(value);
}

/** A first word that is neither a command nor there on disk is a misspelt command. */
function isMisspelt(first: string): boolean {
  return first !== "" && !first.startsWith("-") && !/[./\\]/.test(first) && !existsSync(first);
}
