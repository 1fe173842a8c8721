import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideSides } from "../../generator/infer/sides/decide-sides.js";
import { rules } from "../../generator/infer/rules.js";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { operationIds, operationName } from "../../generator/infer/operations/names.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { chapterFiles, type WrittenOperation } from "./docs.js";

describe("the name of an operation", () => {
  test.each<[string, string, string]>([
    // title                                      why                                        name
    ["List Boxes", "the ordinary case", "listBoxes"],
    ["List boxes with details", "words in small letters", "listBoxesWithDetails"],
    ["Show Box Details (DEPRECATED)", "it is going away", "showBoxDetails"],
    ["Close Box (close Action)", "what the body calls it", "closeBox"],
    ["Close Box (os-close action) (Deprecated)", "two remarks", "closeBox"],
    ["Close Box (since API v2.32)", "since when it is there", "closeBox"],
    ["Close Box (until 2.35)", "until when", "closeBox"],
    ["Close Box (microversion 2.1 - 2.5)", "for which versions", "closeBox"],
    ["Close Box (2.1 - 2.5)", "bare versions", "closeBox"],
    ["Close Box (admin only)", "who may", "closeBox"],
    [
      "List Boxes (detailed)",
      "a remark that tells two operations apart stays",
      "listBoxesDetailed",
    ],
    ["(since 2.5)", "a title that is all remark", "since25"],
    ["Show API UUID", "short words in capitals keep them", "showAPIUuid"],
    ["UUID of a box", "a first word in capitals", "uuidOfBox"],
    ["APIVersions of Boxes", "a run of capitals before a word", "apiVersionsOfBoxes"],
    ["Open a box in the Attic", "articles are grammar", "openBoxInAttic"],
    ["Stack Part A", "at the end it is no article", "stackPartA"],
    ["Show a box’s lid", "so is the s of what belongs to it", "showBoxLid"],
    ["List boxes' lids", "of several", "listBoxesLids"],
    ["Open boxes' 'secret' lids", "quotation marks are none of the word", "openBoxesSecretLids"],
    ["Naïve Café", "letters with marks lose only these", "naiveCafe"],
    ["Lists boxes", "a verb is one, whoever does it", "listBoxes"],
    ["Creates a box(v2)", "beside an article", "createBox"],
    ["Sets of boxes", "what there are many of is no verb", "setsOfBoxes"],
    ["Updates", "alone", "updates"],
    ["Boxes of a shelf", "a noun", "boxesOfShelf"],
    ["Move box (up/down)", "signs divide words", "moveBoxUpDown"],
    ["3 boxes", "a digit cannot begin a name", "op3Boxes"],
    ["…", "no letter at all", "operation"],
    ["", "nothing", "operation"],
    ["箱", "letters that have no Latin form", "operation"],
  ])("%j (%s)", (title, _why, name) => {
    expect(operationName(title)).toBe(name);
  });

  test("is always a name that TypeScript and OpenAPI take", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) => {
        expect(operationName(title)).toMatch(/^[a-z][A-Za-z0-9]*$/);
      }),
    );
  });

  test("of a very long title is found in linear time", () => {
    for (const part of ["(", "(action", "(since ", "(until", "(deprecat", "(v1 - ", "'", "A"])
      for (const begun of ["", "("])
        expect(operationName(begun + part.repeat(100_000 / part.length))).not.toBe("");
  });
});

/** The ids of chapters, in the order of the docs. */
function idsOf(chapters: Readonly<Record<string, readonly WrittenOperation[]>>) {
  const files: Record<string, string> = {
    "index.rst": Object.keys(chapters)
      .map((name) => `.. include:: ${name}.inc\n`)
      .join(""),
  };
  for (const [name, operations] of Object.entries(chapters))
    Object.assign(files, chapterFiles(name, operations));
  const { chapters: read } = decideSides(readApiReference(memoryTree(files)).value, rules);
  const { ids, repeated } = operationIds(read);
  return { ids: [...ids.values()], repeated: repeated.map(({ operation }) => operation.url.value) };
}

const box = (title: string, call = "GET /boxes"): WrittenOperation => ({ title, call });

