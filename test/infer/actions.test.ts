import { describe, expect, test } from "vitest";
import { actionKeys, shareMethodAndPath } from "../../generator/infer/operations/actions.js";
import { boundsInTitle } from "../../generator/infer/limits/titles.js";
import { sortRows } from "../../generator/infer/rows/rows.js";
import { operationsOf, type Entries, type WrittenOperation } from "./docs.js";

test("operations of one method and path meet, names of variables aside", () => {
  const calls = [
    "POST /boxes/{box_id}/action",
    "GET /boxes",
    "POST /boxes/{id}/action",
    "POST /boxes/action",
    "PUT /boxes/{id}/action",
    "POST /boxes/{id}/action/",
  ];
  const operations = operationsOf({}, ...calls.map((call, at) => ({ title: `Do ${at}`, call })));
  const groups = shareMethodAndPath(operations);
  expect(groups.map((group) => group.map(({ title }) => title.value))).toEqual([
    ["Do 0", "Do 2"],
    ["Do 1"],
    ["Do 3"],
    ["Do 4"],
    ["Do 5"],
  ]);
});

const entries: Entries = {
  close: { type: "none" },
  open: { type: "object" },
  lid: { type: "string" },
  colour: { type: "string" },
};
const call = "POST /boxes/{id}/action";

/** The keys of operations of one method and path, in the order of the docs. */
function keysOf(...operations: readonly WrittenOperation[]) {
  const group = operationsOf(entries, ...operations.map((each) => ({ ...each, call })));
  const keys = actionKeys(
    group,
    new Map(group.map((each) => [each, sortRows(each, new Set(), new Set())])),
    ({ title }) => boundsInTitle(title.value),
  );
  return group.map((operation) => {
    const { key, telling } = keys.get(operation) ?? {};
    return telling === false ? `${key}, as others` : key;
  });
}

describe("what tells an action apart", () => {
  const other: WrittenOperation = { title: "Other", asks: { other: null } };

  test.each<[string, WrittenOperation, string | undefined]>([
    // why                                     operation                                   key
    ["the one key of its sample", { asks: { close: null } }, "close"],
    [
      "the sample, whatever the title says",
      { title: "Shut (x action)", asks: { close: {} } },
      "close",
    ],
    ["a sample of two keys tells nothing", { asks: { close: null, x: 1 } }, undefined],
    ["nor does a list", { asks: [{ close: 1 }] }, undefined],
    ["nor null", { asks: null }, undefined],
    ["the title", { title: "Shut Box (close Action)" }, "close"],
    ["the title, as a literal", { title: "Shut Box ( ``close`` action )" }, "close"],
    ["the title before the rows", { title: "Shut (close action)", request: "open" }, "close"],
    ["a remark about something else", { title: "Shut Box (deprecated)" }, undefined],
    ["its only row", { request: "lid" }, "lid"],
    ["its first row, if that can hold others", { request: "open, lid" }, "open"],
    ["or if it holds nothing", { request: "close, lid" }, "close"],
    ["a first row that is a member among others", { request: "lid, colour" }, undefined],
    ["nothing at all", {}, undefined],
    ["what it answers is no evidence", { answers: { close: null } }, undefined],
  ])("%s", (_why, operation, key) => {
    expect(keysOf({ title: "This", ...operation }, other)).toEqual([key, "other"]);
  });

  test("a key of two operations tells nothing, unless no microversion has both", () => {
    const close = { asks: { close: null } };
    expect(keysOf({ title: "A", ...close }, { title: "B", ...close }, other)).toEqual([
      "close, as others",
      "close, as others",
      "other",
    ]);
    const early = { title: "Close Box (until API v2.5)", ...close };
    const later = (min: string) => ({ title: `Shut Box (since API v${min})`, ...close });
    expect(keysOf(early, later("2.6"))).toEqual(["close", "close"]);
    expect(keysOf(early, later("2.5"))).toEqual(["close, as others", "close, as others"]);
  });

  test("alone there is nothing to tell apart", () => {
    expect(keysOf(other)).toEqual([undefined]);
  });
});
