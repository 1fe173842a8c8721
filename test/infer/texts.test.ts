import { expect, test } from "vitest";
import { Texts } from "../../generator/infer/words/texts.js";

const uuid = "9ae135f4-b6e0-4dad-9e91-3c223e385824";

test.each<[string, readonly string[], boolean]>([
  // what samples show under one name             texts                               by chance
  ["UUIDs alone", [uuid], false],
  ["a name beside them", [uuid, "top"], true],
  ["a slip among many", [...others(9), "top"], false],
  ["nothing, once: what has none has an empty text", [...others(9), ""], true],
])("a name with %s has its format by chance or not", (_what, texts, chance) => {
  const known = new Texts();
  known.add("shelf_id", texts);
  expect(known.isChance("shelf_id", "uuid")).toBe(chance);
  expect(known.isChance("lid_id", "uuid")).toBe(false);
});

function others(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => uuid.replace("9ae1", `000${at}`));
}
