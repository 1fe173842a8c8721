import { expect, test } from "vitest";
import { type Docs, toldOf } from "./small-docs.js";

/*
 * A member that creation may leave out is answered as null. Where one entry of both says that it may
 * be left out, that is told, and not once more as a null.
 */

const creation = [
  "Create Box",
  "----------",
  "",
  ".. rest_method:: POST /boxes",
  "",
  "Normal response codes: 200",
  "",
  "Request",
  "~~~~~~~",
  "",
  ".. rest_parameters:: parameters.yaml",
  "",
  "   - size: size",
  "",
  ".. literalinclude:: box.json",
  "   :language: json",
  "",
].join("\n");

const docs = (size: string, sample: unknown = { name: "a", size: 1 }): Docs => ({
  more: creation,
  entries: { size: `type: integer, ${size}` },
  sample,
});
const must = docs("required: true");
const may = docs("required: false");
const ofBox = (told: readonly string[]) => told.filter((one) => one.includes(" /response/"));

test.each<[why: string, old: Docs, now: Docs, said: readonly string[]]>([
  [
    "an entry lets it be left out",
    must,
    may,
    ["breaking response-member-became-optional /response/size"],
  ],
  [
    "an entry no longer does",
    may,
    must,
    ["addition response-member-became-required /response/size"],
  ],
  [
    "a sample shows null, too",
    must,
    docs("required: false", { name: "a", size: null }),
    [
      "breaking response-member-became-optional /response/size",
      "breaking response-became-nullable /response/size",
    ],
  ],
  [
    "it is another row, too",
    must,
    docs("required: false, format: int32"),
    [
      "breaking response-member-became-optional /response/size",
      "breaking response-became-nullable /response/size",
    ],
  ],
])("%s", (_why, old, now, said) => {
  expect(ofBox(toldOf("response", old, now))).toEqual(said);
});
