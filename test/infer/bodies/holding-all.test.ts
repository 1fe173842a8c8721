import { describe, expect, test } from "vitest";
import { holdingAll } from "../../../generator/infer/bodies/holding-all.js";
import type { Json } from "../../../generator/infer/reference.js";
import type { Branch } from "../../../generator/infer/rows/branch.js";
import {
  unknownNode,
  type BodyMember,
  type BodyNode,
} from "../../../generator/infer/shape/node.js";
import { mergeAll, shapeOf } from "../../../generator/infer/shape/shape.js";
import { rowsOf } from "../docs.js";

function member(name: string, required: boolean, node: BodyNode = unknownNode): BodyMember {
  const variant = { node, description: "", required, bounds: {}, entry: undefined, row: undefined };
  return { name, variants: [variant], undocumented: false };
}
const holding = (...members: readonly BodyMember[]): BodyNode => ({ ...unknownNode, members });
const listOf = (...members: readonly BodyMember[]): BodyNode => ({
  ...unknownNode,
  items: holding(...members),
});

const noRow: Branch = { rows: [], below: new Map([["box", { rows: [], below: new Map() }]]) };
const [row] = rowsOf({ box: "object" });
const ownRow: Branch = {
  rows: [],
  below: new Map([
    ["box", { rows: row ? [{ row, path: ["box"], by: "sample" }] : [], below: new Map() }],
  ]),
};
const nowhere: Branch = { rows: [], below: new Map() };

const name = member("name", true);
const size = member("size", false);

describe("the one member of a body is required", () => {
  test.each<
    [why: string, node: BodyNode, samples: readonly Json[], branch: Branch, expected: boolean]
  >([
    ["with what it holds", holding(name, size), [{ box: {} }], noRow, true],
    ["with what its items hold", listOf(name, size), [{ box: [] }], noRow, true],
    ["where no sample tells", holding(name), [], noRow, true],
    ["where all samples have it", holding(name), [{ box: {} }, { box: {} }], noRow, true],
    ["not where one leaves it out", holding(name), [{ box: {} }, {}], noRow, false],
    ["not where its own row tells", holding(name), [{ box: {} }], ownRow, false],
    ["not where no row is near", holding(name), [{ box: {} }], nowhere, false],
    ["not where it holds what may be left out", holding(size), [{ box: {} }], noRow, false],
    ["not where it holds nothing", unknownNode, [{ box: {} }], noRow, false],
  ])("%s", (_why, node, samples, branch, expected) => {
    const shape = mergeAll(samples.map((sample) => shapeOf(sample)));
    const [box, ...more] = holdingAll([member("box", false, node)], shape, branch);
    expect(more).toEqual([]);
    expect(box?.variants.map(({ required }) => required)).toEqual([expected]);
  });

  test("not with what is required in some versions only", () => {
    const sometimes = { ...name, variants: [...name.variants, ...size.variants] };
    const [box] = holdingAll([member("box", false, holding(sometimes))], shapeOf({}), noRow);
    expect(box?.variants[0]?.required).toBe(false);
  });

  test("not where there are two, or none", () => {
    const two = [member("box", false, holding(name)), size];
    expect(holdingAll(two, shapeOf({ box: {} }), noRow)).toBe(two);
    expect(holdingAll([], shapeOf({}), noRow)).toEqual([]);
  });
});
