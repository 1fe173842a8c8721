import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { generate } from "../../../generator/pipeline/generate.js";
import { emptyPipelineMemory, type PipelineMemory } from "../../../generator/pipeline/memory.js";
import { silent } from "../../../generator/pipeline/stages.js";
import { memoryTree } from "../../../generator/source/memory-tree.js";
import { type Process, sequences, type State } from "./edits.js";

const spec = fileURLToPath(new URL("../../../spec", import.meta.url));

/** `RESTANZA_SEQUENCES=1000 npx vitest run test/pipeline/incremental` tries as many. */
const count = Number(process.env["RESTANZA_SEQUENCES"] ?? 12);
const seed = Number(process.env["RESTANZA_SEED"] ?? 22);

const first: State = {
  files: Object.fromEntries(
    readdirSync(spec, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(spec, name)).isFile())
      .map((name) => [name.replaceAll("\\", "/"), readFileSync(join(spec, name), "utf8")]),
  ),
  settings: { emit: ["types"] },
};

/** Everything that comes of a run, as a text to compare; what it says where it refuses. */
async function outcomeOf({ files, settings }: State, memory?: PipelineMemory): Promise<unknown> {
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

test(
  "after any edits, what is known of earlier runs changes nothing of what comes out",
  async () => {
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
      { numRuns: count, seed, endOnFailure: count > 100 },
    );
  },
  60_000 + count * 10_000,
);

test("an edit of one operation leaves the others as they are", async () => {
  const memory = emptyPipelineMemory();
  await outcomeOf(first, memory);
  const before = operationsOf(memory);
  const text = first.files["images.inc"] ?? "";
  const edited = text.replace("Lists", "Really lists");
  expect(edited).not.toBe(text);

  await outcomeOf(
    { ...first, files: { ...first.files, "images.inc": `${text}\nMore.\n` } },
    memory,
  );

  const kept = operationsOf(memory).filter((each) => before.includes(each));
  expect(kept.length).toBe(before.length - 1);
});

function operationsOf({ reading }: PipelineMemory): readonly unknown[] {
  return [...reading.operations.values()].flatMap(({ operations }) =>
    [...operations.values()].map(({ outcome }) => outcome.value),
  );
}
