import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import * as fc from "fast-check";
import { expect } from "vitest";
import { generate } from "../../../generator/pipeline/generate.js";
import { emptyPipelineMemory, type PipelineMemory } from "../../../generator/pipeline/memory.js";
import { silent } from "../../../generator/pipeline/stages.js";
import { memoryTree } from "../../../generator/source/memory-tree.js";
import { type Process, sequences, type State } from "./edits.js";

const spec = fileURLToPath(new URL("../../../spec", import.meta.url));

/** Where every sequence of edits begins. */
export const first: State = {
  files: Object.fromEntries(
    readdirSync(spec, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(spec, name)).isFile())
      .map((name) => [name.replaceAll("\\", "/"), readFileSync(join(spec, name), "utf8")]),
  ),
  settings: { emit: ["types"] },
};

/** Everything that comes of a run, as a text to compare; what it says where it refuses. */
export async function outcomeOf(
  { files, settings }: State,
  memory?: PipelineMemory,
): Promise<unknown> {
  try {
    const { value, diagnostics } = await generate(memoryTree(files), settings, silent, memory);
    return {
      files: Object.fromEntries(value.files.map(({ path, text }) => [path, text])),
      operations: value.operations,
      guesses: value.guesses,
      diagnostics,
    };
  } catch (error) {
    return `${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
  }
}

/** What an engine has in the same process, in the next one, and in that of another version. */
function memoryIn(process: Process, memory: PipelineMemory): PipelineMemory {
  if (process === "same") return memory;
  if (process === "next") return deserialize(serialize(memory)) as PipelineMemory;
  return emptyPipelineMemory();
}

/** After any edits, what is known of earlier runs changes nothing of what comes out. */
export async function holdsAfterEdits(numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      let memory = emptyPipelineMemory();
      let state = first;
      await outcomeOf(state, memory);
      for (const { name, process, edit } of steps) {
        state = edit(state, first);
        memory = memoryIn(process, memory);
        const incremental = await outcomeOf(state, memory);
        expect(incremental, name).toEqual(await outcomeOf(state));
      }
    }),
    { numRuns, seed, endOnFailure: numRuns > 100 },
  );
}
