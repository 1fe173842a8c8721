import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareVersions,
  intersect,
  isEmpty,
  nextVersion,
  previousVersion,
  versionsBetween,
  within,
} from "../../generator/openapi/versions.js";

test.each([
  // a        b         order  why
  ["2.10", "2.9", 1, "minors are whole numbers, not decimals"],
  ["2.1", "2.10", -1, "a final zero counts"],
  ["2.100", "2.53", 1, "three digits"],
  ["3.0", "2.104", 1, "the major decides first"],
  ["2.1", "2.1", 0, "equal"],
  ["v2.1", "2.1", 0, "some docs write a v before it"],
  ["2", "2.1", -1, "a missing part comes first"],
  ["2.01", "2.1", 0, "a leading zero says nothing"],
  ["2.latest", "2.1", 1, "words come after numbers"],
])("%s against %s is %i (%s)", (a, b, order) => {
  expect(Math.sign(compareVersions(a, b))).toBe(order);
  expect(Math.sign(compareVersions(b, a))).toBe(-order + 0);
});

test.each([
  [{}, "2.1", true, "open"],
  [{ min: "2.53" }, "2.53", true, "the first belongs to it"],
  [{ max: "2.52" }, "2.52", true, "so does the last"],
  [{ max: "2.9" }, "2.10", false, "2.10 comes after 2.9"],
  [{ min: "2.11", max: "2.52" }, "2.9", false, "2.9 comes before 2.11"],
])("%j holds %s: %s (%s)", (bounds, version, holds, _why) => {
  expect(within(bounds, version)).toBe(holds);
});

test("what lies in both bounds", () => {
  expect(intersect({ min: "2.9", max: "2.60" }, { min: "2.10" })).toEqual({
    min: "2.10",
    max: "2.60",
  });
  expect(intersect({}, {})).toEqual({});
  expect(isEmpty(intersect({ max: "2.9" }, { min: "2.10" }))).toBe(true);
});

test("the next and the one before", () => {
  expect(nextVersion("2.9")).toBe("2.10");
  expect(previousVersion("2.10")).toBe("2.9");
  expect(previousVersion("2.0")).toBeUndefined();
  expect(nextVersion("latest")).toBeUndefined();
});

describe("all versions of a range", () => {
  test.each([
    ["2.8", "2.11", ["2.8", "2.9", "2.10", "2.11"], "each minor"],
    ["2.1", "2.1", ["2.1"], "one"],
    ["2.5", "2.1", [], "none when turned round"],
    ["1.0", "2.1", ["1.0", "2.0", "2.1"], "of another major only the end is known"],
    ["2.0", "2.999999999", ["2.0", "2.999999999"], "an absurd end is not spelt out"],
    ["a", "b", ["a", "b"], "words"],
  ])("%s to %s: %j (%s)", (minimum, maximum, all) => {
    expect(versionsBetween(minimum, maximum)).toEqual(all);
  });

  test("ascends and has the ends, whatever they are", () => {
    const version = fc.tuple(fc.nat(3), fc.nat(120)).map(([a, b]) => `${a}.${b}`);
    fc.assert(
      fc.property(version, version, (a, b) => {
        const all = versionsBetween(a, b);
        if (compareVersions(a, b) > 0) return all.length === 0;
        expect(all.every((v, i) => i === 0 || compareVersions(all[i - 1] ?? "", v) < 0)).toBe(true);
        expect([all[0], all.at(-1)]).toEqual([a, b]);
        return true;
      }),
    );
  });
});

test("any text compares with any other, and the order holds", () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[\dv.]{0,6}$/));
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
