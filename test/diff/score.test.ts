import { expect, test } from "vitest";
import type { LabelledChange, Pair } from "../../scripts/diff-labels/pairs.js";
import { type Answer, type ReportedChange, score } from "../../scripts/diff-labels/score.js";

/* How answers are held against labels: what counts as found, as right, and as said for nothing. */

const label: LabelledChange = { verdict: "breaking", operation: "GET /images", what: ["status"] };
const told: ReportedChange = {
  verdict: "breaking",
  method: "get",
  path: "/images",
  text: "/properties/status is gone",
};

function pair(changes: readonly LabelledChange[], exit?: number): Pair {
  const rest = exit === undefined ? {} : { exit };
  return { tree: "images", name: "one", kind: "", edits: [], changes, why: "", ...rest };
}

function scored(one: Pair, changes: readonly ReportedChange[], exit = 0) {
  const answer: Answer = { exit, changes };
  return score([one], new Map([["one", answer]]));
}

const full = { right: 1, of: 1 };
const none = { right: 0, of: 1 };

test.each<[why: string, label: LabelledChange, told: readonly ReportedChange[], recall: object]>([
  ["the same verdict, operation and word", label, [told], full],
  ["nothing told", label, [], none],
  ["another verdict", label, [{ ...told, verdict: "unknown" }], none],
  [
    "a verdict that passes",
    { ...label, accept: ["unknown"] },
    [{ ...told, verdict: "unknown" }],
    full,
  ],
  ["another method", label, [{ ...told, method: "PUT" }], none],
  ["another path", label, [{ ...told, path: "/images/{id}" }], none],
  ["other words", label, [{ ...told, text: "name is gone" }], none],
  ["silence that passes", { ...label, optional: true }, [], full],
  ["no silence, and wrong", { ...label, optional: true }, [{ ...told, verdict: "addition" }], none],
  ["another action of the path", { ...label, action: "shelve" }, [told], none],
  [
    "the action of the path",
    { ...label, action: "shelve" },
    [{ ...told, text: "shelve: status" }],
    full,
  ],
  [
    "one of two operations",
    { verdict: "breaking", operations: ["GET /images", "PUT /images"], what: ["status"] },
    [told],
    none,
  ],
])("a label is found: %s", (_why, one, changes, recall) => {
  const result = scored(pair([one]), changes);
  expect(result.recall).toEqual(recall);
  expect(result.misses.some((miss) => miss.includes("expected of"))).toBe(recall === none);
});

test("what is told to break and no label says so is counted, and told", () => {
  const result = scored(pair([label]), [told, { ...told, text: "name is gone" }]);
  expect(result.precision).toEqual({ right: 1, of: 2 });
  expect(result.misses).toEqual([
    "one: told to break, is not: breaking: get /images: name is gone",
  ]);
});

test("what a label calls something else is not told rightly to break", () => {
  expect(scored(pair([{ ...label, verdict: "addition" }]), [told]).precision).toEqual(none);
  const careful: LabelledChange = { ...label, verdict: "unknown", accept: ["breaking"] };
  expect(scored(pair([careful]), [told]).precision).toEqual(full);
});

test("a pair without a change wants no word, and exit 0", () => {
  expect(scored(pair([]), []).nothing).toEqual(full);
  expect(scored(pair([]), [], 3).nothing).toEqual(none);
  expect(scored(pair([]), [{ ...told, verdict: "correction" }]).nothing).toEqual(none);
});

test("a side that cannot be read wants exit 3", () => {
  expect(scored(pair([], 3), [], 3).unreadable).toEqual(full);
  const silent = scored(pair([], 3), []);
  expect(silent.unreadable).toEqual(none);
  expect(silent.nothing).toEqual({ right: 0, of: 0 });
  expect(silent.misses).toEqual(["one: exit 3 expected, was 0"]);
});

test("microversions are compared where a label has been found", () => {
  const bound = { ...label, versions: { min: "2.5" } };
  expect(scored(pair([bound]), [told]).versions).toEqual(none);
  expect(
    scored(pair([bound]), [{ ...told, versions: { min: "2.5", max: "2.9" } }]).versions,
  ).toEqual(full);
  expect(scored(pair([bound]), []).versions).toEqual({ right: 0, of: 0 });
});
