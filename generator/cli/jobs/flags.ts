import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArgsDef } from "citty";
import { parseManifest } from "../../output/manifest.js";
import { manifestName } from "../../output/paths.js";
import { type Arguments, readArguments } from "../arguments.js";

/** Settings that say what of a tree is made; the manifest keeps them where no configuration does. */
const kept = ["emit", "service", "faults", "only", "openapi", "microversion"] as const;

/** Those of a command line as its words: `--emit=client`. Nothing where a configuration has the rest. */
export function flagsOf(given: Arguments): readonly string[] {
  if (given.positionals.length === 0 || given.text("config") !== undefined) return [];
  return kept.flatMap((name) => given.texts(name).map((value) => `--${name}=${value}`));
}

/** Reads a command line about an output that is there: what it leaves out is as it was made with. */
export function readWithKept(raw: readonly string[], definitions: ArgsDef): Arguments {
  const given = readArguments(raw, definitions);
  const out = given.text("out");
  if (out === undefined || given.positionals.length === 0 || given.text("config") !== undefined)
    return given;
  const left = keptIn(out).filter((flag) =>
    kept.some((name) => flag.startsWith(`--${name}=`) && given.text(name) === undefined),
  );
  return left.length === 0 ? given : readArguments([...left, ...raw], definitions);
}

function keptIn(folder: string): readonly string[] {
  try {
    return parseManifest(readFileSync(join(folder, manifestName), "utf8")).flags;
  } catch {
    return [];
  }
}

/** The words behind the name of a command that do the same once more. */
export function wordsAgain(given: Arguments): string {
  const [out, config] = [given.text("out"), given.text("config")];
  const words = [
    ...given.positionals,
    ...(out === undefined ? [] : ["--out", out]),
    ...(config === undefined ? [] : ["--config", config]),
    ...flagsOf(given),
  ];
  return words.map((word) => ` ${/^[\w./:=,@+-]+$/.test(word) ? word : quoted(word)}`).join("");
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
