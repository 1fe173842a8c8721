import { expect, test } from "vitest";
import type { ApiModel, OperationModel } from "../../../generator/openapi/model.js";
import { generate } from "../../../generator/pipeline/generate.js";
import { emptyPipelineMemory, type PipelineMemory } from "../../../generator/pipeline/memory.js";
import { silent } from "../../../generator/pipeline/stages.js";
import { memoryTree } from "../../../generator/source/memory-tree.js";
import { first, holdsAfterEdits, outcomeOf } from "./law.js";

test("after a few edits, what is known of earlier runs changes nothing of what comes out", async () => {
  await holdsAfterEdits(4, 22);
});

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

test("what the words of one operation do not change is the very object that it was", async () => {
  const memory = emptyPipelineMemory();
  const text = first.files["images.inc"] ?? "";
  const edited = text.replace("Lists all", "Really lists all");
  expect(edited).not.toBe(text);
  const modelOf = async (words: string) => {
    const tree = memoryTree({ ...first.files, "images.inc": words });
    return (await generate(tree, first.settings, silent, memory)).value.model;
  };
  const before = await modelOf(text);

  const after = await modelOf(edited);

  expect(Object.keys(after.schemas)).toEqual(Object.keys(before.schemas));
  for (const [name, schema] of Object.entries(after.schemas))
    expect(schema).toBe(before.schemas[name]);
  const known = new Set(operationsIn(before));
  const changed = operationsIn(after).filter((each) => !known.has(each));
  expect(changed.some(({ description }) => description?.startsWith("Really lists all"))).toBe(true);
  expect(new Set(changed.map(({ path }) => path)).size).toBe(1);
});

test("an edit that changes a schema leaves the others as they are", async () => {
  const memory = emptyPipelineMemory();
  const name = "samples/images-list-response.json";
  const text = first.files[name] ?? "";
  const edited = text.replace('"name"', '"surname": null, "name"');
  expect(edited).not.toBe(text);
  const schemasOf = async (sample: string) => {
    const tree = memoryTree({ ...first.files, [name]: sample });
    return (await generate(tree, first.settings, silent, memory)).value.model.schemas;
  };
  const before = await schemasOf(text);
  const bodies = bodiesOf(memory);

  const after = await schemasOf(edited);

  const keptBodies = bodiesOf(memory).filter((each) => bodies.includes(each));
  expect(keptBodies.length).toBeLessThan(bodies.length);
  expect(keptBodies.length).toBeGreaterThan(bodies.length / 2);

  const kept = Object.entries(after).filter(([each, schema]) => before[each] === schema);
  const changed = Object.keys(after).length - kept.length;
  expect(changed).toBeGreaterThan(0);
  expect(kept.length).toBeGreaterThan(changed);
});

function bodiesOf({ inference }: PipelineMemory): readonly unknown[] {
  return [...inference.bodies.values()].map(({ bodies }) => bodies);
}

function operationsIn({ chapters }: ApiModel): readonly OperationModel[] {
  return chapters.flatMap(({ operations }) => operations);
}

function operationsOf({ reading }: PipelineMemory): readonly unknown[] {
  return [...reading.operations.values()].flatMap(({ operations }) =>
    [...operations.values()].map(({ outcome }) => outcome.value),
  );
}
