import { describe, expect, test } from "vitest";
import {
  changesMember,
  changesParts,
  changesResource,
  saidOfResources,
} from "../../../generator/infer/bodies/changes.js";
import type { Json } from "../../../generator/infer/reference.js";
import { rules } from "../../../generator/infer/rules.js";
import { referenceKey } from "../../../generator/infer/siblings/body.js";
import type { Entries, WrittenOperation } from "../docs.js";
import { sideOf } from "./side-of.js";

const put = "PUT /boxes/{box_id}";
const always = { required: true } as const;

describe("a request changes what is there", () => {
  test.each<[call: string, codes: string, expected: boolean]>([
    [put, "200", true],
    ["PATCH /boxes/{box_id}", "200", true],
    [put, "201", false],
    [put, "200, 201", false],
    ["POST /boxes", "200", false],
    ["GET /boxes", "200", false],
  ])("%s, answered by %s: %s", (call, codes, expected) => {
    expect(changesResource(sideOf("request", {}, { call, codes }))).toBe(expected);
  });
  test("an answer changes nothing", () => {
    expect(changesResource(sideOf("response", {}, { call: put }))).toBe(false);
  });
});

describe("a request changes one of a collection", () => {
  test.each<[why: string, written: WrittenOperation, sample: Json | undefined, expected: boolean]>([
    ["under its wrapper", { call: put }, { box: { name: "x" } }, true],
    ["with a slash at the end", { call: `${put}/` }, { box: { name: "x" } }, true],
    ["without a wrapper", { call: put }, { name: "x", size: 1 }, false],
    ["without a sample", { call: put }, undefined, false],
    ["by another method", { call: "PATCH /boxes/{box_id}" }, { box: { name: "x" } }, false],
    ["all of a collection", { call: "PUT /boxes" }, { boxes: { name: "x" } }, false],
    ["something of it", { call: `${put}/lid` }, { lid: { name: "x" } }, false],
    ["making it", { call: put, codes: "201" }, { box: { name: "x" } }, false],
  ])("%s", (_why, written, sample, expected) => {
    expect(changesMember(sideOf("request", {}, written, sample))).toBe(expected);
  });
});

describe("a request says only what is to change", () => {
  const entries: Entries = {
    box: { type: "object", ...always },
    a: always,
    b: always,
    c: always,
    d: always,
    optional: {},
    later: { ...always, min: "2.5" },
    gone: { ...always, max: "2.5" },
    "{key}": always,
  };
  const parts = (request: string, sample: Json | undefined, call = put): boolean =>
    changesParts(sideOf("request", entries, { call, request }, sample), rules);

  test.each<[why: string, request: string, sample: Json | undefined, expected: boolean]>([
    ["most of it left out", "box, a, b, c", { box: { a: "x" } }, true],
    [
      "half of what is in the wrapper left out",
      "box, a, b, c, d",
      { box: { a: "x", b: "x" } },
      false,
    ],
    ["more than half left out", "box, a, b, c, d", { box: { a: "x" } }, true],
    ["one left out", "box, a, b", { box: { a: "x" } }, false],
    ["nothing left out", "box, a, b", { box: { a: "x", b: "x" } }, false],
    ["what need not be there left out", "box, a, optional", { box: { a: "x" } }, false],
    ["what came later left out", "box, a, b, later", { box: { a: "x" } }, false],
    ["what went left out", "box, a, b, gone", { box: { a: "x" } }, false],
    ["no sample", "box, a, b, c", undefined, false],
  ])("%s: %s", (_why, request, sample, expected) => {
    expect(parts(request, sample)).toBe(expected);
  });

  test("a PATCH always, a POST never", () => {
    expect(parts("box, a", { box: { a: "x" } }, "PATCH /boxes/{box_id}")).toBe(true);
    expect(parts("box, a", undefined, "PATCH /boxes/{box_id}")).toBe(true);
    expect(parts("box, a, b, c", { box: { a: "x" } }, "POST /boxes")).toBe(false);
  });
  test("an answer never", () => {
    const answer = sideOf("response", entries, { call: "PATCH /boxes/{box_id}" }, { box: {} });
    expect(changesParts(answer, rules)).toBe(false);
  });
});

describe("what is required is said of resources", () => {
  const entries: Entries = {
    box: { type: "object", ...always, says: "The box." },
    name: { ...always, says: "Its name." },
    size: { ...always, says: "Its size." },
  };
  const change = (sample: Json) =>
    sideOf("request", entries, { call: put, request: "box, name, size" }, sample);
  const partial = change({ box: { name: "x" } });
  const full = change({ box: { name: "x", size: "1" } });
  const answer = sideOf("response", entries, { call: "GET /boxes/{box_id}", response: "name" });
  const creation = sideOf("request", entries, { call: "POST /boxes", request: "size" });
  const search = sideOf("request", entries, { call: "POST /boxes/{box_id}", request: "box" });
  const said = [answer, creation].flatMap(({ rows }) => rows.map(referenceKey));

  test.each<
    [why: string, sides: readonly ReturnType<typeof change>[], expected: readonly string[]]
  >([
    ["two changes leave some out", [partial, partial, answer, creation, search], said],
    ["one change leaves some out", [partial, answer, creation], []],
    ["none does", [full, full, answer, creation], []],
    [
      "a quarter does",
      [partial, partial, ...Array.from({ length: 6 }, () => full), answer],
      said.slice(0, 1),
    ],
    [
      "less than a quarter does",
      [partial, partial, ...Array.from({ length: 7 }, () => full), answer],
      [],
    ],
  ])("%s", (_why, sides, expected) => {
    expect([...saidOfResources(sides, rules)]).toEqual(expected);
  });

  const wrapped = sideOf("request", entries, { call: put, request: "box" }, { box: { name: "x" } });

  test("the wrapper counts for nothing", () => {
    expect(saidOfResources([wrapped, wrapped, answer], rules)).toEqual(new Set());
  });

  test("changes that require their wrapper alone are not among those that tell", () => {
    const many = Array.from({ length: 7 }, () => wrapped);
    expect([...saidOfResources([partial, partial, ...many, answer], rules)]).toEqual(
      said.slice(0, 1),
    );
  });
});
