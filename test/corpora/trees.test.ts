import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Inspected, inspect } from "../../generator/pipeline/build.js";
import { corpora, haveCorpora, services } from "../rst/corpora.js";
import { foundFindings, keyText } from "./found-findings.js";
import { enumerations, foundEnums } from "./found-enums.js";
import { review } from "./review.js";
import { expectTruth } from "./truth.js";

/*
 * What is read of each real tree. It is read once, which takes seconds; outputs.runs.test.ts has what is
 * made of it.
 */

/** How many findings of each code there are in all trees. */
const counts = new Map<string, number>();

describe.runIf(haveCorpora).each(services)("%s", (tree) => {
  let inspected: Inspected;
  beforeAll(() => {
    inspected = inspect({ path: fileURLToPath(new URL(tree, corpora)) }, {});
  }, 300_000);

  test("every operation says what a reading by docutils says of it", () => {
    const { reference, diagnostics, textOf } = inspected;
    if (reference === undefined) throw new Error("a document was read, and no docs");
    expectTruth(tree, reference, diagnostics, textOf);
  });

  test("enumerations that were reviewed are found as they were", () => {
    const { reference } = inspected;
    if (reference === undefined) throw new Error("a document was read, and no docs");
    const expected = enumerations.filter((each) => each.service === tree);
    const found = foundEnums(reference, new Set(expected.map(({ chapter }) => chapter)));
    for (const { operation, side, place, values, closed } of expected)
      expect(
        found.filter(
          (each) => each.operation === operation && each.side === side && each.place === place,
        ),
      ).toContainEqual(expect.objectContaining({ operation, side, place, values, closed }));
  });

  test("findings that were judged are still found", () => {
    const found = foundFindings(tree, inspected);
    for (const { key } of found) counts.set(key.code, (counts.get(key.code) ?? 0) + 1);
    const keys = new Set(found.map(({ key }) => keyText(key)));
    const lost = review.reviewed.filter((one) => one.service === tree && !keys.has(keyText(one)));
    expect(lost).toEqual([]);
  });
});

test("of fifty enumerations drawn at random, at least 95 of a hundred are right", () => {
  const right = enumerations.filter((each) => each.right).length;
  expect(enumerations).toHaveLength(50);
  expect(right / enumerations.length).toBeGreaterThanOrEqual(0.95);
});

test.runIf(haveCorpora)(
  "ten findings of each code are judged, or all; draw and judge more: scripts/draw-findings.mjs",
  () => {
    expect(counts.size).toBeGreaterThan(0);
    const short = [...counts].filter(
      ([code, count]) =>
        review.reviewed.filter((one) => one.code === code).length < Math.min(10, count),
    );
    expect(short).toEqual([]);
  },
);
