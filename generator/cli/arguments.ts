import { addTo } from "../collections/groups.js";
import type { ArgsDef } from "citty";
import { faultForms, outputs, usualOutputs } from "../config/config.js";
import { didYouMean } from "../diagnostics/nearest.js";
import { UsageError } from "./shell/failure.js";

/** Settings that every command which reads an API reference takes. */
export const sourceArguments = {
  config: {
    type: "string",
    alias: "c",
    valueHint: "FILE",
    description: "Configuration file; without TREE, restanza.config.ts unless given",
  },
  name: {
    type: "string",
    alias: "n",
    valueHint: "NAME",
    description: "Only this service of the configuration; may be repeated",
  },
  only: {
    type: "string",
    valueHint: "NAME",
    description: "Only this chapter, file or operation; may be repeated; * stands for any text",
  },
  openapi: {
    type: "enum",
    options: ["3.1", "3.2"],
    valueHint: "3.1|3.2",
    description: "The version of OpenAPI to write the document in; 3.1 unless given",
  },
  microversion: {
    type: "string",
    valueHint: "V",
    description: 'The document of one microversion, such as "2.53"',
  },
} as const satisfies ArgsDef;

/** Does not say what was done; what went wrong is said all the same. */
export const quiet = {
  type: "boolean",
  alias: "q",
  description: "Say nothing but what goes wrong",
} as const satisfies ArgsDef[string];

/** Settings of the commands that know an output folder. */
export const outputArguments = {
  tree: {
    type: "positional",
    required: false,
    description: "A repository root, an api-ref/source folder, one file, or an OpenAPI document",
  },
  out: {
    type: "string",
    alias: "o",
    valueHint: "DIR",
    description: "The output folder: TREE needs it, and it wins over that of the configuration",
  },
  emit: {
    type: "string",
    alias: "e",
    valueHint: "NAME,…",
    description: `What to write beside the OpenAPI document, of ${outputs.join(", ")}; ${usualOutputs.join(", ")} unless given; may be repeated`,
  },
  handlers: {
    type: "string",
    valueHint: "FILE",
    description: "Keep the server's handlers there: FILE is yours, stubs are added to it",
  },
  service: {
    type: "string",
    valueHint: "WORD",
    description:
      'The word for the service in names and in the microversion header, such as "compute"',
  },
  faults: {
    type: "enum",
    options: [...faultForms],
    valueHint: "FORM",
    description: `The form of error bodies, where the docs do not show it: ${faultForms.join(", ")}`,
  },
  quiet,
  ...sourceArguments,
} as const satisfies ArgsDef;

/** A command line, read strictly: what it does not know, it refuses. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** The last value of a setting, and all of them where it may be repeated. */
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}

/**
 * Reads `raw` by the definitions of a command. citty takes whatever it is given; a wrong or
 * incomplete setting must not pass for a run that did what was asked.
 */
export function readArguments(raw: readonly string[], definitions: ArgsDef): Arguments {
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  const waiting = [...raw];
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    if (word === "--") {
      positionals.push(...waiting.splice(0));
    } else if (!word.startsWith("-") || word === "-") positionals.push(word);
    else {
      const [, written = word, , given] = /^(--?[^=]*)(=(.*))?$/s.exec(word) ?? [];
      const name = nameOf(written, definitions);
      const definition = definitions[name];
      if (definition?.type === "boolean") {
        if (given !== undefined) throw new UsageError(`${written} takes no value.`);
        values.set(name, ["true"]);
        continue;
      }
      const value = given ?? waiting.shift();
      if (value === undefined || value === "" || (given === undefined && /^--?[a-z]/.test(value))) {
        const hint =
          definition !== undefined && "valueHint" in definition ? definition.valueHint : "VALUE";
        throw new UsageError(`${written} needs a value: ${written} ${hint}`);
      }
      if (definition?.type === "enum" && !definition.options?.includes(value)) {
        const options = definition.options ?? [];
        throw new UsageError(
          `${written} must be one of ${options.join(", ")}.${didYouMean(value, options)}`,
        );
      }
      addTo(values, name, value);
    }
  }
  const limit = Object.values(definitions).filter(({ type }) => type === "positional").length;
  const many = Object.keys(definitions).includes("trees");
  if (positionals.length > limit && !many) {
    throw new UsageError(`"${positionals[limit]}" is one word too many.`);
  }
  return {
    positionals,
    text: (name) => values.get(name)?.at(-1),
    texts: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
  };
}

function nameOf(written: string, definitions: ArgsDef): string {
  const settings = Object.entries(definitions).filter(([, { type }]) => type !== "positional");
  for (const [name, definition] of settings) {
    const alias = "alias" in definition ? [definition.alias].flat() : [];
    if (written === `--${name}` || alias.some((short) => written === `-${short}`)) return name;
  }
  const known = settings.map(([name]) => `--${name}`);
  throw new UsageError(`${written} is no setting of this command.${didYouMean(written, known)}`);
}
