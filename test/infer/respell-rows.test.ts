import { describe, expect, test } from "vitest";
import { respellRows } from "../../generator/infer/siblings/members/respell-rows.js";
import { reference, type Entries, type WrittenOperation } from "./docs.js";

const entries: Entries = {
  crate: "object",
  weight: "integer",
  label: "string",
  token: { in: "header" },
};

/** Another operation, which documents and shows these names. */
const other = (...names: readonly string[]): WrittenOperation => ({
  title: "Show Crate",
  call: "GET /crates/{crate_id}",
  response: names.map((name) => `${name}: label`).join(", "),
  answers: Object.fromEntries(names.map((name) => [name, "a"])),
});

/** The names of the rows of the first operation, and what was said of them. */
function respelt(...operations: readonly WrittenOperation[]) {
  const { reference: read, slips } = respellRows(reference(entries, ...operations));
  const [first] = read.chapters.flatMap((chapter) => chapter.operations);
  if (first === undefined) throw new Error("no operation");
  return {
    rows: [...first.request, ...first.response].flatMap(({ rows }) =>
      rows.map(({ name }) => name.value),
    ),
    slips: (slips.get(first) ?? []).map(({ row, side, shown }) => [row.name.value, side, shown]),
  };
}

test("a row that no sample shows is the key beside it that others know", () => {
  expect(
    respelt(
      { response: "label, wieght: weight", answers: { label: "a", weight: 1 } },
      other("weight"),
    ),
  ).toEqual({ rows: ["label", "weight"], slips: [["wieght", "response", "weight"]] });
});

test("a row is the wrapper of a request, however it is spelt", () => {
  expect(
    respelt(
      {
        call: "POST /boxes",
        request: "craet: crate, label",
        asks: { crate: { label: "a" } },
      },
      other("crate"),
    ),
  ).toEqual({ rows: ["crate", "label"], slips: [["craet", "request", "crate"]] });
});

test("a name that is found again is written with the span of the first", () => {
  const read = reference(
    entries,
    { response: "wieght: weight", answers: { weight: 1 } },
    other("weight"),
  );
  const spans = (of: typeof read) =>
    of.chapters.flatMap(({ operations }) =>
      operations.flatMap(({ response }) => response.flatMap(({ rows }) => rows)),
    );
  const before = spans(read).map(({ name }) => name.span);
  expect(spans(respellRows(read).reference).map(({ name }) => name.span)).toEqual(before);
});

describe("stays as it is written", () => {
  test.each<readonly [string, WrittenOperation, WrittenOperation]>([
    [
      "where others have neither name",
      { response: "wieght: weight", answers: { weight: 1 } },
      other("label"),
    ],
    [
      "where others have both",
      { response: "wieght: weight", answers: { weight: 1 } },
      other("weight", "wieght"),
    ],
    [
      "what is only in another number",
      { response: "weights: weight", answers: { weight: 1 } },
      other("weight"),
    ],
    [
      "what another row documents",
      { response: "wieght: weight, weight", answers: { weight: 1 } },
      other("weight"),
    ],
    [
      "what the sample has, too",
      { response: "wieght: weight", answers: { weight: 1, wieght: 1 } },
      other("weight"),
    ],
    [
      "a value of another type",
      { response: "wieght: weight", answers: { weight: "a" } },
      other("weight"),
    ],
    ["a header", { response: "wieght: token", answers: { weight: "a" } }, other("weight")],
    ["without a sample", { response: "wieght: weight" }, other("weight")],
    [
      "of the other side",
      { call: "POST /boxes", request: "wieght: weight", answers: { weight: 1 } },
      other("weight"),
    ],
  ])("%s", (_why, first, second) => {
    const written = [first.request, first.response].flatMap((rows) =>
      (rows ?? "").split(/,\s*/).flatMap((row) => row.split(":")[0]?.trim() ?? []),
    );
    expect(respelt(first, second)).toEqual({ rows: written.filter(Boolean), slips: [] });
  });
});

test("of two rows near one key the nearer is it", () => {
  expect(
    respelt(
      { response: "weihgtt: weight, wieght: weight", answers: { weight: 1 } },
      other("weight"),
    ).slips,
  ).toEqual([["wieght", "response", "weight"]]);
});
