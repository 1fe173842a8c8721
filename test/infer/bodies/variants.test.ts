import { describe, expect, test } from "vitest";
import {
  branchFor,
  groupByBounds,
  narrow,
  speaksOf,
} from "../../../generator/infer/bodies/variants.js";
import type { Json } from "../../../generator/infer/reference.js";
import type { Branch } from "../../../generator/infer/rows/branch.js";
import { anyKey, mergeAll, shapeOf, type Shape } from "../../../generator/infer/shape/shape.js";
import { rowsOf, type Entries } from "../docs.js";

const uuid = "6e7e155f-4ec1-4380-94a1-0445d9f1e9ed";
const shapes = (...values: readonly Json[]): Shape =>
  mergeAll(values.map((value) => shapeOf(value)));

describe("a row speaks of what a sample shows", () => {
  test.each<[type: string, by: "sample" | "wrapper" | "order", shown: Json, expected: boolean]>([
    ["object", "wrapper", { a: 1 }, true],
    ["array", "wrapper", { a: 1 }, false],
    ["array", "sample", { a: 1 }, true],
    ["array", "order", { a: 1 }, true],
    ["array", "wrapper", null, true],
    ["number", "wrapper", 1, true],
    ["strange", "wrapper", 1, true],
  ])("%s, found by its %s, beside %j: %s", (type, by, shown, expected) => {
    const [row] = rowsOf({ box: type });
    if (row === undefined) throw new Error("no row");
    expect(speaksOf({ row, by, path: ["box"] }, shapeOf(shown))).toBe(expected);
  });

  test("not where one of several kinds is another", () => {
    const [row] = rowsOf({ box: "object" });
    if (row === undefined) throw new Error("no row");
    expect(speaksOf({ row, by: "wrapper", path: ["box"] }, shapes({}, 1))).toBe(false);
  });
});

test("rows of one place go by their bounds, in the order of the list", () => {
  const entries: Entries = {
    old: { max: "2.9" },
    young: { min: "2.10" },
    elder: { max: "2.9" },
    between: { min: "2.9" },
    ever: {},
  };
  const placed = rowsOf(entries).map((row) => ({ row, path: ["x"], by: "sample" as const }));
  expect(groupByBounds(placed).map((group) => group.map(({ row }) => row.name.value))).toEqual([
    ["old", "elder"],
    ["young"],
    ["between"],
    ["ever"],
  ]);
});

describe("a variant has of the samples what its type admits", () => {
  const mixed = shapes({ a: 1, [uuid]: 2 }, ["x"], "text", 5);
  test.each<[types: string, kinds: string, parts: string]>([
    ["object", "object", "members values"],
    ["array", "array", "items"],
    ["string", "string", ""],
    ["integer", "integer", ""],
    ["object or string", "object string", "members values"],
    ["strange", "array integer object string", "items members values"],
  ])("%s: %s, with %s", (type, kinds, parts) => {
    const shape = narrow(mixed, rowsOf({ box: type }));
    expect([...shape.kinds].toSorted().join(" ")).toBe(kinds);
    const has = [
      shape.items !== undefined && "items",
      shape.members.size > 0 && "members",
      shape.values !== undefined && "values",
    ];
    expect(has.filter(Boolean).join(" ")).toBe(parts);
  });

  test("what nothing was seen of keeps what is known from elsewhere", () => {
    const unseenKinds: Shape = { ...mixed, kinds: new Set() };
    expect(narrow(unseenKinds, rowsOf({ box: "string" }))).toEqual(unseenKinds);
  });

  test("texts are those that agree with its format", () => {
    const texts = shapes(uuid, "box-1");
    expect(narrow(texts, rowsOf({ box: "uuid" })).strings).toEqual([uuid]);
    expect(narrow(texts, rowsOf({ box: "string" })).strings).toEqual([uuid, "box-1"]);
    expect(narrow(texts, rowsOf({ box: "string", lid: "uuid" })).strings).toEqual([uuid]);
  });
});

describe("below a place that became a list of what was a map", () => {
  const below = (...keys: readonly string[]): ReadonlyMap<string, Branch> =>
    new Map(keys.map((key) => [key, { rows: [], below: new Map() }]));
  const branch = (inner: ReadonlyMap<string, Branch>): Branch => ({
    rows: [],
    below: new Map(inner),
  });
  const ofValues = branch(
    new Map([
      [anyKey, branch(below("size"))],
      ["name", branch(below())],
    ]),
  );
  const plain = branch(below("size"));
  const whole = shapes({ [uuid]: { size: 1 } }, [{ size: 1 }]);
  const list = shapeOf([{ size: 1 }]);
  const map = shapeOf({ [uuid]: { size: 1 } });
  const keysOf = ({ below: inner }: Branch): readonly string[] => [...inner.keys()];

  test.each<[why: string, all: Branch, variant: Shape, whole: Shape, expected: readonly string[]]>([
    ["rows of values are rows of items", ofValues, list, whole, ["name", "size"]],
    ["a map keeps them", ofValues, map, whole, [anyKey, "name"]],
    ["rows of items are rows of values", plain, map, whole, [anyKey]],
    ["a list keeps them", plain, list, whole, ["size"]],
    ["of one variant alone", ofValues, whole, whole, [anyKey, "name"]],
    ["it was never a list", ofValues, list, map, [anyKey, "name"]],
    ["it was never a map", plain, map, list, ["size"]],
    ["it has members of its own", plain, shapes({ size: 1 }), whole, ["size"]],
    ["no rows below", branch(below()), map, whole, []],
  ])("%s", (_why, all, variant, whole, expected) => {
    expect(keysOf(branchFor(all, {}, variant, whole))).toEqual(expected);
  });

  test("what was below the items is below each value", () => {
    const inner = branchFor(plain, {}, map, whole).below.get(anyKey);
    expect(inner?.rows).toEqual([]);
    expect(inner && keysOf(inner)).toEqual(["size"]);
  });
});
