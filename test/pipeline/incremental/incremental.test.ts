import { expect, test } from "vitest";
import { emptyPipelineMemory, type PipelineMemory } from "../../../generator/pipeline/memory.js";
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

function operationsOf({ reading }: PipelineMemory): readonly unknown[] {
  return [...reading.operations.values()].flatMap(({ operations }) =>
    [...operations.values()].map(({ outcome }) => outcome.value),
  );
}
