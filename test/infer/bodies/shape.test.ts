import { assert, jsonValue, array, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../generator/apiref/model.js";
import { Draft } from "../../../generator/infer/shape/draft.js";
import {
  merge,
  mergeAll,
  nothing,
  shapeOf,
  unseen,
  type Shape,
} from "../../../generator/infer/shape/shape.js";

const shapes = array(jsonValue({ maxDepth: 4 })).map((values) =>
  values.map((value) => shapeOf(value as Json)),
);

test("all shapes at once are what they are one after the other", () => {
  assert(
    property(shapes, (all) => {
      expect(mergeAll(all)).toEqual(all.reduce(merge, nothing));
      const [first] = all;
      if (first !== undefined) expect(mergeAll([nothing, first])).toBe(first);
    }),
  );
});

test("a shape that is borrowed is so only beside others that are", () => {
  expect(mergeAll([unseen("string"), unseen("null"), unseen("array")]).borrowed).toBe(true);
  expect(mergeAll([unseen("string"), shapeOf(1), unseen("array")]).borrowed).toBe(false);
});

describe("a draft", () => {
  const before: Shape = shapeOf({ box: { name: "x" }, lids: [{ name: "x" }] });

  test("has what was grafted on it, and leaves the shape as it was", () => {
    const draft = new Draft(before);
    draft.graft(["box", "size"], shapeOf(1));
    draft.graft(["box", "state"], shapeOf("x"));
    draft.graft(["lids", "*", "size"], shapeOf(1));
    const { members } = draft.shape;
    expect([...(members.get("box")?.shape.members.keys() ?? [])]).toEqual([
      "name",
      "size",
      "state",
    ]);
    expect(before).toEqual(shapeOf({ box: { name: "x" }, lids: [{ name: "x" }] }));
  });

  test("copies the members of an object once, however many are added", () => {
    const draft = new Draft(before);
    draft.graft(["box", "a"], nothing);
    const copied = draft.shape.members.get("box")?.shape.members;
    draft.graft(["box", "b"], nothing);
    draft.graft(["c"], nothing);
    expect(copied).not.toBe(before.members.get("box")?.shape.members);
    expect(draft.shape.members.get("box")?.shape.members).toBe(copied);
  });
});