describe("operationIds", () => {
  test.each<[string, Readonly<Record<string, readonly WrittenOperation[]>>, readonly string[]]>([
    // why                                   chapters                                   ids
    [
      "titles that differ",
      { boxes: [box("Show Box"), box("List Boxes")] },
      ["showBox", "listBoxes"],
    ],
    [
      "one title twice in a chapter: by method",
      { boxes: [box("Set Lid", "PUT /boxes"), box("Set Lid", "PATCH /boxes")] },
      ["setLid", "setLidWithPatch"],
    ],
    [
      "one title and method three times: by number",
      { boxes: [box("Set Lid", "PUT /a"), box("Set Lid", "PUT /b"), box("Set Lid", "PUT /c")] },
      ["setLid", "setLidWithPut", "setLid2"],
    ],
    [
      "one title in two chapters: by chapter",
      { boxes: [box("Show Lid")], "big-crates": [box("Show Lid")] },
      ["showLid", "showLidInBigCrates"],
    ],
    [
      "twice in the second chapter: by chapter and method",
      { boxes: [box("Set Lid")], crates: [box("Set Lid"), box("Set Lid", "PUT /x")] },
      ["setLid", "setLidInCrates", "setLidInCratesWithPut"],
    ],
    [
      "what the name says already is not said of the chapter again",
      { "crate-lids": [box("List Lids")], "big-box-lids": [box("List Lids")] },
      ["listLids", "listLidsInBigBox"],
    ],
    [
      "unless the chapter would say nothing",
      { boxes: [box("List Crate Lids")], "crate-lids": [box("List Crate Lids")] },
      ["listCrateLids", "listCrateLidsInCrateLids"],
    ],
    [
      "what most chapters begin with tells nothing",
      {
        "store-api-v1-boxes": [box("Show Lid")],
        "store-api-v1-crates": [box("Show Lid")],
        "store-api-v1-bags": [box("Show Bag")],
        other: [box("Show Other")],
      },
      ["showLid", "showLidInCrates", "showBag", "showOther"],
    ],
    [
      "chapters that only that tells apart keep it",
      {
        attic: [box("Show Lid")],
        crates: [box("Show Lid")],
        "store-api-v1-bags": [box("Show Lid")],
        "store-api-v1-boxes": [box("Show Box")],
        "store-api-v1-crates": [box("Show Lid")],
      },
      ["showLid", "showLidInCrates", "showLidInBags", "showBox", "showLidInStoreApiV1Crates"],
    ],
    [
      "one word may say too little",
      {
        attic: [box("Manage Share")],
        "os-share-manage": [box("Manage Share")],
      },
      ["manageShare", "manageShareInOsShareManage"],
    ],
    [
      "capitals alone tell nothing apart",
      { boxes: [box("Show Lid"), box("Show LID")] },
      ["showLid", "showLIDWithGet"],
    ],
    [
      "the rest of another title is no free name",
      { boxes: [box("Set Lid"), box("Set Lid With Put"), box("Set Lid", "PUT /x")] },
      ["setLid", "setLidWithPut", "setLid2"],
    ],
  ])("%s", (_why, chapters, expected) => {
    expect(idsOf(chapters).ids).toEqual(expected);
  });

  test("what repeats is told, the first is not", () => {
    const boxes = [box("Set Lid", "PUT /a"), box("Set Lid", "PUT /b"), box("Set Box", "PUT /c")];
    expect(idsOf({ boxes }).repeated).toEqual(["/b"]);
  });

  test("are unique, and the ids before an operation do not depend on it", () => {
    const title = fc.constantFrom("Set Lid", "Set LID", "Set Lid 2", "Set Lid With Get", "Show");
    const call = fc.constantFrom("GET /boxes", "PUT /boxes", "PUT /lids");
    const operations = fc.array(fc.tuple(title, call), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(operations, (written) => {
        const boxes = written.map(([name, url]) => box(name, url));
        const all = idsOf({ boxes }).ids;
        expect(new Set(all.map((id) => id.toLowerCase())).size).toBe(boxes.length);
        expect(idsOf({ boxes: boxes.slice(0, -1) }).ids).toEqual(all.slice(0, -1));
      }),
      { numRuns: 40 },
    );
  });
});
