import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { haveCorpora } from "../rst/corpora.js";
import { foundEnums, type FoundEnum } from "./found-enums.js";

/** An enumeration and whether its prose means it: read by eye. */
interface Reviewed extends FoundEnum {
  readonly service: string;
  /** The file of the operation, which is read alone. */
  readonly chapter: string;
  /** Every value is one that the prose lists for this member, and it lists no others of a closed one. */
  readonly right: boolean;
}

const file = new URL("enums.json", import.meta.url);
const reviewed: readonly Reviewed[] = JSON.parse(readFileSync(file, "utf8"));
const services = [...new Set(reviewed.map(({ service }) => service))];

describe.runIf(haveCorpora)("fifty enumerations drawn at random", () => {
  test.each(services)("%s: they are found as they were reviewed", (service) => {
    const expected = reviewed.filter((each) => each.service === service);
    const chapters = [...new Set(expected.map(({ chapter }) => chapter))];
    const found = foundEnums(service, chapters);
    for (const { operation, side, place, values, closed } of expected)
      expect(
        found.filter(
          (each) => each.operation === operation && each.side === side && each.place === place,
        ),
      ).toContainEqual(expect.objectContaining({ operation, side, place, values, closed }));
  });
});

test("at least 95 of a hundred are right", () => {
  const right = reviewed.filter((each) => each.right).length;
  expect(reviewed).toHaveLength(50);
  expect(right / reviewed.length).toBeGreaterThanOrEqual(0.95);
});
