import { expect, test } from "vitest";
import { didYouMean, nearest, nearestCompounds } from "../../generator/diagnostics/nearest.js";

test.each([
  // typed          why                           nearest
  ["sevrity", "a letter is missing", "severity"],
  ["severitty", "a letter too many", "severity"],
  ["severiyt", "two are swapped", "severity"],
  ["SEVERITY", "capitals do not count", "severity"],
  ["sorce", "another name", "source"],
  ["ot", "a short name, one letter missing", "out"],
])("nearest to %j (%s) is %j", (typed, _why, name) => {
  expect(nearest(typed, ["source", "out", "severity"])).toEqual([name]);
});

test.each([
  ["banana", "is nothing like any of them"],
  ["x", "has not a letter in common"],
  ["", "says nothing"],
  ["s".repeat(100_000), "is endless"],
])("nothing is near %j, which %s", (typed) => {
  expect(nearest(typed, ["source", "out", "severity"])).toEqual([]);
  expect(didYouMean(typed, ["source", "out", "severity"])).toBe("");
});

test("gives several, nearest first", () => {
  expect(nearest("image_nam", ["image_names", "image_name", "flavor"], 3)).toEqual([
    "image_name",
    "image_names",
  ]);
});

test.each<[string, readonly string[]]>([
  ["missing-fil", ["missing-file"]],
  ["missing", ["missing-file", "missing-folder"]],
  ["mising-folders-and-more", ["missing-folder"]],
  ["yaml", ["invalid-yaml"]],
  ["banana", []],
  ["", []],
])("of hyphenated names, %j may mean %j", (typed, names) => {
  const known = ["missing-file", "missing-folder", "invalid-yaml"];
  expect(nearestCompounds(typed, known, 5)).toEqual(names);
});
