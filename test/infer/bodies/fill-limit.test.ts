import { describe, expect, test } from "vitest";
import type { BodyContext } from "../../../generator/infer/bodies/body-context.js";
import { mayFill } from "../../../generator/infer/bodies/fill-limit.js";

/** Of all that a body goes by, only how often something was filled in counts here. */
const context = (times = 0) => ({ borrowed: { times } }) as BodyContext;
const deep = (count: number): string =>
  Array.from({ length: count }, (_, at) => `k${at}`).join(".");

describe("a place is filled with what is known from elsewhere", () => {
  test.each<[why: string, path: string, times: number, expected: boolean]>([
    ["at the top", "box", 0, true],
    ["inside of another", "box.lid", 0, true],
    ["in a list", "boxes[]", 0, true],
    ["not in a place of its own name", "box.lid.box", 0, false],
    ["not right below its own name", "box.box", 0, false],
    ["where others have one name", "box.box.lid", 0, true],
    ["not in a list of lists", "boxes[][]", 0, false],
    ["24 deep", deep(24), 0, true],
    ["not deeper", deep(25), 0, false],
    ["for the thousandth time", "box", 999, true],
    ["not more often", "box", 1000, false],
  ])("%s", (_why, path, times, expected) => {
    const own = context(times);
    expect(mayFill(path, own)).toBe(expected);
    expect(own.borrowed.times).toBe(expected ? times + 1 : times);
  });
});
