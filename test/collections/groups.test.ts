import { expect, test } from "vitest";
import { addTo, groupBy } from "../../generator/collections/groups.js";

test("items by their keys, in the order of the first of each", () => {
  const groups = groupBy(["b1", "a1", "b2"], (item) => item.charAt(0));
  expect([...groups]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
});

test("an item may be added to several groups", () => {
  const groups = new Map<string, number[]>();
  for (const key of ["x", "y", "x"]) addTo(groups, key, 1);
  expect([...groups]).toEqual([
    ["x", [1, 1]],
    ["y", [1]],
  ]);
});
