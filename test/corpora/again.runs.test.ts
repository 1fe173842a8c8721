import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { expect, test } from "vitest";
import { build, type Built } from "../../generator/pipeline/build.js";
import { Engine } from "../../generator/pipeline/engine.js";
import type { PipelineMemory } from "../../generator/pipeline/memory.js";
import { corpora, haveCorpora, services } from "../rst/corpora.js";

/** What comes of a run, whatever it went by. */
const outcome = ({ files, diagnostics, inputs, guesses, operations }: Built) => ({
  files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
  diagnostics,
  inputs,
  guesses,
  operations,
});

test.runIf(haveCorpora).each(services)(
  "%s is the same with nothing known, with all known, and with nothing kept",
  async (tree) => {
    const source = { path: fileURLToPath(new URL(tree, corpora)) };
    const settings = { emit: ["types", "client", "server"] as const };
    const alone = outcome(await build(source, settings));
    const engine = new Engine();
    expect(outcome(await engine.build(source, settings))).toEqual(alone);
    const here = await engine.build(source, settings);
    expect(outcome(here)).toEqual(alone);
    const memory = deserialize(serialize(engine.memory())) as PipelineMemory;
    const next = await new Engine(memory).build(source, settings);
    expect(outcome(next)).toEqual(alone);
    const nothing = { made: 0 };
    for (const { reused } of [here, next])
      expect(reused).toMatchObject({
        documents: nothing,
        operations: nothing,
        bodies: nothing,
        texts: nothing,
      });
  },
  300_000,
);
