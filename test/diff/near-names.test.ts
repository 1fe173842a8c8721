import { expect, test } from "vitest";
import { type Docs, toldOf } from "./small-docs.js";

const rows = ["name", "min_unit"];
const entries = { min_unit: "type: integer", max_unit: "type: integer" };

test.each<[why: string, old: Docs, now: Docs, said: readonly string[]]>([
  [
    "two that one sample shows beside each other are two, and one of them is gone",
    { rows: ["name"], sample: { min_unit: 1, max_unit: 2 } },
    { rows: ["name"], sample: { min_unit: 1 } },
    ["unknown response-member-removed /response/max_unit"],
  ],
  [
    "so they are where the one that stays has a row",
    { rows, entries, sample: { min_unit: 1, max_unit: 2 } },
    { rows, entries, sample: { min_unit: 1 } },
    ["unknown response-member-removed /response/max_unit"],
  ],
  [
    "and where it is new",
    { rows, entries, sample: { min_unit: 1 } },
    { rows, entries, sample: { min_unit: 1, max_unit: 2 } },
    ["addition response-member-added /response/max_unit"],
  ],
  [
    "a row that is taken out is no slip of one that a sample has now",
    { rows: ["name", "max_unit"], entries, sample: { max_unit: 1 } },
    { rows: ["name"], entries, sample: { min_unit: 1 } },
    [
      "breaking response-member-removed /response/max_unit",
      "addition response-member-added /response/min_unit",
    ],
  ],
  [
    "one that has a row, and that no sample shows by it, was meant",
    {
      rows: ["name", "unit_name"],
      entries: { unit_name: "type: string" },
      sample: { unit_nmae: "a", name: "" },
    },
    {
      rows: ["name", "unit_name"],
      entries: { unit_name: "type: string" },
      sample: { unit_name: "a", name: "" },
    },
    ["correction member-name-mended /response/unit_name"],
  ],
  [
    "so it is where a letter is lost",
    {
      rows: ["name", "unit_name"],
      entries: { unit_name: "type: string" },
      sample: { unit_name: "a", name: "" },
    },
    {
      rows: ["name", "unit_name"],
      entries: { unit_name: "type: string" },
      sample: { unit_nmae: "a", name: "" },
    },
    ["correction member-name-mended /response/unit_name"],
  ],
])("%s", (_why, old, now, said) => {
  expect(toldOf("response", old, now)).toEqual(said);
});
