// Which changes there are to try: those of Stryker, less changed texts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { random } from "../fuzz/random.mjs";

/** Words of messages and of emitted text: whoever changes them looks at them. */
export const leftAlone = ["StringLiteral"];

const quiet = { debug() {}, info() {}, isDebugEnabled: () => false };

/** Every mutant of the files in `folders`, which may be files themselves, in the order of files and lines. */
export async function mutantsOf(root, folders) {
  const instrumenter = new Instrumenter(quiet);
  const files = folders.flatMap((folder) =>
    folder.endsWith(".ts")
      ? [folder]
      : readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
          .filter((name) => name.endsWith(".ts"))
          .sort()
          .map((name) => `${folder}/${name}`),
  );
  const contents = files.map((name) => ({
    name,
    mutate: true,
    content: readFileSync(join(root, name), "utf8"),
  }));
  const options = { excludedMutations: leftAlone, ignorers: [], plugins: [], noHeader: true };
  const { mutants } = await instrumenter.instrument(contents, options);
  return mutants
    .filter(({ status }) => status !== "Ignored")
    .map(({ fileName, mutatorName, replacement, location }) => ({
      file: fileName,
      mutator: mutatorName,
      replacement,
      start: location.start,
      end: location.end,
    }));
}

/** `count` of the mutants, the same ones for the same seed. */
export function draw(mutants, count, seed) {
  const { next } = random(seed);
  return mutants
    .map((mutant) => ({ mutant, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** The same for a mutant and for what the run says of it. */
export const keyOf = ({ file, mutator, replacement, start, end }) =>
  JSON.stringify([file, mutator, replacement, start.line, start.column, end.line, end.column]);
