import { describe, expect, test } from "vitest";
import { KnownAnswers } from "../../../generator/collections/known-answers.js";
import { bodyKeys, emptyInference } from "../../../generator/infer/bodies/known-bodies.js";
import { sortRows, type SortedRows } from "../../../generator/infer/rows/rows.js";
import { proseAbout } from "../../../generator/infer/words/prose-about.js";
import { reference, type Entries, type WrittenOperation } from "../docs.js";

const entries: Entries = {
  name: { says: "Its name." },
  size: { type: "integer", says: "Its size." },
};
const show: WrittenOperation = { response: "name, size", says: "Shows a box." };
const list: WrittenOperation = { title: "List Boxes", call: "GET /boxes", response: "name" };

/** The key of what all may learn, and those of each operation, in their order. */
function keysOf(written: Entries, ...operations: readonly WrittenOperation[]) {
  const said = reference(written, ...operations);
  const all = said.chapters.flatMap((chapter) => chapter.operations);
  const none = new Set<string>();
  const sorted = new Map(
    all.map((each): [typeof each, SortedRows] => [each, sortRows(each, none, none, none)]),
  );
  const { together, own } = bodyKeys(all, sorted, proseAbout(said), new KnownAnswers());
  return { together, own: all.map((each) => own.get(each)) };
}

const before = keysOf(entries, show, list);

describe("the body of an operation is taken over", () => {
  test.each<[why: string, now: ReturnType<typeof keysOf>]>([
    ["nothing changed", keysOf(entries, show, list)],
    ["another place, and nothing else", keysOf({ another: "string", ...entries }, show, list)],
  ])("%s", (_why, now) => {
    expect(now).toEqual(before);
  });

  test.each<[why: string, now: ReturnType<typeof keysOf>]>([
    ["its own words", keysOf(entries, { ...show, says: "Shows one box." }, list)],
    ["a remark of its own", keysOf(entries, { ...show, remark: "One of them." }, list)],
  ])("not with %s; what others have stays", (_why, now) => {
    expect(now.together).toBe(before.together);
    expect(now.own[0]).not.toBe(before.own[0]);
    expect(now.own[1]).toBe(before.own[1]);
  });

  test.each<[why: string, now: ReturnType<typeof keysOf>]>([
    ["its title", keysOf(entries, { ...show, title: "Show One Box" }, list)],
    ["its method", keysOf(entries, { ...show, call: "PUT /boxes/{box_id}" }, list)],
    ["its path", keysOf(entries, { ...show, call: "GET /boxes/{id}" }, list)],
    ["its codes", keysOf(entries, { ...show, codes: "202" }, list)],
    ["a row more", keysOf(entries, { ...show, response: "name" }, list)],
    ["a row of another name", keysOf(entries, { ...show, response: "label: name, size" }, list)],
    [
      "a row on the other side",
      keysOf(entries, { ...show, response: "name", request: "size" }, list),
    ],
    ["a sample", keysOf(entries, { ...show, answers: { name: "x" } }, list)],
    [
      "a member of any form",
      keysOf(entries, { ...show, says: "Shows a box. `name` is any JSON." }, list),
    ],
    ["what opens an answer", keysOf(entries, { ...show, codes: "204" }, list)],
    ["the type of an entry", keysOf({ ...entries, size: { says: "Its size." } }, show, list)],
    [
      "the words of an entry",
      keysOf({ ...entries, size: { type: "integer", says: "Size." } }, show, list),
    ],
    [
      "what an entry requires",
      keysOf(
        { ...entries, size: { type: "integer", says: "Its size.", required: true } },
        show,
        list,
      ),
    ],
    [
      "since when an entry is there",
      keysOf({ ...entries, size: { type: "integer", says: "Its size.", min: "2.5" } }, show, list),
    ],
  ])("of no operation with %s: others may learn of it", (_why, now) => {
    expect(now.together).not.toBe(before.together);
    expect(now.own[0]).not.toBe(before.own[0]);
  });

  test("of no operation where another one is gone", () => {
    const now = keysOf(entries, show);
    expect(now.together).not.toBe(before.together);
    expect(now.own[0]).toBe(before.own[0]);
  });
});

test("at first nothing is known, and nobody's memory is another's", () => {
  expect(emptyInference()).toEqual({ together: "", bodies: new Map() });
  expect(emptyInference().bodies).not.toBe(emptyInference().bodies);
});
