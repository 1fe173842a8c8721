import { describe, expect, test } from "vitest";
import * as patterns from "../../generator/rst/patterns.js";
import { usualLimits } from "../../generator/source/disk-tree.js";

const length = usualLimits.lineLength;
const fillings = ["a", "=  ", "`", "*", "_", "\\", ": ", "+-"];
const beginnings = ["", ":", ".. _", ".. |", "-a "];

describe.each(Object.entries(patterns))("%s", (_name, pattern) => {
  test.each(fillings)("gets through a line of nothing but %j", (filling) => {
    const line = filling.repeat(length / filling.length);
    // It says of so many what it says of a few.
    for (const beginning of beginnings) {
      const few = pattern.test(`${beginning + filling.repeat(8)}!`);
      expect(pattern.test(`${beginning + line}!`), beginning).toBe(few);
    }
  });
});

test("an underline as long as a file may be is no more than an underline", () => {
  const line = "~".repeat(usualLimits.fileBytes);
  expect(patterns.adornment.test(line)).toBe(true);
  expect(patterns.adornment.test(`${line}=`)).toBe(false);
});

test.each([
  ["====", true],
  ["~", true],
  ["``", true],
  ["\\\\\\", true],
  ["--=", false],
  ["aaa", false],
  ["", false],
])("%j is an adornment: %s", (text, expected) => {
  expect(patterns.adornment.test(text)).toBe(expected);
});

test.each([
  ["== ==", "two columns", true],
  ["=  =  =", "three", true],
  ["=====", "one run is an adornment", false],
  ["==  ", "ends with a space", false],
  [" == ==", "does not begin with one", false],
  ["== =-", "something else", false],
])("%j (%s) begins a simple table: %s", (text, _why, expected) => {
  expect(patterns.simpleBorder.test(text)).toBe(expected);
});
